/** How much room a note of a sheet needs so that its text stands there whole. */
import type { SheetIdea } from './SheetLayout.ts';
import { sheetMeasures } from './sheetMeasures.ts';
import { wholeLines } from './wholeLines.ts';

const { note, narrowLines, foot } = sheetMeasures;

/** Both places of a row and what is between them. */
export const wideNote = note.width * 2 + note.gap;

/** The text of a note of this width, in lines. */
export function noteLines(text: string, width: number): readonly string[] {
  return wholeLines(text, width - note.padX * 2, note.size);
}

interface TextSize {
  readonly width: number;
  readonly lines: number;
}

/** Sheets are laid out at every letter that somebody writes, and all texts but one are as they were. */
const known = new Map<string, TextSize>();
const mostKnown = 4000;

function textSize(text: string): TextSize {
  const before = known.get(text);
  if (before) return before;
  const narrow = noteLines(text, note.width).length;
  const isWide = narrow > narrowLines;
  const size = isWide
    ? { width: wideNote, lines: noteLines(text, wideNote).length }
    : { width: note.width, lines: narrow };
  if (known.size >= mostKnown) known.clear();
  known.set(text, size);
  return size;
}

/** What a note needs by itself; in its row all notes are as high as the highest. */
export function noteSize({ text, foot: rows }: SheetIdea): { readonly width: number; readonly height: number } {
  const { width, lines } = textSize(text);
  return { width, height: Math.max(note.height, lines * note.line + note.padY * 2 + rows * foot) };
}
