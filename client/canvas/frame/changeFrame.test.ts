// @vitest-environment jsdom
import { Box, createShapeId, toRichText, type TLNoteShape, type TLShapeId } from '@tldraw/tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import { expectSnapped } from '../projected/testing/expectSnapped.ts';
import { cardShapeId, goalShapeId, interestShapeId } from './frameShapeIds.ts';
import { frameBoard, freeIn, middleOf, type FrameBoard } from './testing/frameBoard.ts';

const open: FrameBoard[] = [];
function board(): FrameBoard {
  const made = frameBoard();
  open.push(made);
  return made;
}
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

describe('the frame written, deleted, added to and drawn over', () => {
  it('[FRAME-24] deleting a card ends the placement and keeps the organization; the goal stays', () => {
    const one = board();
    const [first = ''] = one.interests();
    const card = one.cardsIn(first)[0];
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
    const [first = ''] = one.interests();
    const before = one.map().organizations.length;
    one.editor.deleteShapes([interestShapeId(first)]);
    one.keeper.settle();
    expect(one.interests()).not.toContain(first);
    expect(one.map().organizations).toHaveLength(before);
  });

  it('[FRAME-24] deleting a token takes the representative off this card only, and the last one off the board', () => {
    const one = board();
    const token = one.frame().find((record) => record.type === 'representative-token');
    if (token?.type !== 'representative-token') throw new Error('no token');
    const { representativeId } = token.props;
    for (let count = 0; count < 20; count += 1) {
      const next = one
        .frame()
        .find((record) => record.type === 'representative-token' && record.props.representativeId === representativeId);
      if (!next) break;
      expect(one.map().representatives.some((who) => who.id === representativeId)).toBe(true);
      one.editor.deleteShapes([next.id]);
      one.keeper.settle();
      expect(one.shape(next.id)).toBeUndefined();
    }
    expect(one.map().representatives.some((who) => who.id === representativeId)).toBe(false);
  });

  it('[FRAME-26] what is written in place becomes the name in the map', () => {
    const one = board();
    const [first = ''] = one.interests();
    const card = one.cardsIn(first)[0];
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
    const ids = one.frame().flatMap((record) => (record.type === 'organization-card' ? record.id : []));
    one.editor.select(...ids.slice(0, 3), interestShapeId(one.interests()[0] ?? ''));
    one.editor.rotateShapesBy(one.editor.getSelectedShapeIds(), 1);
    one.editor.toggleLock(one.editor.getSelectedShapeIds());
    one.editor.bringToFront(one.editor.getSelectedShapeIds());
    one.editor.setOpacityForSelectedShapes(0.3);
    one.keeper.settle();
    expect(one.map()).toBe(before);
    expectSnapped(one);
  });

  it('[FRAME-29] tools add to the map where the click was', () => {
    const one = board();
    const wedge = one.layout().wedges[3];
    const at = middleOf(wedge);
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
    one.click(middleOf(one.layout().wedges[3]));
    expect(one.map().interests).toHaveLength(before.interests.length + 1);
    expect(one.map().interests[4]?.title).toBe('');
    one.editor.complete();
    expectSnapped(one);
  });

  it('[FRAME-30] a double click edits the text of what is under the pointer', () => {
    const one = board();
    const card = one.frame().find((record) => record.type === 'organization-card');
    const token = one.frame().find((record) => record.type === 'representative-token');
    if (!card || !token) throw new Error('no card');
    const name = { x: one.middle(card.id).x, y: one.middle(card.id).y };
    const places = [
      [name, card.id],
      [one.middle(token.id), token.id],
      [{ x: 0, y: 0 }, goalShapeId],
    ] as const;
    for (const [at, id] of places) {
      one.click(at);
      one.click(at);
      expect(one.editor.getEditingShapeId()).toBe(id);
      one.editor.complete();
      one.editor.selectNone();
    }
    expect(one.inspected).toEqual([]);
  });

  it('[FRAME-30] a double click inside a wedge edits the name of its interest', () => {
    const one = board();
    const wedge = one.layout().wedges[0];
    const at = freeIn(one, wedge);
    one.click(at);
    one.click(at);
    expect(one.editor.getEditingShapeId()).toBe(interestShapeId(wedge?.interestId ?? ''));
    one.editor.complete();
    expect(one.editor.getCurrentPageShapes().some(({ type }) => type === 'text')).toBe(false);
  });

  it('[FRAME-32] a press inside a wedge chooses it, a drag from there chooses by a box', () => {
    const one = board();
    const wedge = one.layout().wedges[0];
    const id = interestShapeId(wedge?.interestId ?? '');
    const at = freeIn(one, wedge);
    expect(one.editor.getShapeAtPoint(at)).toBeUndefined();
    one.click(at);
    expect(one.editor.getSelectedShapeIds()).toEqual([id]);
    one.editor.selectNone();
    one.hold({ x: -700, y: -420 }, { x: 700, y: 420 });
    expect(one.editor.isIn('select.brushing')).toBe(true);
    one.editor.cancel();
  });

  it('[FRAME-32] a wedge reaches as far as its heading with its kinds and chairs, and is hit there', () => {
    const one = board();
    for (const wedge of one.layout().wedges) {
      const id = interestShapeId(wedge.interestId);
      const bounds = one.editor.getShapePageBounds(id);
      const { box } = wedge.heading;
      expect(bounds?.contains(new Box(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1))).toBe(true);
      const { x, y, width } = wedge.heading.textBox;
      const hit = one.editor.getShapeAtPoint({ x: x + width / 2, y: y + 4 }, { hitLabels: true });
      expect(hit?.id).toBe(id);
    }
  });

  it('[FRAME-32] the eraser passes over the map and takes what people drew', () => {
    const one = board();
    const card = one.frame().find((record) => record.type === 'organization-card');
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
    expect(one.frame().every((record) => record.parentId !== 'page:page' || record.index < (note?.index ?? ''))).toBe(
      true,
    );
    one.editor.updateShape({ id, type: 'note', x: 99 });
    one.keeper.settle();
    expect(one.editor.getShape(id)?.x).toBe(99);
    expect(one.commands).toEqual([]);
  });
});
