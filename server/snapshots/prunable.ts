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

/**
 * `rows` newest first; those with a name are never among the answer. `open` = those with a loss about which nobody has
 * decided: the others of their reason go before them.
 */
export function prunable(rows: readonly SnapshotRow[], open: ReadonlySet<SnapshotId>): readonly SnapshotId[] {
  const seen = new Map<SnapshotReason, number>();
  const isOpen = ({ id }: SnapshotRow): boolean => open.has(id);
  return [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))]
    .filter(({ name, reason }) => {
      if (name !== null) return false;
      const count = (seen.get(reason) ?? 0) + 1;
      seen.set(reason, count);
      return count > automaticKept[reason];
    })
    .map(({ id }) => id);
}
