/** Who changed what in a tick, as it goes to disk with its journal entry. */
import { type Act, joinActs, writeActs } from './Act.ts';
import type { ActRow } from '#server/store/ActStore.ts';
import type { Touches } from '#shared/board/changes/touches.ts';
import type { PersonId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { AppliedTick } from './AppliedTick.ts';
import type { Command } from './OwnChange.ts';

interface Sender {
  readonly person: PersonId;
  readonly connection: { readonly person: { readonly role: Role } };
}

export function actsOf({ touches }: Pick<AppliedTick, 'touches'>, messages: readonly Sender[]): readonly Act[] {
  const acts = touches.map(({ person, touches: own }): Act => {
    const sender = messages.find((message) => message.person === person);
    return { by: 'person', person, role: sender?.connection.person.role ?? null, ...own };
  });
  // those who are limited have a transaction of their own, so that somebody may come twice
  return new Set(acts.map(({ person }) => person)).size < acts.length ? joinActs(acts) : acts;
}

/** `command` = whose it is; null = nobody's. */
export function ownAct(touches: Touches, command: Command | null): Act {
  return { by: command?.by ?? 'server', person: null, role: command?.role ?? null, ...touches };
}

/** undefined where nothing was touched that people know of. */
export function actsRow(acts: readonly Act[], atMs: number): Omit<ActRow, 'version'> | undefined {
  const told = acts.filter(({ made, removed, changed }) => made.size + removed.size + changed.size > 0);
  if (told.length === 0) return undefined;
  return { atMs, hasPeople: told.some(({ person }) => person !== null), content: writeActs(told) };
}
