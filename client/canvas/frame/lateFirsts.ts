/** Which interests are to be talked about first comes with the late parts of a board: rules are no part of the first picture (WEIGHT-2). */
import type { MapIndex } from '#shared/map/MapIndex.ts';

type Firsts = (index: MapIndex) => ReadonlySet<string>;

const given: { firsts: Firsts | null } = { firsts: null };

export function giveFirsts(firsts: Firsts): void {
  given.firsts = firsts;
}

/** None while nobody gave it. */
export function firstsOf(index: MapIndex): ReadonlySet<string> | undefined {
  return given.firsts?.(index);
}
