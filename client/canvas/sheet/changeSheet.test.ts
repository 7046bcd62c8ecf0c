// @vitest-environment jsdom
import { createShapeId, type TLShapeId } from '@tldraw/tldraw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sheetOf } from '#shared/map/readings/sheets.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import type { SheetsLayout } from '#shared/views/sheet/SheetLayout.ts';
import { groupChosen } from '../projected/groupChosen.ts';
import { openedOn } from '../projected/openedOn.ts';
import { expectSnapped } from '../projected/testing/expectSnapped.ts';
import { viewEditor, type ViewEditor } from '../projected/testing/viewEditor.ts';
import { groupShapeId, ideaShapeId } from './sheetShapeIds.ts';
import { addGroup, addIdea, addSheet } from './testing/addToSheet.ts';

let board: ViewEditor;
beforeEach(() => {
  const start = readTemplate('blank');
  if (!start) throw new Error('there is no such template');
  board = viewEditor(start.map, start.asOf);
  board.run(
    addSheet,
    addGroup('g'),
    addGroup('h'),
    addIdea('a', 'g'),
    addIdea('b', 'g'),
    addIdea('c'),
    addIdea('d'),
    addIdea('e'),
    addIdea('f', 'h'),
  );
});
afterEach(() => board.dispose());

const layout = () => board.projection('sheet').layout as SheetsLayout;
const at = (id: string) => board.middle(ideaShapeId(id));
/** Ids of the notes by the title of their group; those in none under 'none'. */
function groups(): Record<string, readonly string[]> {
  const shown = sheetOf(board.map(), 's');
  if (!shown) throw new Error('there is no sheet');
  const parts = shown.groups.map(({ group: { title }, notes }) => [title, notes.map((note) => note.idea.id)]);
  return Object.fromEntries([...parts, ['none', shown.ungrouped.map((note) => note.idea.id)]]) as Record<
    string,
    string[]
  >;
}
const headOf = (id: string) => {
  const { x, y } = board.shape(groupShapeId(id)) ?? { x: 0, y: 0 };
  return { x: x + 100, y: y + 20 };
};

