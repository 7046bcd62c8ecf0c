/** Which kept moment "what changed since" means where nobody chose one. */
import type { SnapshotReason } from '../wire/snapshots.ts';

export interface KeptMoment {
  /** null = automatic */
  readonly name: string | null;
  readonly reason: SnapshotReason;
  readonly takenAtMs: number;
}

/** Starts so near to each other are of one workshop: it was ended by mistake, or for lunch. */
export const oneWorkshopMs = 12 * 60 * 60 * 1_000;

/** The start of the last workshop; on a board that never had one what was kept last by hand, or at an end. */
export function sinceWhich<T extends KeptMoment>(moments: readonly T[]): T | null {
  const newestFirst = moments.toSorted((a, b) => b.takenAtMs - a.takenAtMs);
  const [start, ...earlier] = newestFirst.filter(({ reason }) => reason === 'start');
  if (start === undefined) return newestFirst.find(({ name, reason }) => name !== null || reason === 'end') ?? null;
  return earlier.findLast(({ takenAtMs }) => start.takenAtMs - takenAtMs < oneWorkshopMs) ?? start;
}
