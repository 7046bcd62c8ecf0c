/** Which things of the map people are voting on just now. */
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';

const none: ReadonlySet<string> = new Set();

/** Keys of the things of the map that stand in open votes, as in `lockKey.entity`. */
export function votedThings(activities: readonly SealedActivity[]): ReadonlySet<string> {
  const refs = activities.flatMap((activity) =>
    activity.kind === 'vote' && activity.status === 'open' ? activity.options.flatMap(({ ref }) => ref ?? []) : [],
  );
  const things = refs.filter((ref) => ref.startsWith('map:'));
  return things.length === 0 ? none : new Set(things);
}