describe('a sheet on the canvas', () => {
  it('[SHEET-30] a note dropped on another one in no group makes a group of both, and its title is written', () => {
    board.drag(at('c'), at('e'));
    const made = board.map().groups.at(-1);
    expect(groups()).toEqual({ 'Group g': ['a', 'b'], 'Group h': ['f'], '': ['e', 'c'], none: ['d'] });
    expect(made).toMatchObject({ title: '' });
    expect(board.editor.getEditingShapeId()).toBe(groupShapeId(made?.id ?? ''));
    expect(board.commands).toHaveLength(1);
    expectSnapped(board);
  });

  it('[SHEET-30] on a group it comes in where it was let go, beside all groups it is in none', () => {
    board.drag(at('c'), { x: at('b').x - 50, y: at('b').y });
    expect(groups()['Group g']).toEqual(['a', 'c', 'b']);
    board.drag(at('d'), headOf('h'));
    expect(groups()['Group h']).toEqual(['d', 'f']);
    const { x, y } = layout().sheets[0]?.box ?? { x: 0, y: 0 };
    board.drag(at('a'), { x: x + 40, y: y + 30 });
    expect(groups()).toEqual({ 'Group g': ['c', 'b'], 'Group h': ['d', 'f'], none: ['a', 'e'] });
    expectSnapped(board);
  });

  it('[SHEET-30] outside of its sheet it goes back, and people are told', () => {
    const before = at('c');
    board.drag(before, { x: before.x - 2000, y: before.y });
    expect(board.hints).toEqual(['needsSheet']);
    expect(at('c')).toEqual(before);
    board.run({ type: 'add', collection: 'sheets', id: 't', fields: { question: 'And who gains?' } });
    const other = layout().sheets[1]?.box ?? { x: 0, y: 0 };
    board.drag(at('c'), { x: other.x + 40, y: other.y + 30 });
    expect(board.hints).toEqual(['needsSheet', 'otherSheet']);
    expect(board.commands).toEqual([]);
    expectSnapped(board);
  });

  it('[SHEET-32] several that were chosen land together, in one act', () => {
    board.editor.setSelectedShapes([ideaShapeId('c'), ideaShapeId('d'), ideaShapeId('f')]);
    board.drag(at('d'), { x: at('b').x + 30, y: at('b').y });
    expect(groups()).toEqual({ 'Group g': ['a', 'b', 'c', 'd', 'f'], 'Group h': [], none: ['e'] });
    expect(board.commands).toHaveLength(1);
    expectSnapped(board);
  });

  it('[SHEET-32] the key for groups makes a group of the chosen notes, also out of others', () => {
    board.editor.setSelectedShapes([ideaShapeId('c'), ideaShapeId('a')]);
    expect(groupChosen(board.editor)).toBe(true);
    expect(board.commands).toHaveLength(1);
    expect(groups()).toMatchObject({ 'Group g': ['b'], none: ['d', 'e'] });
    expect(board.editor.getEditingShapeId()).toBe(groupShapeId(board.map().groups.at(-1)?.id ?? ''));
    board.editor.setSelectedShapes([ideaShapeId('d')]);
    expect(groupChosen(board.editor)).toBe(true);
    expect(board.hints).toEqual(['oneNote']);
    board.editor.selectNone();
    expect(groupChosen(board.editor)).toBe(false);
  });

  it('[SHEET-31] a group that is dragged takes the place of the one it was let go on', () => {
    const place = headOf('h');
    const [from, before] = [headOf('g'), at('a')];
    board.hold(from, { x: from.x + 200, y: from.y + 30 });
    expect(at('a')).toEqual({ x: before.x + 200, y: before.y + 30 });
    board.hand.letGo(from);
    board.keeper.settle();
    expect(at('a')).toEqual(before);
    board.drag(headOf('g'), { x: place.x, y: place.y + 40 });
    expect(Object.keys(groups())).toEqual(['Group h', 'Group g', 'none']);
    board.drag(headOf('g'), { x: -9000, y: 0 });
    expect(board.hints).toEqual(['needsSheet']);
    expectSnapped(board);
  });

  it('[SHEET-33] arrow keys walk a note through its group, with Shift from group to group and out of all', () => {
    board.editor.select(ideaShapeId('a'));
    board.key('ArrowRight', 'ArrowRight');
    expect(groups()['Group g']).toEqual(['b', 'a']);
    board.key('ArrowRight', 'ArrowRight');
    expect(groups()['Group g']).toEqual(['b', 'a']);
    board.hand.press('Shift', 'ShiftLeft', { shiftKey: true });
    board.key('ArrowDown', 'ArrowDown', { shiftKey: true });
    expect(groups()['Group h']).toEqual(['f', 'a']);
    board.key('ArrowDown', 'ArrowDown', { shiftKey: true });
    expect(groups()['none']).toEqual(['c', 'd', 'e', 'a']);
    expectSnapped(board);
  });

  it('[SHEET-34] a double click writes what is under it; others write in the same note at once', () => {
    const { editor } = board;
    const twice = (point: { x: number; y: number }) => {
      board.click(point);
      board.click(point);
    };
    twice(at('c'));
    expect(editor.getEditingShapeId()).toBe(ideaShapeId('c'));
    editor.complete();
    editor.updateShape({ id: ideaShapeId('c'), type: 'idea-note', props: { text: 'Text of c, and more' } });
    board.run({ type: 'edit', collection: 'ideas', id: 'c', fields: { text: 'A text of c' } });
    board.keeper.settle();
    expect(board.map().ideas.find(({ id }) => id === 'c')?.text).toBe('A text of c, and more');
    editor.updateShape({ id: groupShapeId('g'), type: 'idea-group', props: { text: 'Money' } });
    editor.updateShape({ id: 'shape:sheet.s' as TLShapeId, type: 'idea-sheet', props: { text: 'Who gains?' } });
    board.keeper.settle();
    expect(board.map().groups[0]?.title).toBe('Money');
    expect(board.map().sheets[0]?.question).toBe('Who gains?');
    expectSnapped(board);
  });

  it('[SHEET-35] a deleted group leaves its notes in none; a note goes alone, a sheet stays', () => {
    board.editor.deleteShapes([groupShapeId('g'), ideaShapeId('d'), 'shape:sheet.s' as TLShapeId]);
    board.keeper.settle();
    expect(groups()).toEqual({ 'Group h': ['f'], none: ['a', 'b', 'c', 'e'] });
    expect(board.hints).toEqual(['sheetStays']);
    expectSnapped(board);
  });

  it("[SHEET-36] tldraw's note put down on a sheet, and a copy of a note, are notes of it", () => {
    board.editor.setCurrentTool('note');
    board.click({ x: headOf('g').x, y: headOf('g').y });
    expect(board.map().ideas.at(-1)).toMatchObject({ text: '', sheet_id: 's', group_id: 'g' });
    expect(board.editor.getEditingShapeId()).toBe(ideaShapeId(board.map().ideas.at(-1)?.id ?? ''));
    board.editor.complete();
    board.drag(at('c'), headOf('h'), { altKey: true });
    expect(board.map().ideas.at(-1)).toMatchObject({ text: 'Text of c', group_id: 'h' });
    expect(groups()['none']).toEqual(['c', 'd', 'e']);
    board.editor.createShape({ id: createShapeId(), type: 'idea-group', x: 0, y: 0 });
    board.keeper.settle();
    expect(board.hints).toEqual(['groupCopy']);
    expectSnapped(board);
  });

  it('[SHEET-23] what somebody unfolds is for them alone, and changes nothing on the map', async () => {
    board.run(...Array.from({ length: 40 }, (_, place) => addIdea(`n${place}`, place < 20 ? 'g' : null)));
    expect(layout().groups.map(({ isFolded }) => isFolded)).toEqual([true, true]);
    const map = board.map();
    openedOn(board.editor).set(new Map([['g', 1]]));
    await Promise.resolve();
    expect(board.shape(groupShapeId('g'))?.props).toMatchObject({ isFolded: false });
    expect(board.shape(ideaShapeId('n5'))).toBeDefined();
    expect(board.map()).toBe(map);
  });

  it('[SHEET-37] a sheet of 200 notes: moving one changes only the shapes that stand elsewhere', () => {
    board.run(
      ...Array.from({ length: 18 }, (_, place) => addGroup(`x${place}`)),
      ...Array.from({ length: 194 }, (_, place) => addIdea(`n${place}`, place < 180 ? `x${place % 18}` : null)),
    );
    openedOn(board.editor).set(new Map([...board.map().groups.map(({ id }) => [id, 1] as const), ['s', 20]]));
    board.keeper.show();
    expect(layout().ideas).toHaveLength(200);
    let changed = 0;
    const stop = board.editor.store.sideEffects.registerAfterChangeHandler('shape', () => void (changed += 1));
    board.run({ type: 'moveIdeas', ideas: ['n190'], group_id: 'x17' });
    stop();
    // of 221 shapes: the note, its group and what stands below it in its column, the sheet, and what is in no group
    expect(changed).toBeLessThan(45);
  });
});
