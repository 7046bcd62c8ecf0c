/** What shows a drop before it is done comes with the late parts of a board: nothing is dragged before these are there (WEIGHT-2). */
import type { Foresight, ForesightSetup } from './Foresight.ts';

type Open = (setup: ForesightSetup) => Foresight;

const given: { open: Open | null } = { open: null };

export function giveForesight(open: Open): void {
  given.open = open;
}

/** Null while nobody gave it. */
export function openForesight(setup: ForesightSetup): Foresight | null {
  return given.open?.(setup) ?? null;
}
