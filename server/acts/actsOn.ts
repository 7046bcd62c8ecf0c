/** What is stored about one thing: who made, changed and removed it. */
import type { ActRow } from '#server/store/ActStore.ts';
import type { ThingAct } from '#shared/wire/thingActs.ts';
import type { PersonId } from '#shared/wire/ids.ts';
import { type Act, readActs } from '#server/relay/tick/Act.ts';

export interface ActOn extends Omit<ThingAct, 'name'> {
  readonly person: PersonId | null;
}

/** Newest first, `most` at most. `rows` oldest first. */
export function actsOn(rows: readonly ActRow[], key: string, most: number): readonly ActOn[] {
  const found: ActOn[] = [];
  const inContent = JSON.stringify(key);
  for (const { atMs, content } of rows.toReversed()) {
    // most rows are about other things, and reading them costs
    if (!content.includes(inContent)) continue;
    for (const act of readActs(content).toReversed()) {
      const what = whatOf(act, key);
      if (what !== null) found.push({ ...what, at: atMs, person: act.person, role: act.role });
      if (found.length === most) return found;
    }
  }
  return found;
}

function whatOf({ by, made, removed, changed }: Act, key: string): Pick<ThingAct, 'kind' | 'fields'> | null {
  const fields = [...(changed.get(key) ?? [])];
  if (!made.has(key) && !removed.has(key) && !changed.has(key)) return null;
  if (by === 'server') return { kind: 'server', fields };
  if (by !== 'person') return { kind: by === 'restore' ? 'restored' : 'tookBack', fields };
  return { kind: made.has(key) ? 'made' : removed.has(key) ? 'removed' : 'changed', fields };
}
