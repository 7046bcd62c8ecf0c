/** Activities of one board in memory, with what people of open ones wrote. */
import type { PersonId } from '#shared/wire/ids.ts';
import { isAsCounted, type ActivityEnd, type ActivityRow, type SealedChange } from '#server/store/ActivityStore.ts';
import { AlreadyStoredError, MovedError, NotStoredError } from '../storeErrors.ts';

export interface MemoryActivity {
  row: ActivityRow;
  readonly sealed: Map<PersonId, string>;
}

export type MemoryActivities = Map<string, MemoryActivity>;

export function listActivitiesOf(activities: MemoryActivities | undefined): ActivityRow[] {
  const rows = [...(activities?.values() ?? [])].map(({ row }) => ({ ...row }));
  return rows.toSorted((a, b) => a.openedAtMs - b.openedAtMs || (a.id < b.id ? -1 : 1));
}

export function openActivityIn(activities: MemoryActivities, row: ActivityRow): void {
  if (activities.has(row.id)) throw new AlreadyStoredError('round');
  activities.set(row.id, { row: { ...row }, sealed: new Map() });
}

export function sealedIn(activities: MemoryActivities | undefined, id: string): Map<PersonId, string> {
  const sealed = [...(activities?.get(id)?.sealed ?? [])];
  return new Map(sealed.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function changeSealedIn(
  activities: MemoryActivities,
  id: string,
  person: PersonId,
  { from, to }: SealedChange,
): void {
  const { sealed } = openIn(activities, id);
  if ((sealed.get(person) ?? null) !== from) throw new MovedError('it was written meanwhile');
  if (to === null) sealed.delete(person);
  else sealed.set(person, to);
}

export function replaceSealedIn(
  activities: MemoryActivities,
  id: string,
  from: ReadonlyMap<PersonId, string>,
  to: ReadonlyMap<PersonId, string>,
): void {
  const { sealed } = openIn(activities, id);
  if (!isAsCounted(sealed, from)) throw new MovedError('something was written meanwhile');
  sealed.clear();
  for (const [person, content] of to) sealed.set(person, content);
}

export function endActivityIn(
  activities: MemoryActivities,
  id: string,
  { endedAtMs, content, due }: Omit<ActivityEnd, 'record'>,
  counted: ReadonlyMap<PersonId, string>,
): void {
  const activity = openIn(activities, id);
  if (!isAsCounted(activity.sealed, counted)) throw new MovedError('something was written meanwhile');
  activity.row = { ...activity.row, endedAtMs, content, due };
  activity.sealed.clear();
}

export function settleActivityIn(activities: MemoryActivities, id: string): void {
  const activity = activities.get(id);
  if (!activity) throw new NotStoredError('no such round on this board');
  activity.row = { ...activity.row, due: null };
}

function openIn(activities: MemoryActivities, id: string): MemoryActivity {
  const activity = activities.get(id);
  if (!activity || activity.row.endedAtMs !== null) throw new NotStoredError('no such open round on this board');
  return activity;
}
