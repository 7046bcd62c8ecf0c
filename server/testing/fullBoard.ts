/** For tests of damage: a file with one board that has a row in every table, and ways to break each of them. */
import { copyFileSync } from 'node:fs';
import * as v from 'valibot';
import * as Y from 'yjs';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { emptyWorkshop } from '#shared/wire/WorkshopState.ts';
import { AssetId, BoardId, PersonId, SnapshotId } from '#shared/wire/ids.ts';
import { encrypt, rowName } from '#server/sealed/keys/entryCipher.ts';
import { CommandMemory } from '#server/workshop/CommandMemory.ts';
import { writeStoredWorkshop } from '#server/workshop/StoredWorkshop.ts';
import { chunksOf, packChunks } from '#server/snapshots/contentChunks.ts';
import { Database } from '#server/store/sqlite/Database.ts';
import { openDatabase } from '#server/store/sqlite/openDatabase.ts';
import { SqliteStore } from '#server/store/sqlite/SqliteStore.ts';
import type { Store } from '#server/store/Store.ts';
import { readContent } from '#shared/board/content.ts';
import { memoryActivityKeys } from './memoryActivityKeys.ts';

export const fullBoard = v.parse(BoardId, 'boardwitheveryth');
export const people = ['person0000000001', 'person0000000002'].map((id) => v.parse(PersonId, id));
export const snapshotId = v.parse(SnapshotId, 'snapshot00000001');
export const assetId = v.parse(AssetId, 'a'.repeat(32));
export const openVote = 'voteopen00000001';
export const closedVote = 'voteclosed000001';
/** of the open vote */
export const activityKeys = memoryActivityKeys();

const vote = {
  kind: 'vote',
  question: 'Which first?',
  options: [
    { id: 'a', label: 'Rooms', ref: null },
    { id: 'b', label: 'Buses', ref: null },
  ],
  dots: 3,
  cap: 2,
  openedAt: 1000,
  cast: 0,
  invited: 2,
};

const idle = { session: emptyWorkshop, notes: {}, commands: new CommandMemory(), run: null };

export function openFile(file: string): Store {
  return new SqliteStore({ database: openDatabase(file), nowMs: () => 5000, onClosed: () => {} });
}

/** Steps of the document, in this order; `of`: whose it is. Each builds on the one before of the same person, the fourth on the first. */
export const steps = [
  { of: 0, shape: 'shape:a1' },
  { of: 1, shape: 'shape:b1' },
  { of: 0, shape: 'shape:a2' },
  { of: 1, shape: 'shape:a1', label: 'moved by another' },
  { of: 0, shape: 'shape:a3' },
] as const;

/** Writes the board and returns its whole document. Journal: state of 1 to 3, then 4 to 6. */
export async function writeFullBoard(file: string): Promise<Y.Doc> {
  const store = openFile(file);
  await store.installationSecret();
  await store.createBoard(
    {
      id: fullBoard,
      title: 'Housing in the valley',
      code: 'valley22',
      linkGenerations: { facilitator: 1, participant: 1, observer: 1 },
      createdAtMs: 1000,
      touchedAtMs: 1000,
    },
    firstDocument(),
    new Map([['Tenants Union', { influence: 4, stake: 5 }]]),
    [{ id: assetId, type: 'image/png', bytes: new Uint8Array(300).fill(7), createdAtMs: 1000 }],
  );
  const doc = await writeSteps(store);
  await writeCompanions(store, doc);
  await store.close();
  // a connection lives on until its statements are collected, and with it a part of the file stands in the log
  const database = new Database(file);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return doc;
}

async function writeSteps(store: Store): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const stored = await store.loadDocument(fullBoard);
  for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
  for (const [at, step] of steps.entries()) {
    // whose client id it is must not change from one step to the next
    const own = new Y.Doc();
    Y.applyUpdate(own, Y.encodeStateAsUpdate(doc));
    own.clientID = 101 + step.of;
    const before = Y.encodeStateVector(own);
    const canvas = own.getMap('canvas');
    const there = canvas.get(step.shape);
    if (there instanceof Y.Map) there.set('label', 'label' in step ? step.label : '');
    else canvas.set(step.shape, new Y.Map([['pos', [1, 2, 0]]]));
    const update = Y.encodeStateAsUpdate(own, before);
    Y.applyUpdate(doc, update);
    const person = people[step.of];
    const claims = person === undefined ? [] : [{ clientId: own.clientID, person }];
    const acts = {
      atMs: 1000 + at,
      hasPeople: true,
      content: JSON.stringify([{ p: person, m: [`canvas/${step.shape}`] }]),
    };
    const version = await store.append(fullBoard, { update, claims, acts });
    if (at === 1) await store.compact(fullBoard, version, Y.encodeStateAsUpdate(doc));
  }
  return doc;
}

