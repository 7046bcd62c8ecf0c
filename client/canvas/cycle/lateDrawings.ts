/**
 * The shapes of the cycle are known to the canvas from the start, their drawings come after it: nothing of the cycle stands on
 * the canvas before the late parts put it there, and these give the drawings first (WEIGHT-2, decision 0100). Not React's
 * `lazy`: it leaves out one drawing, and with it the first letters of who writes at once.
 */
import type { cycleDrawings } from './cycleDrawings.ts';

type CycleDrawings = typeof cycleDrawings;

const given: { drawings: CycleDrawings | null } = { drawings: null };

/** Once, before the first shape of the cycle is on a canvas. */
export function giveCycleDrawings(drawings: CycleDrawings): void {
  given.drawings = drawings;
}

/** Throws while nobody gave them. */
export function lateDrawings(): CycleDrawings {
  if (given.drawings === null) throw new Error('The drawings of the cycle are not there yet');
  return given.drawings;
}
