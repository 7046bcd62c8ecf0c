/** Which automatic snapshots go: of each reason the newest stay, so that many of one reason never push out the others. */
import type { SnapshotReason } from '#shared/wire/snapshots.ts';
import type { SnapshotId } from '#shared/wire/ids.ts';
import type { SnapshotRow } from '#server/store/Store.ts';

/** README, "Snapshots", states these numbers. */
export const automaticKept: Readonly<Record<SnapshotReason, number>> = {
  // always named
  person: 0,
  start: 10,
  step: 30,
  end: 10,
  restore: 10,
  massDelete: 10,
  import: 10,
};

/** `rows` newest first; those with a name are never among the answer. */
export function prunable(rows: readonly SnapshotRow[]): readonly SnapshotId[] {
  const seen = new Map<SnapshotReason, number>();
  return rows
    .filter(({ name, reason }) => {
      if (name !== null) return false;
      const count = (seen.get(reason) ?? 0) + 1;
      seen.set(reason, count);
      return count > automaticKept[reason];
    })
    .map(({ id }) => id);
}
