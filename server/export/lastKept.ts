/** The last moment of a board that people kept: a snapshot with a name, or the end of a workshop. What reports compare with. */
import type { SnapshotRow } from '#server/store/Store.ts';

export function lastKept(rows: readonly SnapshotRow[]): SnapshotRow | null {
  const kept = rows.filter((row) => row.name !== null || row.reason === 'end');
  return kept.toSorted((a, b) => b.takenAtMs - a.takenAtMs)[0] ?? null;
}

/** Its name and day. */
export function keptLabel(row: SnapshotRow): string {
  const day = new Date(row.takenAtMs).toISOString().slice(0, 10);
  return row.name === null ? day : `“${row.name}” (${day})`;
}
