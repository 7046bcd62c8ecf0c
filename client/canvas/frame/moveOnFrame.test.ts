// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { expectSnapped } from '../projected/testing/expectSnapped.ts';
import { cardShapeId, tokenShapeId } from './frameShapeIds.ts';
import { frameBoard, middleOf, type FrameBoard } from './testing/frameBoard.ts';

const open: FrameBoard[] = [];
function board(): FrameBoard {
  const made = frameBoard();
  open.push(made);
  return made;
}
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

describe('cards and tokens moved and copied by hand', () => {
  it('[FRAME-22] a card dropped in another wedge is placed there, where it was dropped', () => {
    const one = board();
    const [from = '', to = ''] = one.interests();
    const card = one
      .cardsIn(from)
      .find(
        (record) => record.type === 'organization-card' && !one.shape(cardShapeId(record.props.organizationId, to)),
      );
    if (card?.type !== 'organization-card') throw new Error('no card');
    const { organizationId } = card.props;
    const target = one.layout().wedges.find((wedge) => wedge.interestId === to);
    const drop = middleOf(target);
    one.drag(one.middle(card.id), drop);
    expect(one.shape(card.id)).toBeUndefined();
    const placement = one
      .map()
      .placements.find((place) => place.organization_id === organizationId && place.interest_id === to);
    expect(placement?.position).not.toBeNull();
    const now = one.middle(cardShapeId(organizationId, to));
    expect(Math.hypot(now.x - drop.x, now.y - drop.y)).toBeLessThan(90);
    expectSnapped(one);
  });

  it('[FRAME-22] a card moved within its wedge stays where it was dropped; its tokens come with it', () => {
    const one = board();
    const [interest = ''] = one.interests();
    const card = one
      .cardsIn(interest)
      .find((record) => record.type === 'organization-card' && record.props.tokenCount > 0);
    if (!card) throw new Error('no card');
    const from = one.middle(card.id);
    // as far as there is room in the wedge
    const drop = { x: from.x - 4, y: from.y + 5 };
    one.drag(from, drop);
    const now = one.middle(card.id);
    expect(Math.hypot(now.x - drop.x, now.y - drop.y)).toBeLessThan(1);
    expectSnapped(one);
  });

  it('[FRAME-22] a card dropped outside of the table is not placed any more, and goes back in from there', () => {
    const one = board();
    const placed = (organization: string) =>
      one.map().placements.filter((place) => place.organization_id === organization && place.interest_id !== null);
    const card = one
      .frame()
      .find((record) => record.type === 'organization-card' && placed(record.props.organizationId).length === 1);
    if (card?.type !== 'organization-card') throw new Error('no card');
    const first = card.props.interestId;
    const { organizationId } = card.props;
    const back = one.middle(card.id);
    one.drag(back, { x: -1500, y: 0 });
    expect(placed(organizationId)).toEqual([]);
    const beside = cardShapeId(organizationId, null);
    expect(one.shape(beside)).toBeDefined();
    one.drag(one.middle(beside), back);
    expect(placed(organizationId)).toHaveLength(1);
    expect(one.shape(cardShapeId(organizationId, first))).toBeDefined();
    expectSnapped(one);
  });

  it('[FRAME-22] a card dropped where its organization stands already goes back, and people are told', () => {
    const one = board();
    const places = one.map().placements;
    const twice = places.find((place) =>
      places.some(
        (other) => other.organization_id === place.organization_id && other.interest_id !== place.interest_id,
      ),
    );
    const other = places.find(
      (place) => place.organization_id === twice?.organization_id && place.interest_id !== twice.interest_id,
    );
    if (!twice || !other) throw new Error('no such organization');
    const before = one.map();
    const target = one.middle(cardShapeId(other.organization_id, other.interest_id));
    one.drag(one.middle(cardShapeId(twice.organization_id, twice.interest_id)), { x: target.x + 20, y: target.y + 20 });
    expect(one.hints).toEqual(['alreadyThere']);
    expect(one.map()).toBe(before);
    expectSnapped(one);
  });

  it('[FRAME-23] a token dropped on another card moves its representative there', () => {
    const one = board();
    const token = one.frame().find((record) => record.type === 'representative-token');
    if (token?.type !== 'representative-token') throw new Error('no token');
    const other = one
      .frame()
      .find(
        (record) =>
          record.type === 'organization-card' &&
          record.props.interestId !== null &&
          record.props.organizationId !== token.props.organizationId,
      );
    if (other?.type !== 'organization-card') throw new Error('no card');
    one.drag(one.middle(token.id), one.middle(other.id));
    const person = one.map().representatives.find((who) => who.id === token.props.representativeId);
    expect(person?.organization_id).toBe(other.props.organizationId);
    expect(one.shape(tokenShapeId(token.props.representativeId, other.props.interestId))?.parentId).toBe(other.id);
    expectSnapped(one);
  });

  it('[FRAME-23] a token dropped beside all cards goes back', () => {
    const one = board();
    const token = one.frame().find((record) => record.type === 'representative-token');
    if (!token) throw new Error('no token');
    const before = one.map();
    one.drag(one.middle(token.id), { x: 1500, y: 1500 });
    expect(one.map()).toBe(before);
    expect(one.hints).toEqual(['tokenNeedsCard']);
    expectSnapped(one);
  });

  it('[FRAME-25] a copied card means: there as well; nothing of the copy stays on the canvas', () => {
    const one = board();
    const [from = '', to = ''] = one.interests();
    const card = one
      .cardsIn(from)
      .find(
        (record) => record.type === 'organization-card' && !one.shape(cardShapeId(record.props.organizationId, to)),
      );
    if (card?.type !== 'organization-card') throw new Error('no card');
    const target = one.layout().wedges.find((wedge) => wedge.interestId === to);
    const at = middleOf(target);
    const middle = one.middle(card.id);
    const count = one.editor.getCurrentPageShapeIds().size;
    one.editor.select(card.id);
    one.editor.duplicateShapes([card.id], { x: at.x - middle.x, y: at.y - middle.y });
    one.keeper.settle();
    expect(one.shape(card.id)).toBeDefined();
    expect(one.shape(cardShapeId(card.props.organizationId, to))).toBeDefined();
    expect(one.editor.getCurrentPageShapeIds().size).toBeGreaterThan(count);
    expectSnapped(one);
    const strange = [...one.editor.getCurrentPageShapeIds()].filter((id) => !/^shape:(goal$|\w+\.)/.test(id));
    expect(strange).toEqual([]);
  });

  it('[FRAME-25] a card dragged with Alt is copied to where it is let go', () => {
    const one = board();
    const [from = '', to = ''] = one.interests();
    const card = one
      .cardsIn(from)
      .find(
        (record) => record.type === 'organization-card' && !one.shape(cardShapeId(record.props.organizationId, to)),
      );
    if (card?.type !== 'organization-card') throw new Error('no card');
    const target = one.layout().wedges.find((wedge) => wedge.interestId === to);
    one.drag(one.middle(card.id), middleOf(target), { altKey: true });
    expect(one.shape(card.id)).toBeDefined();
    expect(one.shape(cardShapeId(card.props.organizationId, to))).toBeDefined();
    expectSnapped(one);
  });

  it('[FRAME-28] by arrow keys a card walks through the places of its wedge, with Shift to the next wedge', () => {
    const one = board();
    const [first = ''] = one.interests();
    const card = one.cardsIn(first)[0];
    if (card?.type !== 'organization-card') throw new Error('no card');
    const from = one.middle(card.id);
    one.editor.select(card.id);
    one.key('ArrowRight', 'ArrowRight');
    const now = one.middle(card.id);
    expect(Math.hypot(now.x - from.x, now.y - from.y)).toBeGreaterThan(20);
    expectSnapped(one);
  });

  it('[FRAME-31] a change of the map during a drag leaves the dragged card under the pointer', () => {
    const one = board();
    const [first = ''] = one.interests();
    const card = one.cardsIn(first)[0];
    if (card?.type !== 'organization-card') throw new Error('no card');
    one.editor.select(card.id);
    one.editor.setCurrentTool('select.translating', { target: 'shape', shape: one.editor.getShape(card.id) });
    one.editor.updateShape({ id: card.id, type: card.type, x: card.x + 55, y: card.y });
    one.setMap({
      ...one.map(),
      organizations: one.map().organizations.map((each) => ({ ...each, name: `${each.name}!` })),
    });
    one.keeper.show();
    expect(one.shape(card.id)).toMatchObject({ x: card.x + 55, props: { text: `${card.props.text}!` } });
  });

  it('[FRAME-22] a drag that is given up with Escape does nothing', () => {
    const one = board();
    const card = one.frame().find((record) => record.type === 'organization-card');
    if (!card) throw new Error('no card');
    const from = one.middle(card.id);
    one.hold(from, { x: from.x + 200, y: from.y + 90 });
    expect(one.middle(card.id).x).toBeGreaterThan(from.x + 100);
    one.editor.cancel();
    one.keeper.settle();
    expect(one.commands).toEqual([]);
    expectSnapped(one);
  });
});
