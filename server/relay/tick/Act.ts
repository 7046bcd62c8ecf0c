/** Who changed what, as it stands beside a journal entry: keys of records and entities and names of fields, no content. */
import { joinTouches, type Touches } from '#shared/board/changes/touches.ts';
import { groupBy } from '#shared/map/MapIndex.ts';
import type { PersonId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';

/**
 * `person` = a person's own edit, an undo too; `restore` and `takeBack` = the server did it on a facilitator's command;
 * `server` = anything else that the server itself writes, such as what was sealed until now: nobody's.
 */
export type ActBy = 'person' | 'restore' | 'takeBack' | 'server';

export interface Act extends Touches {
  readonly by: ActBy;
  /** null = the server, or no longer known */
  readonly person: PersonId | null;
  /** at that time; null = the server */
  readonly role: Role | null;
}

/** As JSON. */
interface StoredAct {
  readonly b?: ActBy;
  readonly p?: PersonId;
  readonly r?: Role;
  readonly m?: readonly string[];
  readonly d?: readonly string[];
  readonly c?: Readonly<Record<string, readonly string[]>>;
}

/** By hand: it is made with every tick, and general ways cost several times as much. */
export function writeActs(acts: readonly Act[]): string {
  return `[${acts.map(actText).join()}]`;
}

function actText({ by, person, role, made, removed, changed }: Act): string {
  const fields: string[] = [];
  if (by !== 'person') fields.push(`"b":"${by}"`);
  if (person !== null) fields.push(`"p":"${person}"`);
  if (role !== null) fields.push(`"r":"${role}"`);
  if (made.size > 0) fields.push(`"m":${listText(made)}`);
  if (removed.size > 0) fields.push(`"d":${listText(removed)}`);
  if (changed.size > 0) {
    const keys: string[] = [];
    for (const [key, names] of changed) keys.push(`${JSON.stringify(key)}:${listText(names)}`);
    fields.push(`"c":{${keys.join()}}`);
  }
  return `{${fields.join()}}`;
}

function listText(words: ReadonlySet<string>): string {
  return JSON.stringify([...words]);
}

/** Only texts that `writeActs` wrote come here. */
export function readActs(text: string): readonly Act[] {
  return (JSON.parse(text) as readonly StoredAct[]).map(
    ({ b = 'person', p = null, r = null, m = [], d = [], c = {} }) => ({
      by: b,
      person: p,
      role: r,
      made: new Set(m),
      removed: new Set(d),
      changed: new Map(Object.entries(c).map(([key, names]) => [key, new Set(names)])),
    }),
  );
}

/** Acts of the same person, role and kind become one. */
export function joinActs(acts: readonly Act[]): readonly Act[] {
  const groups = groupBy(acts, ({ by, person, role }) => `${by} ${person ?? ''} ${role ?? ''}`);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return others.length === 0 ? [first] : [{ ...first, ...joinTouches([first, ...others]) }];
  });
}
