/** What a snapshot is called: its name, or why it was kept; of the timed history its time. */
import type { TFunction } from 'i18next';
import { clockTime, dayAndTime } from '#client/ui/text/moments.ts';
import { snapshotReasons, type SnapshotCounts, type SnapshotSummary } from '#shared/wire/snapshots.ts';

export function snapshotName(
  { name, reason, detail, takenAt }: SnapshotSummary,
  t: TFunction,
  language: string,
): string {
  if (name !== null) return name;
  if (reason === 'time') return t('snapshots.reason.timeOf', { time: clockTime(takenAt, language) });
  if (detail !== null && reason === 'step') return t('snapshots.reason.stepOf', { detail });
  if (detail !== null && reason === 'restore') return t('snapshots.reason.restoreOf', { detail });
  return t(`snapshots.reason.${snapshotReasons.find((one) => one === reason) ?? 'person'}`);
}

/** Kept by the clock, and nobody gave it a name. */
export function isTimed({ name, reason }: Pick<SnapshotSummary, 'name' | 'reason'>): boolean {
  return name === null && reason === 'time';
}

/** The day is left out for moments of today. */
export function snapshotTime(at: number, now: number, language: string): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? clockTime(at, language) : dayAndTime(at, language);
}

const shown = ['interests', 'organizations', 'representatives', 'notes', 'actions', 'drawings'] as const;

export function snapshotCounts(counts: SnapshotCounts, t: TFunction): string {
  const parts = shown.flatMap((name) =>
    counts[name] === 0 ? [] : [t(`snapshots.counts.${name}`, { count: counts[name] })],
  );
  return parts.length === 0 ? t('snapshots.counts.nothing') : parts.join(', ');
}
