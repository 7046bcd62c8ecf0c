/** Which automatic snapshots go: of each reason the newest stay, so that many of one reason never push out the others. */
import type { SnapshotReason } from '#shared/wire/snapshots.ts';
import type { SnapshotId } from '#shared/wire/ids.ts';
import type { SnapshotRow } from '#server/store/SnapshotStore.ts';
import { thinned } from './thinned.ts';

/** shared/OPERATIONS.md, "Snapshots", states these numbers. */
export const automaticKept: Readonly<Record<Exclude<SnapshotReason, 'time'>, number>> = {
  // always named
  person: 0,
  start: 10,
  step: 30,
  end: 10,
  restore: 10,
  massDelete: 10,
  import: 10,
  takeBack: 10,
};

/**
 * `rows` newest first; those with a name are never among the answer. `open` = those with a loss about which nobody has
 * decided: the others of their reason go before them. Those of the timed history go by their age.
 */
export function prunable(
  rows: readonly SnapshotRow[],
  open: ReadonlySet<SnapshotId>,
  nowMs: number,
): readonly SnapshotId[] {
  const seen = new Map<SnapshotReason, number>();
  const isOpen = ({ id }: SnapshotRow): boolean => open.has(id);
  const surplus = [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))].filter(({ name, reason }) => {
    if (name !== null || reason === 'time') return false;
    const count = (seen.get(reason) ?? 0) + 1;
    seen.set(reason, count);
    return count > automaticKept[reason];
  });
  const timed = rows.filter(({ name, reason }) => name === null && reason === 'time');
  return [...surplus, ...thinned(timed, nowMs)].map(({ id }) => id);
}

/**
 * What goes next where the snapshots of a board have become too many bytes; empty where nothing may. The larger group gives:
 * of the timed history every second moment, so that it reaches back as far as before, of the others the older half.
 */
export function goesForRoom(rows: readonly SnapshotRow[]): readonly SnapshotId[] {
  const automatic = rows.filter(({ name }) => name === null);
  const timed = automatic.filter(({ reason }) => reason === 'time');
  const others = automatic.filter(({ reason }) => reason !== 'time');
  const going =
    timed.length > others.length
      ? timed.filter((_, place) => place % 2 === 1)
      : others.slice(Math.max(1, Math.floor(others.length / 2)));
  return going.map(({ id }) => id);
}
