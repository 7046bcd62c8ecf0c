// @vitest-environment jsdom
import { createShapeId, toRichText, type TLShapeId } from '@tldraw/tldraw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { viewEditor, type ViewEditor } from '../projected/testing/viewEditor.ts';
import { linesOf } from './copyLines.ts';
import { placeLines, placeNotes } from './placePasted.ts';

const template = readTemplate('blank');
if (!template) throw new Error('there is no such template');
let board: ViewEditor;
beforeEach(() => {
  board = viewEditor(template.map, template.asOf);
});
afterEach(() => board.dispose());

const textOf = (id: TLShapeId) => {
  const shape = board.editor.getShape(id);
  return shape && board.editor.getShapeUtil(shape).getText(shape);
};
const at = { x: 3000, y: 3000 };

describe('pasted words on the canvas', () => {
  it('[PASTE-1] each cell that says something is a note at its row and column', () => {
    const ids = placeNotes(
      board.editor,
      [
        ['Employer', 'Jobs'],
        ['Harbor Steel', ''],
        ['', '7'],
      ],
      at,
    );
    expect(ids.map(textOf)).toEqual(['Employer', 'Jobs', 'Harbor Steel', '7']);
    const place = (id?: TLShapeId) => (id === undefined ? undefined : board.editor.getShapePageBounds(id)?.point);
    const [employer, jobs, harbor, seven] = ids.map(place);
    expect([harbor?.x, seven?.x]).toEqual([employer?.x, jobs?.x]);
    expect(jobs?.y).toBe(employer?.y);
    expect(seven?.y).toBeGreaterThan(harbor?.y ?? Infinity);
    expect(board.editor.getSelectedShapeIds()).toEqual(ids);
  });

  it('[PASTE-2] lines become a block of notes, none on another', () => {
    const ids = placeLines(board.editor, ['a', 'b', 'c', 'd', 'e'], at);
    expect(ids.map(textOf)).toEqual(['a', 'b', 'c', 'd', 'e']);
    const bounds = ids.flatMap((id) => board.editor.getShapePageBounds(id) ?? []);
    const overlaps = bounds.filter((one, n) => bounds.some((other, m) => m > n && one.collides(other)));
    expect(overlaps).toEqual([]);
    expect(new Set(bounds.map(({ y }) => y)).size).toBe(2);
  });

  it('[PASTE-5] copied notes leave one line each, from the top and from the left', () => {
    const note = (name: string, x: number, y: number) => {
      const id = createShapeId(name);
      board.editor.createShape({ id, type: 'note', x, y, props: { richText: toRichText(name) } });
      return id;
    };
    const ids = [note('below', 0, 900), note('right', 600, 20), note('left', 0, 0)];
    const content = board.editor.getContentFromCurrentPage(ids);
    expect(content && linesOf(board.editor, content)).toBe('left\nright\nbelow');
  });
});
