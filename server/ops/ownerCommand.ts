/**
 * `npm run owner -- <board id> [--name <name>]`: makes a new owner of a board and prints their return link, where the old
 * one is lost. It writes, so the server has to be stopped. The owner before stays a facilitator.
 */
import * as v from 'valibot';
import { PersonName } from '../../shared/wire/http.ts';
import { BoardId } from '../../shared/wire/ids.ts';
import { personColor } from '../door/personColor.ts';
import { newPersonId } from '#server/door/secrets/randomText.ts';
import { returnPath } from '#server/door/secrets/returnSecret.ts';
import { toldApart } from '../door/toldApart.ts';
import { openSqliteStore } from '../store/sqlite/openSqliteStore.ts';
import type { BoardStore } from '../store/BoardStore.ts';
import type { DoorStore } from '../store/DoorStore.ts';
import type { InstallationStore } from '../store/InstallationStore.ts';
import type { PeopleStore } from '../store/PeopleStore.ts';
import { readEnvironment } from './environment.ts';
import { existingDatabase } from './existingDatabase.ts';

const usage = 'as in: npm run owner -- <board id> --name "Maya Okafor"; the id is the part behind /b/ in its address';
const longestName = 60;

interface Wish {
  readonly board: BoardId;
  /** null = the name of the owner before */
  readonly name: string | null;
}

function readWish(words: readonly string[]): Wish {
  let [id, name]: [string | null, string | null] = [null, null];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--name') name = words[(at += 1)] ?? '';
    else if (word.startsWith('--name=')) name = word.slice('--name='.length);
    else if (word.startsWith('-') || id !== null) throw new Error(`"${word.slice(0, 60)}" is not expected, ${usage}`);
    else id = word;
  }
  const called = v.safeParse(v.nullable(PersonName), name);
  if (!called.success) throw new Error(`a name has 1 to ${longestName} characters, ${usage}`);
  const board = v.safeParse(BoardId, id);
  if (!board.success)
    throw new Error(id === null ? `say which board, ${usage}` : `"${id.slice(0, 60)}" is no board id, ${usage}`);
  return { board: board.output, name: called.output };
}

/** `link`: path of the new owner's return link. */
async function addOwner(
  store: BoardStore & DoorStore & InstallationStore & PeopleStore,
  { board, name }: Wish,
): Promise<{ title: string; name: string; link: string }> {
  const row = await store.readBoard(board);
  if (row === null) throw new Error('there is no board with this id in the data folder');
  const people = await store.listPeople(board);
  const { owner } = await store.readDoor(board);
  const before = people.find((person) => person.id === owner);
  const id = newPersonId();
  const returnGeneration = 1;
  const present = people.filter(({ removedAtMs }) => removedAtMs === null).map((person) => person.name);
  const called = toldApart(name ?? before?.name ?? 'Owner', present);
  await Promise.all([
    store.addPerson({
      id,
      board,
      name: called,
      color: personColor(
        people.map(({ color }) => color),
        Math.random(),
      ),
      role: 'facilitator',
      organization: null,
      kind: null,
      returnGeneration,
      joinedAtMs: Date.now(),
      removedAtMs: null,
    }),
    store.updateDoor(board, { owner: id }),
  ]);
  const link = returnPath(await store.installationSecret(), { board, id, returnGeneration });
  return { title: row.title, name: called, link };
}

async function ownerCommand(words: readonly string[]): Promise<string> {
  const wish = readWish(words);
  const { DATA_DIR, PUBLIC_ORIGIN, PORT } = process.env;
  const { dataDir, publicOrigins, port } = readEnvironment({ DATA_DIR, PUBLIC_ORIGIN, PORT });
  const { folder } = existingDatabase(dataDir);
  const store = openSqliteStore({ folder, nowMs: () => Date.now() });
  try {
    const { title, name, link } = await addOwner(store, wish);
    const origin = publicOrigins[0] ?? `http://localhost:${port}`;
    return [
      `${name} is the new owner of the board “${title}”. Whoever opens this link is; give it to nobody else:`,
      `${origin}${link}`,
    ].join('\n');
  } finally {
    await store.close();
  }
}

try {
  console.log(await ownerCommand(process.argv.slice(2)));
} catch (error) {
  console.error(`no owner was made: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
