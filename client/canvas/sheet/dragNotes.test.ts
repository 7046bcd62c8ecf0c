// @vitest-environment jsdom
/** What is seen while notes are dragged, and what becomes of them where they are let go. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sheetOf } from '#shared/map/readings/sheets.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { foreseenOn } from '../projected/Foresight.ts';
import { expectSnapped } from '../projected/testing/expectSnapped.ts';
import { viewEditor, type ViewEditor } from '../projected/testing/viewEditor.ts';
import { groupShapeId, ideaShapeId } from './sheetShapeIds.ts';
import { addGroup, addIdea, addSheet } from './testing/addToSheet.ts';

let board: ViewEditor;

beforeEach(() => {
  vi.useFakeTimers();
  const start = readTemplate('blank');
  if (!start) throw new Error('there is no such template');
  board = viewEditor(start.map, start.asOf);
  board.run(
    addSheet,
    ...['g', 'h'].map(addGroup),
    ...['a', 'b'].map((id) => addIdea(id, 'g')),
    ...['c', 'd', 'e'].map((id) => addIdea(id)),
    ...['i', 'j'].map((id) => addIdea(id, 'h')),
  );
});
afterEach(() => {
  board.dispose();
  vi.useRealTimers();
});

const at = (id: string) => board.middle(ideaShapeId(id));
/** On a note, right before what is behind it. */
const before = (id: string) => ({ x: at(id).x - 60, y: at(id).y });
/** After the moment in which what is only passed over makes no room. */
const seen = () => {
  vi.advanceTimersByTime(200);
  return foreseenOn(board.editor).get();
};
const letGo = (point: { readonly x: number; readonly y: number }) => {
  board.hand.letGo(point);
  board.keeper.settle();
};
const notesOf = (name: string) => {
  const sheet = sheetOf(board.map(), 's');
  const notes = sheet?.groups.find((one) => one.group.id === name)?.notes ?? sheet?.ungrouped;
  return notes?.map((note) => [note.idea.id, ...note.merged.map(({ id }) => id)].join('+'));
};
/** Where everything stands but what is in the hand. */
const places = (...inHand: readonly string[]) =>
  board
    .shown()
    .filter(({ id }) => !inHand.includes(id))
    .map(({ id, x, y, props }) => [id, x, y, 'h' in props ? props.h : 0]);