async function writeCompanions(store: Store, doc: Y.Doc): Promise<void> {
  for (const [at, id] of people.entries())
    await store.addPerson({
      id,
      board: fullBoard,
      name: at === 0 ? 'Ana' : 'Ben',
      color: '#336699',
      role: at === 0 ? 'facilitator' : 'participant',
      organization: 'Tenants Union',
      kind: 'designee',
      returnGeneration: 1,
      joinedAtMs: 2000,
      removedAtMs: null,
    });
  const [ana, ben] = people;
  if (ana === undefined || ben === undefined) throw new Error('there are two people');
  await store.addSeat({
    board: fullBoard,
    person: ana,
    hash: 'e'.repeat(64),
    device: { browser: 'Firefox', system: 'Android' },
    madeAtMs: 2000,
    seenAtMs: 2000,
    endedAtMs: null,
    isReturn: true,
  });
  await store.addDevice(fullBoard, ana, 'd'.repeat(64));
  await store.markPerson(fullBoard, ben, 'keptOut', true);
  await store.updateDoor(fullBoard, { owner: ana, isClosed: true });
  await store.writeWorkshop(fullBoard, writeStoredWorkshop(idle));
  await store.writeAgenda(fullBoard, { id: 'monthly', content: '{}' });
  for (const [id, openedAtMs] of [
    [closedVote, 1000],
    [openVote, 2000],
  ] as const)
    await store.openActivity({
      id,
      board: fullBoard,
      openedAtMs,
      endedAtMs: null,
      content: JSON.stringify({ ...vote, id, status: 'open', closedAt: null, totals: null }),
      due: null,
    });
  const end = {
    endedAtMs: 3000,
    content: JSON.stringify({ ...vote, id: closedVote, status: 'closed', closedAt: 3000, totals: [3, 1] }),
    due: null,
    record: JSON.stringify({
      kind: 'vote',
      question: vote.question,
      options: ['Rooms', 'Buses'],
      totals: [3, 1],
      dots: 3,
      cast: 3,
      invited: 4,
    }),
  };
  await store.endActivity(fullBoard, closedVote, end, new Map());
  const key = await activityKeys.make(fullBoard, openVote);
  for (const person of people) {
    const to = encrypt(key, rowName(fullBoard, openVote, person), JSON.stringify({ dots: { a: 2 }, version: 1 }));
    await store.changeSealed(fullBoard, openVote, person, { from: null, to });
  }
  await store.keepSnapshot(
    {
      id: snapshotId,
      board: fullBoard,
      name: 'Session 1',
      reason: 'person',
      detail: 'kept by hand',
      byRole: 'facilitator',
      takenAtMs: 3000,
      counts: { interests: 0, organizations: 0, representatives: 0, notes: 0, actions: 0, drawings: 3 },
      picture: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    },
    packChunks(chunksOf(readContent(doc)), new Set()),
  );
  const lost = { atMs: 3000, isKnown: true, people: [], counts: {}, lost: [] };
  await store.addLoss(fullBoard, { snapshot: snapshotId, content: JSON.stringify(lost) });
}

export type Broken = Uint8Array | string | number;

/** What a disk makes of a value. Numbers are only turned into others. */
export const kindsOfDamage: Readonly<Record<string, (value: Broken) => Broken>> = {
  garbage: (value) =>
    typeof value === 'number'
      ? value + 7
      : typeof value === 'string'
        ? '\u0001{{'.repeat(5)
        : Uint8Array.from({ length: Math.max(9, value.length) }, (_, at) => (at * 73 + 11) % 256),
  cut: (value) => (typeof value === 'number' ? value + 1 : value.slice(0, Math.floor(value.length / 2))),
  empty: (value) => (typeof value === 'number' ? 0 : typeof value === 'string' ? '' : new Uint8Array()),
  // one bit in the middle, which may well be a letter of what somebody wrote
  flipped: (value) => {
    if (typeof value === 'number') return value + 1;
    const bytes = typeof value === 'string' ? Buffer.from(value) : Uint8Array.from(value);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    return typeof value === 'string' ? bytes.toString() : Uint8Array.from(bytes);
  },
};

/** What is done to the rows, and no tally hears of it. */
export function pastTalliesSql(sql: string): string {
  const kept = ['row_tallies', 'board_ids'];
  const before = kept.map((name) => `CREATE TEMP TABLE ${name}_before AS SELECT * FROM ${name};`);
  const after = kept.map(
    (name) => `DELETE FROM ${name}; INSERT INTO ${name} SELECT * FROM ${name}_before; DROP TABLE ${name}_before;`,
  );
  return [...before, `${sql};`, ...after].join('\n');
}

/** Takes rows out of a table as a disk does that gives back an older page: nothing in the file knows of it. */
export function loseRowsSql(table: string, where = 'true'): string {
  return pastTalliesSql(`DELETE FROM ${table} WHERE ${where}`);
}

/** A copy of the file in which `change` was done past the store. */
export function damagedCopy(file: string, copy: string, change: (database: Database) => void): void {
  copyFileSync(file, copy);
  const database = new Database(copy);
  database.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;');
  change(database);
  database.close();
}
