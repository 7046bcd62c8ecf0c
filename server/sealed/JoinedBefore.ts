/** People who had joined a board before an activity was opened: only they count toward the number below which nothing is shown. */
import * as v from 'valibot';
import { type BoardId, PersonId } from '#shared/wire/ids.ts';
import { mayDo } from '#shared/wire/roles.ts';
import type { Store } from '#server/store/Store.ts';

/**
 * In groups: those who share a device are one. Fixed when the activity is opened, so that nobody joins for it, and a clock that is
 * set changes nothing. null: of an activity of before this was kept, in which everybody counts.
 */
export const JoinedBefore = v.nullable(v.array(v.array(PersonId)));
export type JoinedBefore = v.InferOutput<typeof JoinedBefore>;

/** Who may take part and is there now. */
export async function earlyOf(store: Pick<Store, 'listPeople' | 'listSharers'>, board: BoardId): Promise<JoinedBefore> {
  const rows = await store.listPeople(board);
  const people = rows.filter(({ removedAtMs, role }) => removedAtMs === null && mayDo(role, 'edit'));
  const found = await Promise.all(
    people.map(async ({ id }) => ({ id, sharers: new Set(await store.listSharers(board, id)) })),
  );
  let groups: PersonId[][] = [];
  for (const { id, sharers } of found) {
    const isSame = (group: readonly PersonId[]): boolean => group.some((one) => sharers.has(one));
    const same = groups.filter(isSame).flat();
    groups = [...groups.filter((group) => !isSame(group)), [...same, id]];
  }
  return groups;
}

/** How many of those who took part count. */
export function countedOf(took: readonly PersonId[], early: JoinedBefore): number {
  if (early === null) return took.length;
  const all = new Set(took);
  return early.filter((group) => group.some((one) => all.has(one))).length;
}
