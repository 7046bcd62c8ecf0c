/** Makes rows of who changed what fewer with time: one a minute, without persons when their time is over, none in the end. */
import type { ActRow } from '#server/store/ActStore.ts';
import { type Act, joinActs, readActs, writeActs } from '#server/relay/tick/Act.ts';
import { keptMs } from './namesUntil.ts';

/** These are left as they are, each beside its journal entry. */
export const freshMs = 2 * 60_000;
const spanMs = 60_000;

/** `rows` oldest first; the answer stands in place of them. `namesFrom`: what is older names nobody. */
export function tidyActs(rows: readonly ActRow[], namesFrom: number, nowMs: number): readonly ActRow[] {
  const groups: { readonly span: number | null; last: ActRow; readonly acts: Act[] }[] = [];
  for (const row of rows) {
    if (nowMs - row.atMs >= keptMs) continue;
    const isFresh = nowMs - row.atMs < freshMs;
    const span = isFresh ? null : Math.floor(row.atMs / spanMs);
    const group = groups.at(-1);
    const acts = isFresh ? [] : actsOf(row, namesFrom);
    if (group === undefined || span === null || group.span !== span) groups.push({ span, last: row, acts: [...acts] });
    else {
      group.last = row;
      group.acts.push(...acts);
    }
  }
  return groups.map(({ span, last, acts }) => (span === null ? last : rowOf(last, acts)));
}

function actsOf({ atMs, content }: ActRow, namesFrom: number): readonly Act[] {
  const acts = readActs(content);
  return atMs < namesFrom ? acts.map((act) => ({ ...act, person: null })) : acts;
}

function rowOf({ version, atMs }: ActRow, acts: readonly Act[]): ActRow {
  const joined = joinActs(acts);
  return { version, atMs, hasPeople: joined.some(({ person }) => person !== null), content: writeActs(joined) };
}
