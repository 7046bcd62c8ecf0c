/**
 * The shapes of sheets are known to the canvas from the start, their drawings come after it: nothing of a sheet stands on the
 * canvas before the late parts put it there, and these give the drawings first (WEIGHT-2, decision 0100).
 */
import type { sheetDrawings } from './sheetDrawings.ts';

type SheetDrawings = typeof sheetDrawings;

const given: { drawings: SheetDrawings | null } = { drawings: null };

/** Once, before the first shape of a sheet is on a canvas. */
export function giveSheetDrawings(drawings: SheetDrawings): void {
  given.drawings = drawings;
}

/** Throws while nobody gave them. */
export function lateDrawings(): SheetDrawings {
  if (given.drawings === null) throw new Error('The drawings of sheets are not there yet');
  return given.drawings;
}
