// @vitest-environment jsdom
import { Box, createShapeId, toRichText, type TLNoteShape, type TLShapeId } from '@tldraw/tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import type { FrameShape } from './frameShapes.ts';
import { cardShapeId, goalShapeId, interestShapeId, tokenShapeId } from './projectedIds.ts';
import { frameEditor, type FrameEditor } from './testing/frameEditor.ts';

const open: FrameEditor[] = [];
function board(name = 'employment'): FrameEditor {
  const template = readTemplate(name);
  if (!template) throw new Error(name);
  const made = frameEditor(template.map, template.asOf);
  open.push(made);
  return made;
}
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

const byId = (records: readonly FrameShape[]) =>
  Object.fromEntries([...records].sort((a, b) => (a.id < b.id ? -1 : 1)).map((record) => [record.id, record]));
/** The canvas shows exactly what the map says: nothing of a gesture is left over. */
const expectSnapped = (one: FrameEditor) => expect(byId(one.shown())).toEqual(byId(one.projected()));

function cardsIn(one: FrameEditor, interest: string) {
  return one
    .projected()
    .filter((record) => record.type === 'organization-card' && record.props.interestId === interest);
}
const interestsOf = (one: FrameEditor) => one.map().interests.map((interest) => interest.id);

describe('keepFrame', () => {
  it('[FRAME-20] shows the whole map of a template, and the same again changes nothing', () => {
    const one = board();
    expectSnapped(one);
    expect(one.shown().length).toBeGreaterThan(100);
    let changes = 0;
    const stop = one.editor.store.listen(() => (changes += 1));
    one.keeper.show();
    one.editor.store.mergeRemoteChanges(() => undefined);
    stop();
    expect(changes).toBe(0);
  });

  it('[FRAME-22] a card dropped in another wedge is placed there, where it was dropped', () => {
    const one = board();
    const [from = '', to = ''] = interestsOf(one);
    const card = cardsIn(one, from).find(
      (record) => record.type === 'organization-card' && !one.shape(cardShapeId(record.props.organizationId, to)),
    );
    if (card?.type !== 'organization-card') throw new Error('no card');
    const { organizationId } = card.props;
    const target = one.keeper.show().layout.wedges.find((wedge) => wedge.interestId === to);
    const angle = ((target?.start ?? 0) + (target?.end ?? 0)) / 2;
    const radius = ((target?.innerRadius ?? 0) + (target?.outerRadius ?? 0)) / 2;
    const drop = { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
    one.drag(one.middle(card.id), drop);
    expect(one.shape(card.id)).toBeUndefined();
    const placement = one
      .map()
      .placements.find((place) => place.organization_id === organizationId && place.interest_id === to);
    expect(placement?.position).not.toBeNull();
    const now = one.middle(cardShapeId(organizationId, to));
    const grown = one.keeper.show().layout.outerRadius / (target?.outerRadius ?? 1);
    expect(Math.hypot(now.x - drop.x * grown, now.y - drop.y * grown)).toBeLessThan(60);
    expectSnapped(one);
  });

  it('[FRAME-22] a card moved within its wedge stays where it was dropped; its tokens come with it', () => {
    const one = board();
    const [interest = ''] = interestsOf(one);
    const card = cardsIn(one, interest).find(
      (record) => record.type === 'organization-card' && record.props.tokenCount > 0,
    );
    if (!card) throw new Error('no card');
    const from = one.middle(card.id);
    const drop = { x: from.x + 9, y: from.y - 12 };
    one.drag(from, drop);
    const now = one.middle(card.id);
    expect(Math.hypot(now.x - drop.x, now.y - drop.y)).toBeLessThan(1);
    expectSnapped(one);
  });

  it('[FRAME-22] a card dropped outside of the ring is not placed any more, and goes back in from there', () => {
    const one = board();
    const placed = (organization: string) =>
      one.map().placements.filter((place) => place.organization_id === organization && place.interest_id !== null);
    const card = one
      .projected()
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
    const token = one.projected().find((record) => record.type === 'representative-token');
    if (token?.type !== 'representative-token') throw new Error('no token');
    const other = one
      .projected()
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
    const token = one.projected().find((record) => record.type === 'representative-token');
    if (!token) throw new Error('no token');
    const before = one.map();
    one.drag(one.middle(token.id), { x: 1500, y: 1500 });
    expect(one.map()).toBe(before);
    expect(one.hints).toEqual(['tokenNeedsCard']);
    expectSnapped(one);
  });

  it('[FRAME-24] deleting a card ends the placement and keeps the organization; the goal stays', () => {
    const one = board();
    const [first = ''] = interestsOf(one);
    const card = cardsIn(one, first)[0];
    if (card?.type !== 'organization-card') throw new Error('no card');
    one.editor.select(card.id, goalShapeId);
    one.editor.deleteShapes(one.editor.getSelectedShapeIds());
    one.keeper.settle();
    expect(one.shape(card.id)).toBeUndefined();
    expect(one.map().organizations.some((place) => place.id === card.props.organizationId)).toBe(true);
    expect(one.shape(goalShapeId)).toBeDefined();
    expect(one.hints).toEqual(['goalStays']);
    expectSnapped(one);
  });

  it('[FRAME-24] deleting a wedge takes the interest away and no organization', () => {
    const one = board();
    const [first = ''] = interestsOf(one);
    const before = one.map().organizations.length;
    one.editor.deleteShapes([interestShapeId(first)]);
    one.keeper.settle();
    expect(interestsOf(one)).not.toContain(first);
    expect(one.map().organizations).toHaveLength(before);
  });

  it('[FRAME-24] deleting a token takes the representative off this card only, and the last one off the board', () => {
    const one = board();
    const token = one.projected().find((record) => record.type === 'representative-token');
    if (token?.type !== 'representative-token') throw new Error('no token');
    const { representativeId } = token.props;
    for (let count = 0; count < 20; count += 1) {
      const next = one
        .shown()
        .find((record) => record.type === 'representative-token' && record.props.representativeId === representativeId);
      if (!next) break;
      expect(one.map().representatives.some((who) => who.id === representativeId)).toBe(true);
      one.editor.deleteShapes([next.id]);
      one.keeper.settle();
      expect(one.shape(next.id)).toBeUndefined();
    }
    expect(one.map().representatives.some((who) => who.id === representativeId)).toBe(false);
  });

  it('[FRAME-25] a copied card means: there as well; nothing of the copy stays on the canvas', () => {
    const one = board();
    const [from = '', to = ''] = interestsOf(one);
    const card = cardsIn(one, from).find(
      (record) => record.type === 'organization-card' && !one.shape(cardShapeId(record.props.organizationId, to)),
    );
    if (card?.type !== 'organization-card') throw new Error('no card');
    const target = one.keeper.show().layout.wedges.find((wedge) => wedge.interestId === to);
    const angle = ((target?.start ?? 0) + (target?.end ?? 0)) / 2;
    const radius = ((target?.innerRadius ?? 0) + (target?.outerRadius ?? 0)) / 2;
    const at = { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
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
    const [from = '', to = ''] = interestsOf(one);
    const card = cardsIn(one, from).find(
      (record) => record.type === 'organization-card' && !one.shape(cardShapeId(record.props.organizationId, to)),
    );
    if (card?.type !== 'organization-card') throw new Error('no card');
    const target = one.keeper.show().layout.wedges.find((wedge) => wedge.interestId === to);
    const angle = ((target?.start ?? 0) + (target?.end ?? 0)) / 2;
    const radius = ((target?.innerRadius ?? 0) + (target?.outerRadius ?? 0)) / 2;
    one.drag(one.middle(card.id), { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius }, { altKey: true });
    expect(one.shape(card.id)).toBeDefined();
    expect(one.shape(cardShapeId(card.props.organizationId, to))).toBeDefined();
    expectSnapped(one);
  });

  it('[FRAME-26] what is written in place becomes the name in the map', () => {
    const one = board();
    const [first = ''] = interestsOf(one);
    const card = cardsIn(one, first)[0];
    if (card?.type !== 'organization-card') throw new Error('no card');
    const write = (id: TLShapeId, type: string, text: string) => one.editor.updateShape({ id, type, props: { text } });
    write(card.id, 'organization-card', 'A new name');
    write(goalShapeId, 'partnership-goal', 'A new goal');
    write(interestShapeId(first), 'interest-wedge', 'A new interest');
    one.keeper.settle();
    expect(one.map().organizations.find((each) => each.id === card.props.organizationId)?.name).toBe('A new name');
    expect(one.map().goal.statement).toBe('A new goal');
    expect(one.map().interests[0]?.title).toBe('A new interest');
    expectSnapped(one);
  });

  it('[FRAME-27] size, turn, lock, order and group of a projected shape cannot be changed by hand', () => {
    const one = board();
    const before = one.map();
    const ids = one.shown().flatMap((record) => (record.type === 'organization-card' ? record.id : []));
    one.editor.select(...ids.slice(0, 3), interestShapeId(interestsOf(one)[0] ?? ''));
    one.editor.rotateShapesBy(one.editor.getSelectedShapeIds(), 1);
    one.editor.toggleLock(one.editor.getSelectedShapeIds());
    one.editor.bringToFront(one.editor.getSelectedShapeIds());
    one.editor.setOpacityForSelectedShapes(0.3);
    one.keeper.settle();
    expect(one.map()).toBe(before);
    expectSnapped(one);
  });

  it('[FRAME-28] by arrow keys a card walks through the places of its wedge, with Shift to the next wedge', () => {
    const one = board();
    const [first = ''] = interestsOf(one);
    const card = cardsIn(one, first)[0];
    if (card?.type !== 'organization-card') throw new Error('no card');
    const from = one.middle(card.id);
    one.editor.select(card.id);
    one.key('ArrowRight', 'ArrowRight');
    const now = one.middle(card.id);
    expect(Math.hypot(now.x - from.x, now.y - from.y)).toBeGreaterThan(30);
    expectSnapped(one);
  });

  it('[FRAME-29] tools add to the map where the click was', () => {
    const one = board();
    const { layout } = one.keeper.show();
    const wedge = layout.wedges[3];
    const angle = ((wedge?.start ?? 0) + (wedge?.end ?? 0)) / 2;
    const radius = layout.outerRadius - 60;
    const at = { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
    const before = one.map();
    one.editor.setCurrentTool('organization');
    one.click(at);
    const added = one.map().organizations.find((each) => !before.organizations.includes(each));
    expect(added).toBeDefined();
    const card = cardShapeId(added?.id ?? '', wedge?.interestId ?? '');
    expect(one.shape(card)).toBeDefined();
    expect(one.editor.getEditingShapeId()).toBe(card);
    one.editor.complete();
    one.editor.setCurrentTool('decision_maker');
    one.click(one.middle(card));
    const person = one.map().representatives.find((each) => each.organization_id === added?.id);
    expect(person?.kind).toBe('decision_maker');
    one.editor.setCurrentTool('interest');
    one.click(at);
    expect(one.map().interests).toHaveLength(before.interests.length + 1);
    expect(one.map().interests[4]?.title).toBe('');
    one.editor.complete();
    expectSnapped(one);
  });

  it('[FRAME-30] a double click asks for the inspector and edits nothing', () => {
    const one = board();
    const card = one.shown().find((record) => record.type === 'organization-card');
    if (card?.type !== 'organization-card') throw new Error('no card');
    const at = one.middle(card.id);
    one.click(at);
    one.click(at);
    expect(one.inspected).toEqual([
      { type: 'organization', id: card.props.organizationId, interestId: card.props.interestId },
    ]);
    expect(one.editor.getEditingShapeId()).toBeNull();
  });

  it('[FRAME-31] a change of the map during a drag leaves the dragged card under the pointer', () => {
    const one = board();
    const [first = ''] = interestsOf(one);
    const card = cardsIn(one, first)[0];
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
    const card = one.shown().find((record) => record.type === 'organization-card');
    if (!card) throw new Error('no card');
    const from = one.middle(card.id);
    one.hold(from, { x: from.x + 200, y: from.y + 90 });
    expect(one.middle(card.id).x).toBeGreaterThan(from.x + 100);
    one.editor.cancel();
    one.keeper.settle();
    expect(one.commands).toEqual([]);
    expectSnapped(one);
  });

  it('[FRAME-32] a wedge reaches as far as its heading with its kinds, and is hit there but not inside', () => {
    const one = board();
    const { layout } = one.keeper.show();
    for (const wedge of layout.wedges) {
      const id = interestShapeId(wedge.interestId);
      const bounds = one.editor.getShapePageBounds(id);
      const { box } = wedge.heading;
      expect(bounds?.contains(new Box(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1))).toBe(true);
      const at = { x: box.x + box.width / 2, y: box.y + 4 };
      expect(one.editor.getShapeAtPoint(at, { hitLabels: true })?.id).toBe(id);
    }
    const empty = layout.wedges[0];
    const angle = ((empty?.start ?? 0) + (empty?.end ?? 0)) / 2;
    const inside = { x: Math.cos(angle) * (layout.innerRadius + 25), y: Math.sin(angle) * (layout.innerRadius + 25) };
    expect(one.editor.getShapeAtPoint(inside)).toBeUndefined();
  });

  it('[FRAME-32] the eraser passes over the map and takes what people drew', () => {
    const one = board();
    const card = one.shown().find((record) => record.type === 'organization-card');
    if (!card) throw new Error('no card');
    const { x, y } = one.middle(card.id);
    const id = createShapeId('drawn');
    one.editor.createShape({ id, type: 'geo', x: x - 20, y: y - 10, props: { w: 40, h: 20, fill: 'solid' } });
    one.editor.setCurrentTool('eraser');
    one.drag({ x: x - 200, y: y - 60 }, { x: x + 20, y: y + 5 });
    expect(one.editor.getShape(id)).toBeUndefined();
    expect(one.commands).toEqual([]);
    expectSnapped(one);
  });

  it('[FRAME-32] free notes keep their place, their layer above the frame and their own ways', () => {
    const one = board();
    const id = createShapeId('note');
    one.editor.createShape<TLNoteShape>({ id, type: 'note', x: 10, y: 10, props: { richText: toRichText('hello') } });
    const note = one.editor.getShape(id);
    expect(one.shown().every((record) => record.parentId !== 'page:page' || record.index < (note?.index ?? ''))).toBe(
      true,
    );
    one.editor.updateShape({ id, type: 'note', x: 99 });
    one.keeper.settle();
    expect(one.editor.getShape(id)?.x).toBe(99);
    expect(one.commands).toEqual([]);
  });
});

describe('keepFrame, by chance', () => {
  it.each([1, 2, 3])('[FRAME-20] after any gesture the canvas is the projection of the map (%i)', (seed) => {
    const one = board('baltimore');
    let state = seed * 7919;
    const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const somewhere = () => ({ x: (random() - 0.5) * 1100, y: (random() - 0.5) * 1100 });
    for (let count = 0; count < 14; count += 1) {
      const shape = pick(one.shown());
      if (!shape) break;
      const act = random();
      if (act < 0.45) one.drag(one.middle(shape.id), somewhere(), random() < 0.2 ? { altKey: true } : {});
      else if (act < 0.6) one.editor.deleteShapes([shape.id]);
      else if (act < 0.7) one.editor.duplicateShapes([shape.id], { x: 200 * random(), y: 90 });
      else if (act < 0.85) {
        one.editor.setCurrentTool(pick(['interest', 'organization', 'designee', 'doer', 'decision_maker']) ?? 'select');
        one.click(somewhere());
        one.editor.complete();
      } else one.editor.updateShape({ id: shape.id, type: shape.type, props: { text: `Name ${count}` } });
      one.keeper.settle();
      expectSnapped(one);
      const strange = [...one.editor.getCurrentPageShapeIds()].filter((id) => !/^shape:(goal$|\w+\.)/.test(id));
      expect(strange).toEqual([]);
    }
    expect(one.commands.length).toBeGreaterThan(3);
  });
});
