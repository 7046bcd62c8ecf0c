/**
 * Whoever joins and says which organization is theirs brings it to the table (decision 0092): at once where it is on the map,
 * and as soon as somebody puts it there (decision 0218).
 */
import { applyChanges, readCollection, readMap } from '#shared/board/mapDocument.ts';
import type { Command } from '#shared/map/commands/Command.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import { nameKey } from '#shared/map/nameKey.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { mayDo } from '#shared/wire/roles.ts';
import type { PersonRow } from '#server/store/PeopleStore.ts';
import { NotStoredError, StorageFullError } from '#server/store/storeErrors.ts';
import type * as Y from 'yjs';
import type { Services } from '#server/http/Services.ts';

/** Asked, or not even that; who has left or only looks on was said to by somebody on purpose. */
const waiting: ReadonlySet<unknown> = new Set(['not_contacted', 'invited']);

type Tools = Pick<Services, 'relay' | 'nowMs' | 'log'>;
type Named = Pick<PersonRow, 'organization' | 'role'>;

/** Observers look on, so they bring nobody. A disk that is full keeps nobody out: one press on the card says the same. */
export async function seatOrganization(tools: Tools, board: BoardId, person: Named): Promise<void> {
  await seatAll(tools, board, theirs([person]), null);
}

/** Organizations that people on the board just named: those that somebody who joined said are theirs. */
export async function seatNamed(
  { store, ...tools }: Tools & Pick<Services, 'store'>,
  board: BoardId,
  named: readonly string[],
): Promise<void> {
  const people = (await store.listPeople(board)).filter(({ removedAtMs }) => removedAtMs === null);
  await seatAll(tools, board, theirs(people), new Set(named));
}

/** Keys of the names that they said. */
function theirs(people: readonly Named[]): ReadonlySet<string> {
  return new Set(
    people.flatMap(({ organization, role }) =>
      organization !== null && mayDo(role, 'edit') ? [keyOf(organization)].filter((key) => key !== '') : [],
    ),
  );
}

async function seatAll(
  { relay, nowMs, log }: Tools,
  board: BoardId,
  names: ReadonlySet<string>,
  among: ReadonlySet<string> | null,
): Promise<void> {
  if (names.size === 0) return;
  const today = new Date(nowMs()).toISOString().slice(0, 10);
  try {
    await relay.change(board, (doc) => seat(doc, names, among, today));
  } catch (error) {
    // a board that is gone has no table
    if (among !== null && error instanceof NotStoredError) return;
    if (!(error instanceof StorageFullError)) throw error;
    log.warn('join.organizationNotSeated', { board });
  }
}

function seat(doc: Y.Doc, names: ReadonlySet<string>, among: ReadonlySet<string> | null, today: string): void {
  const stored = [...readCollection(doc, 'organizations')].map(([id, { name, engagement }]) => ({
    id,
    engagement,
    key: typeof name === 'string' ? keyOf(name) : '',
  }));
  const alike = stored.filter(({ key }) => names.has(key));
  // of several with one name, one is theirs
  const seated = new Set(alike.filter(({ engagement }) => engagement === 'partner').map(({ key }) => key));
  const commands: Command[] = [];
  for (const { id, key, engagement } of alike) {
    if (seated.has(key) || !waiting.has(engagement) || among?.has(id) === false) continue;
    seated.add(key);
    commands.push({ type: 'edit', collection: 'organizations', id, fields: { engagement: 'partner' } });
  }
  // most boards have many people and few names: the whole map is read only where one fits
  if (commands.length === 0) return;
  const result = runCommands(readMap(doc), commands, { today, newId: () => 'none' });
  if (result.ok) applyChanges(doc, result.changes, 'join');
}

/** Names are one when people would say so. */
const keyOf = (name: string): string => nameKey(name);
