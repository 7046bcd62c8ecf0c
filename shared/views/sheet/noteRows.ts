/** Notes in tidy rows, in their order: in each row as many as fit, all as high as the highest. */
import type { Box } from '../frame/FrameLayout.ts';
import { noteSize } from './noteSize.ts';
import type { SheetIdea } from './SheetLayout.ts';
import { sheetMeasures } from './sheetMeasures.ts';

const { note, column, gutter, group } = sheetMeasures;

export interface NoteRows {
  readonly boxes: readonly Box[];
  /** From the top of the first row to the end of the last; 0 without notes. */
  readonly height: number;
}

/** In so many columns of two notes each; upper left corner of the first column here. */
export function noteRows(ideas: readonly SheetIdea[], columns: number, x: number, y: number): NoteRows {
  const boxes: Box[] = [];
  const most = columns * 2;
  let row: { readonly cell: number; readonly width: number; readonly height: number }[] = [];
  let next = 0;
  let top = y;
  const endRow = () => {
    if (row.length === 0) return;
    const height = Math.max(...row.map((one) => one.height));
    for (const { cell, width } of row) boxes.push({ x: x + cellLeft(cell, columns), y: top, width, height });
    top += height + note.gap;
    row = [];
    next = 0;
  };
  for (const idea of ideas) {
    const { width, height } = noteSize(idea);
    const cells = width > note.width ? 2 : 1;
    if (next + cells > most) endRow();
    row.push({ cell: next, width, height });
    next += cells;
  }
  endRow();
  return { boxes, height: boxes.length === 0 ? 0 : top - note.gap - y };
}

/** Evenly from the first column's left place to the last one's right. */
function cellLeft(cell: number, columns: number): number {
  const last = columns * column + (columns - 1) * gutter - group.side - note.width;
  return group.side + (cell * (last - group.side)) / (columns * 2 - 1);
}