describe('dragging notes', () => {
  it('[SHEET-38] the receiving group makes room before anything is let go, and keeps exactly that place', () => {
    const [map, rest] = [board.map(), at('b')];
    const point = before('b');
    board.hold(at('c'), point);
    expect(seen()?.slots).toHaveLength(1);
    expect(seen()?.foreseen.receives).toBe(groupShapeId('g'));
    expect(at('b')).not.toEqual(rest);
    const [shown, slot] = [places(ideaShapeId('c')), seen()?.slots[0]];
    // nothing of it is on the map
    expect([board.map(), board.commands.length]).toEqual([map, 0]);
    letGo(point);
    expect(places(ideaShapeId('c'))).toEqual(shown);
    expect(board.shape(ideaShapeId('c'))).toMatchObject({ x: slot?.x, y: slot?.y });
    expect(notesOf('g')).toEqual(['a', 'c', 'b']);
    expect(board.commands).toHaveLength(1);
    expect(seen()).toBeNull();
    expectSnapped(board);
  });

  it('[SHEET-38] several in the hand get a slot each; given up, everything stands as before', () => {
    const rest = places();
    board.editor.setSelectedShapes(['c', 'd'].map(ideaShapeId));
    board.hold(at('d'), before('b'));
    expect(seen()?.slots).toHaveLength(2);
    expect(places()).not.toEqual(rest);
    board.editor.cancel();
    board.keeper.settle();
    expect(places()).toEqual(rest);
    expect([board.commands, seen()]).toEqual([[], null]);
    expectSnapped(board);
  });

  it('[SHEET-38] what others change meanwhile is there, with the room', () => {
    board.hold(at('c'), before('b'));
    board.run(addIdea('z', 'g'), { type: 'remove', collection: 'ideas', id: 'a' });
    expect(seen()?.slots).toHaveLength(1);
    expect(board.shape(ideaShapeId('z'))).toBeDefined();
    expect(board.shape(ideaShapeId('a'))).toBeUndefined();
    letGo(before('b'));
    expect(notesOf('g')).toEqual(['c', 'b', 'z']);
    board.hold(at('d'), before('b'));
    expect(seen()?.slots).toHaveLength(1);
    board.run({ type: 'remove', collection: 'ideas', id: 'd' });
    letGo(before('b'));
    expect(notesOf('g')).toEqual(['c', 'b', 'z']);
    expectSnapped(board);
  });

  it('[SHEET-38] a pointer that stays where it is finds the same place under it, wherever that is', () => {
    const { x, y, props } = board.shape(groupShapeId('g')) ?? { x: 0, y: 0, props: {} };
    const { w = 0, h = 0 } = props as { readonly w?: number; readonly h?: number };
    board.hold(at('c'), { x: x + 4, y: y + 4 });
    for (let px = x; px < x + w; px += 23)
      for (let py = y; py < y + h + 90; py += 19) {
        const places3 = [1, 2, 3].map(() => {
          board.hand.hover({ x: px, y: py });
          return seen()?.foreseen.key;
        });
        expect(places3[2], `${px} ${py}`).toBe(places3[1]);
      }
  });

  it('[SHEET-39] let go on a note after a moment they are one, written twice, in its place; at once they are a group', () => {
    board.hold(at('c'), at('e'));
    expect(seen()?.foreseen.hint).toBe('groupHere');
    vi.advanceTimersByTime(1000);
    expect(seen()?.foreseen).toMatchObject({ hint: 'mergeHere', receives: ideaShapeId('e') });
    // over another note on the way, on this one, and after the moment
    expect(board.hints).toEqual(['groupHere', 'groupHere', 'mergeHere']);
    letGo(at('e'));
    expect(notesOf('')).toEqual(['d', 'e+c']);
    expect(board.commands).toEqual([{ type: 'mergeIdeas', ideas: ['c'], into: 'e' }]);
    expect(board.editor.getSelectedShapeIds()).toEqual([ideaShapeId('e')]);
    board.drag(at('d'), at('e'));
    expect(board.map().groups).toHaveLength(3);
    expectSnapped(board);
  });

  it('[SHEET-39] a note in a group stays under the hand, so that something can be merged into it', () => {
    board.hold(at('c'), at('b'));
    const rest = at('b');
    seen();
    // coming back to it from behind, the place before it opens, and it is where it is seen
    board.hand.hover({ x: rest.x + 70, y: rest.y });
    seen();
    expect(at('b')).toEqual(rest);
    board.hand.hover(rest);
    vi.advanceTimersByTime(1000);
    board.hand.hover({ x: rest.x + 20, y: rest.y + 10 });
    expect(seen()?.foreseen.hint).toBe('mergeHere');
    letGo({ x: rest.x + 20, y: rest.y + 10 });
    expect(notesOf('g')).toEqual(['a', 'b+c']);
    // away from it, it is a move again
    board.hold(at('d'), at('b'));
    vi.advanceTimersByTime(1000);
    letGo(before('i'));
    expect(notesOf('h')).toEqual(['d', 'i', 'j']);
    expectSnapped(board);
  });

  it('[SHEET-39] a note that has made room is merged where it is seen', () => {
    board.hold(at('c'), before('b'));
    seen();
    const moved = at('b');
    board.hand.hover(moved);
    vi.advanceTimersByTime(1000);
    board.hand.hover({ x: moved.x + 3, y: moved.y });
    expect(seen()?.foreseen).toMatchObject({ hint: 'mergeHere', receives: ideaShapeId('b') });
    expect(at('b')).toEqual(moved);
    letGo(moved);
    expect(notesOf('g')).toEqual(['a', 'b+c']);
    expectSnapped(board);
  });

  it('[SHEET-38] what is only passed over makes no room', () => {
    const rest = places(ideaShapeId('c'));
    board.hold(at('c'), before('b'));
    expect(places(ideaShapeId('c'))).toEqual(rest);
    letGo(before('b'));
    expect(notesOf('g')).toEqual(['a', 'c', 'b']);
  });

  it('[SHEET-39] a hand that goes on merges nothing, however slow it is', () => {
    const start = at('e');
    board.hold(at('c'), { x: start.x - 30, y: start.y });
    for (let step = -20; step < 30; step += 10) {
      vi.advanceTimersByTime(300);
      board.hand.hover({ x: start.x + step, y: start.y });
    }
    expect(seen()?.foreseen.hint).toBe('groupHere');
  });

  it('[SHEET-30] beside a note in no group is near enough for a group; in free room it is in none', () => {
    const shape = board.shape(ideaShapeId('e'));
    const right = { x: (shape?.x ?? 0) + 147 + 5, y: at('e').y };
    board.drag(at('c'), right);
    expect(
      sheetOf(board.map(), 's')
        ?.groups.at(-1)
        ?.notes.map((note) => note.idea.id),
    ).toEqual(['e', 'c']);
    board.editor.complete();
    board.drag(at('a'), { x: at('d').x + 200, y: at('d').y });
    expect(notesOf('')).toEqual(['d', 'a']);
    expectSnapped(board);
  });
});
