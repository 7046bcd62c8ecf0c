/** Who changed what, as it stands beside a journal entry: keys of records and entities and names of fields, no content. */
import { joinTouches, type Touches } from '#shared/board/touches.ts';
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

export function writeActs(acts: readonly Act[]): string {
  return JSON.stringify(acts.map(storedAct));
}

function storedAct({ by, person, role, made, removed, changed }: Act): StoredAct {
  return {
    ...(by === 'person' ? {} : { b: by }),
    ...(person === null ? {} : { p: person }),
    ...(role === null ? {} : { r: role }),
    ...(made.size === 0 ? {} : { m: [...made] }),
    ...(removed.size === 0 ? {} : { d: [...removed] }),
    ...(changed.size === 0 ? {} : { c: Object.fromEntries([...changed].map(([key, names]) => [key, [...names]])) }),
  };
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
  const joined = new Map<string, Act>();
  for (const act of acts) {
    const key = `${act.by} ${act.person ?? ''} ${act.role ?? ''}`;
    const before = joined.get(key);
    joined.set(key, before === undefined ? act : { ...act, ...joinTouches(before, act) });
  }
  return [...joined.values()];
}
