/** Which moments of the timed history go: the older they are, the fewer of them are needed. shared/OPERATIONS.md, "Snapshots", states the rule. */
import type { SnapshotRow } from '#server/store/SnapshotStore.ts';

const hourMs = 60 * 60 * 1_000;
const dayMs = 24 * hourMs;

/** All of the last two hours, then the last of each hour for two days, of each day for sixty, and of each month; in UTC. */
export const thinning = { allMs: 2 * hourMs, hourlyMs: 2 * dayMs, dailyMs: 60 * dayMs } as const;

/** `rows` newest first; the answer are those that go. */
export function thinned<Row extends Pick<SnapshotRow, 'takenAtMs'>>(
  rows: readonly Row[],
  nowMs: number,
): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter(({ takenAtMs }) => {
    const span = spanOf(takenAtMs, nowMs - takenAtMs);
    if (span === null) return false;
    if (seen.has(span)) return true;
    seen.add(span);
    return false;
  });
}

/** One of each span stays; null = all stay. */
function spanOf(atMs: number, ageMs: number): string | null {
  if (ageMs < thinning.allMs) return null;
  const at = new Date(atMs).toISOString();
  if (ageMs < thinning.hourlyMs) return at.slice(0, 13);
  return ageMs < thinning.dailyMs ? at.slice(0, 10) : at.slice(0, 7);
}
