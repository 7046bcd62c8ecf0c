/** Moments of the timed history by the day on this reader's clock, newest first. */
import { wholeDay } from '#client/ui/text/moments.ts';
import { groupBy } from '#shared/map/MapIndex.ts';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';

export interface DayOfMoments {
  readonly key: string;
  /** in words */
  readonly day: string;
  readonly moments: readonly SnapshotSummary[];
}

export function momentsByDay(moments: readonly SnapshotSummary[], language: string): readonly DayOfMoments[] {
  const days = groupBy(moments, ({ takenAt }) => new Date(takenAt).toDateString());
  return [...days].map(([key, ofDay]) => ({ key, day: wholeDay(new Date(key), language), moments: ofDay }));
}
