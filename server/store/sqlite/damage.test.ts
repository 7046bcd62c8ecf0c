import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openTestRelay, type TestRelay } from '#server/relay/openTestRelay.ts';
import { SealedRounds } from '#server/sealed/SealedRounds.ts';
import { Workshops } from '#server/session/Workshops.ts';
import { lossesOf } from '#server/snapshots/storedLosses.ts';
import type { Store } from '#server/store/Store.ts';
import {
  assetId,
  closedVote,
  damagedCopy,
  fullBoard,
  kindsOfDamage,
  openFile,
  openVote,
  people,
  roundKeys,
  snapshotId,
  steps,
  writeFullBoard,
  type Broken,
} from '#server/testing/fullBoard.ts';
import { memoryRoundKeys } from '#server/testing/memoryRoundKeys.ts';
import { defaultLimits } from '#shared/wire/limits.ts';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import { Database } from './Database.ts';
import { summedColumns, type SummedTable } from './rowSums.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'roundtable-damage-'));
const whole = path.join(folder, 'whole.sqlite');
let wholeDoc = new Y.Doc();
let count = 0;
let stores: Store[] = [];

beforeAll(async () => {
  wholeDoc = await writeFullBoard(whole);
});
afterEach(async () => {
  for (const store of stores) await store.close();
  stores = [];
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Opened {
  readonly t: TestRelay;
  readonly store: Store;
  readonly file: string;
  readonly sealed: SealedRounds;
  readonly workshops: Workshops;
}

async function open(file: string): Promise<Opened> {
  const store = openFile(file);
  stores.push(store);
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const relays: TestRelay[] = [];
  const now = (): number => 5000;
  const workshops = new Workshops({ store, limits: defaultLimits, nowMs: now, log, tell: () => {} });
  const sealed = new SealedRounds({
    store,
    keys: memoryRoundKeys(roundKeys),
    relay: () => {
      const [t] = relays;
      if (t === undefined) throw new Error('there is no relay yet');
      return t.relay;
    },
    clock: { nowMs: now, elapsedMs: now, stoodStillMs: () => 0, setTimer: () => () => {}, defer: () => () => {} },
    log,
    newId: () => 'newid00000000001',
  });
  const t = await openTestRelay({}, { from: { store, board: fullBoard }, companions: [workshops, sealed] });
  relays.push(t);
  return { t, store, file, sealed, workshops };
}

function damaged(change: (database: Database) => void): Promise<Opened> {
  const copy = path.join(folder, `copy${++count}.sqlite`);
  damagedCopy(whole, copy, change);
  return open(copy);
}

/** A facilitator decides to go on with what is here. */
async function goOn({ t, store }: Opened): Promise<void> {
  const done = t.relay.goOn(fullBoard);
  await t.settle();
  await done;
  await store.decideDamage(fullBoard);
  await t.settle();
}

const canvas = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('canvas');
const shapes = (doc: Y.Doc): string[] => [...canvas(doc).keys()].filter((id) => id.startsWith('shape:')).toSorted();
const content = (doc: Y.Doc): unknown => ({ canvas: canvas(doc).toJSON(), map: doc.getMap('map').toJSON() });
const told = (peer: MemoryPeer, type: string) => peer.messages.filter((message) => message.type === type);
const readOnly = (peer: MemoryPeer): unknown => {
  const last = peer.messages.filter(({ type }) => type === 'welcome' || type === 'mode').at(-1);
  return last !== undefined && 'readOnly' in last ? last.readOnly : undefined;
};
const versionOf = async (store: Store): Promise<number> => (await store.loadDocument(fullBoard))?.version ?? -1;

/** What each table is called in what facilitators read, and what shows that the others are whole. */
const partOf: Readonly<Record<Exclude<SummedTable, 'installation'>, string>> = {
  boards: 'board',
  people: 'people',
  doors: 'door',
  seats: 'people',
  devices: 'devices',
  person_marks: 'devices',
  journal: 'document',
  snapshots: 'document',
  owners: 'writers',
  assets: 'pictures',
  ratings: 'ratings',
  kept_snapshots: 'snapshots',
  snapshot_chunks: 'snapshots',
  rounds: 'rounds',
  sealed: 'ballots',
  sessions: 'agenda',
  record: 'record',
  losses: 'losses',
  acts: 'acts',
};

/** What people of the board can read, by part. */
async function readable(store: Store): Promise<Readonly<Record<string, number>>> {
  const snapshots = await store.listSnapshots(fullBoard);
  return {
    people: (await store.listPeople(fullBoard)).length,
    pictures: (await store.readAsset(fullBoard, assetId)) === null ? 0 : 1,
    ratings: (await store.readRatings(fullBoard)).size,
    snapshots: snapshots.length,
    losses: lossesOf(await store.listLosses(fullBoard)).length,
    rounds: (await store.listRounds(fullBoard)).length,
    ballots: (await store.listSealed(fullBoard, openVote)).size,
    agenda: (await store.readSession(fullBoard)) === null ? 0 : 1,
    record: (await store.listRecord(fullBoard)).length,
    acts: (await store.listActs(fullBoard, 0)).length,
  };
}
const wholeCounts = {
  people: 2,
  pictures: 1,
  ratings: 1,
  snapshots: 1,
  losses: 1,
  rounds: 2,
  ballots: 2,
  agenda: 1,
  record: 1,
  acts: 5,
};
/** A damaged snapshot takes along what was to be brought back out of it. */
const goesWith: Readonly<Record<string, readonly string[]>> = { snapshots: ['losses'] };

const tables = Object.keys(partOf) as (keyof typeof partOf)[];
/** By these a row is found. */
const keys: readonly string[] = ['id', 'version', 'client_id', 'hash', 'snapshot', 'round'];
const cases = tables.flatMap((table) =>
  summedColumns[table]
    .filter((column) => column !== 'board' && (table === 'devices' || !keys.includes(column)))
    .flatMap((column) => Object.keys(kindsOfDamage).map((kind) => ({ table, column, kind }))),
);

describe('a row that is not what was written', () => {
  it.each(cases)('[STORE-19] [STORE-20] $table, $column: $kind', async ({ table, column, kind }) => {
    const part = partOf[table];
    const o = await damaged((database) => breakLast(database, table, column, kind));
    const peer = await o.t.join({ person: 2 });

    expect(peer.closed).toBeNull();
    expect(peer.isSynced).toBe(true);
    // pictures, claims and what a snapshot holds are looked at when they are asked for, or thoroughly
    const aside = await o.store.checkBoard(fullBoard, true);
    expect(aside.map((row) => row.part)).toContain(part);
    const now = await readable(o.store);
    const others = Object.keys(wholeCounts).filter((name) => name !== part && !goesWith[part]?.includes(name));
    for (const name of others) expect([name, now[name]]).toEqual([name, wholeCounts[name as keyof typeof wholeCounts]]);
    if (part in wholeCounts) expect(now[part]).toBe(wholeCounts[part as keyof typeof wholeCounts] - 1);
    expect(readOnly(peer)).toBe(part === 'document' ? 'damaged' : null);
    if (part !== 'document') expect(content(peer.doc)).toEqual(content(wholeDoc));
    expect(readAside(o.file, part)).toBeGreaterThan(0);
  });

  it('[STORE-16] a board of before there were sums is read as it is, and gets them', async () => {
    const o = await damaged((database) => {
      for (const table of tables) database.exec(`UPDATE ${table} SET sum = NULL`);
    });
    const peer = await o.t.join({ person: 1 });
    expect(content(peer.doc)).toEqual(content(wholeDoc));
    expect(await o.store.checkBoard(fullBoard, true)).toEqual([]);
    canvas(peer.doc).set('shape:new', new Y.Map([['pos', [0, 0, 0]]]));
    await o.t.settle();
    expect(shapes(await o.t.stored())).toContain('shape:new');
  });
});

describe('a document of which something is gone', () => {
  const forget = (versions: readonly number[]) => (database: Database) => {
    for (const version of versions) database.exec(`DELETE FROM journal WHERE version = ${version}`);
  };
  const forgetState = (database: Database): void => database.exec('DELETE FROM snapshots');
  /** `left` is there at once, `later` comes when it is decided that the lost is gone: it waited for its turn only. */
  interface Gone {
    readonly change: (database: Database) => void;
    readonly left: readonly string[];
    readonly later: readonly string[];
  }
  const both = (versions: readonly number[]) => (database: Database) => {
    forget(versions)(database);
    forgetState(database);
  };
  const losses: readonly (readonly [name: string, gone: Gone])[] = [
    ['the first row after the state', { change: forget([4]), left: ['shape:a1', 'shape:b1'], later: ['shape:a3'] }],
    ['a row in the middle', { change: forget([5]), left: ['shape:a1', 'shape:a2', 'shape:a3', 'shape:b1'], later: [] }],
    ['the last row', { change: forget([6]), left: ['shape:a1', 'shape:a2', 'shape:b1'], later: [] }],
    ['every row after the state', { change: forget([4, 5, 6]), left: ['shape:a1', 'shape:b1'], later: [] }],
    ['the state', { change: forgetState, left: [], later: ['shape:a2', 'shape:a3'] }],
    ['everything', { change: both([4, 5, 6]), left: [], later: [] }],
    ['everything but the last row', { change: both([4, 5]), left: [], later: ['shape:a3'] }],
  ];

  it.each(losses)(
    '[STORE-21] %s: what is whole is there, and nothing is written on top',
    async (_, { change, left, later }) => {
      const o = await damaged(change);
      const before = await versionOf(o.store);
      const peer = await o.t.join({ person: 2 });
      expect(peer.isSynced).toBe(true);
      expect(readOnly(peer)).toBe('damaged');
      expect(shapes(peer.doc)).toEqual(left);

      canvas(peer.doc).set('shape:new', new Y.Map([['pos', [0, 0, 0]]]));
      await o.t.settle();
      expect(await versionOf(o.store)).toBe(before);
      expect(told(peer, 'refused')).toEqual([]);
      const refused = expect(
        o.t.relay.change(fullBoard, (doc) => canvas(doc).set('shape:server', new Y.Map())),
      ).rejects.toMatchObject({ name: 'DamagedError' });
      await o.t.settle();
      await refused;
      expect(await versionOf(o.store)).toBe(before);

      await goOn(o);
      expect(readOnly(peer)).toBeNull();
      expect(shapes(await o.t.stored())).toEqual([...left, ...later, 'shape:new'].toSorted());
      expect(await o.store.checkBoard(fullBoard)).toEqual([]);
    },
  );

  it.each(losses)('[STORE-22] %s: a device that has it brings all of it back', async (_, { change }) => {
    const o = await damaged(change);
    const empty = await o.t.join({ person: 1 });
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(wholeDoc));
    const returning = await o.t.join({ person: 2, doc: copy });
    await o.t.settle();
    expect(content(empty.doc)).toEqual(content(wholeDoc));
    expect(content(await o.t.stored())).toEqual(content(wholeDoc));
    expect([returning.closed, told(returning, 'refused')]).toEqual([null, []]);
    await goOn(o);
    expect(content(await o.t.stored())).toEqual(content(wholeDoc));
  });

  it('[STORE-22] what waited for a lost row comes by itself when a device brings only that one back', async () => {
    const older = await (await damaged(() => {})).store.loadDocument(fullBoard);
    const copy = new Y.Doc();
    for (const update of [older?.snapshot, older?.updates[0]]) if (update) Y.applyUpdate(copy, update);
    const o = await damaged(forget([4]));
    const other = await o.t.join({ person: 1 });
    expect(shapes(other.doc)).toEqual(['shape:a1', 'shape:b1']);
    await o.t.join({ person: 2, doc: copy });
    await o.t.settle();
    expect(content(other.doc)).toEqual(content(wholeDoc));
    expect(content(await o.t.stored())).toEqual(content(wholeDoc));
  });

  it('[STORE-21] it stays so over a restart, and the second opening finds nothing new', async () => {
    const o = await damaged(forget([4]));
    await o.t.join();
    const aside = await o.store.checkBoard(fullBoard);
    await o.t.relay.stop();
    await o.store.close();
    const again = await open(o.file);
    const peer = await again.t.join();
    expect(readOnly(peer)).toBe('damaged');
    expect(await again.store.checkBoard(fullBoard)).toEqual(aside);
    // what builds on the lost row waits still
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(wholeDoc));
    await again.t.join({ person: 2, doc: copy });
    await again.t.settle();
    expect(content(peer.doc)).toEqual(content(wholeDoc));
  });

  it('[STORE-21] on a full disk it opens all the same, nothing is written, and it is set aside when there is room', async () => {
    const o = await damaged(forget([5]));
    o.t.store.isFull = true;
    const peer = await o.t.join();
    expect(readOnly(peer)).toBe('damaged');
    expect(await o.store.listSetAside(fullBoard)).toEqual([]);
    // there is room again, and nobody is here: nothing is put in place of what could not be set aside
    o.t.store.isFull = false;
    peer.disconnect();
    await o.t.settle(31_000);
    expect((await o.store.loadDocument(fullBoard))?.versions).toEqual([4, 6]);
    await o.t.rejoin(peer);
    expect((await o.store.listSetAside(fullBoard)).map(({ id, reason }) => [id, reason])).toEqual([['5', 'missing']]);
  });

  it('[STORE-22] after a facilitator decided, what comes too late is refused by its right name', async () => {
    const o = await damaged(forget([5]));
    await o.t.join({ person: 1, role: 'facilitator' });
    await goOn(o);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(wholeDoc));
    const late = await o.t.join({ person: 1, doc: copy });
    expect(told(late, 'refused')).toMatchObject([{ code: 'lost' }]);
  });

  it('[STORE-19] a state and rows that are as they were written and still no updates are damage, too', async () => {
    const o = await damaged((database) => {
      database.exec(`UPDATE journal SET entry = x'ff00ff00ff', sum = NULL WHERE version = 5`);
      database.exec(`UPDATE snapshots SET state = x'0000', sum = NULL`);
    });
    const peer = await o.t.join();
    expect(readOnly(peer)).toBe('damaged');
    const aside = await o.store.listSetAside(fullBoard);
    expect(aside.filter(({ reason }) => reason === 'damaged').map(({ id }) => id)).toEqual(['3', '5']);
  });
});

describe('what is as it was written, and nobody understands', () => {
  const nonsense = (database: Database, table: string, set: string, where = 'true'): void =>
    database.exec(`UPDATE ${table} SET ${set}, sum = NULL WHERE ${where}`);

  it('[STORE-20] an agenda, a round and a ballot are set aside; the rest opens', async () => {
    const o = await damaged((database) => {
      nonsense(database, 'sessions', `session = '{'`);
      nonsense(database, 'rounds', `content = '{"kind":"no such"}'`, `id = '${closedVote}'`);
      nonsense(database, 'sealed', `content = '{"ideas":3}'`, `person = '${people[0]}'`);
    });
    const peer = await o.t.join();
    expect(content(peer.doc)).toEqual(content(wholeDoc));
    expect(readOnly(peer)).toBeNull();
    expect((await o.store.listSetAside(fullBoard)).map(({ part }) => part).toSorted()).toEqual([
      'agenda',
      'ballots',
      'rounds',
    ]);
    expect(told(peer, 'rounds').at(-1)).toMatchObject({ rounds: [{ id: openVote, cast: 1 }] });
  });

  it('[SEALED-10] [STORE-20] what was set aside of a ballot goes with the end of its vote, and names nobody', async () => {
    const o = await damaged((database) => breakLast(database, 'sealed', 'content', 'flipped'));
    await o.t.join({ person: 1, role: 'facilitator' });
    expect(await o.store.listSetAside(fullBoard)).toMatchObject([{ part: 'ballots', id: openVote }]);
    await o.sealed.end(fullBoard, openVote, { to: 'closed' }, '2026-03-01');
    expect(await o.store.listSetAside(fullBoard)).toEqual([]);
  });
});

describe('a snapshot of which a part is damaged', () => {
  it('[STORE-20] is not turned back to, and is offered no more', async () => {
    const o = await damaged((database) => breakLast(database, 'snapshot_chunks', 'bytes', 'flipped'));
    await expect(o.store.readSnapshot(fullBoard, snapshotId)).rejects.toMatchObject({ name: 'DamagedError' });
    expect(await o.store.listSnapshots(fullBoard)).toEqual([]);
    expect(new Set((await o.store.listSetAside(fullBoard)).map(({ part }) => part))).toEqual(
      new Set(['snapshots', 'losses']),
    );
  });
});

describe('the secret of the installation', () => {
  it.each(Object.keys(kindsOfDamage))(
    '[STORE-10] %s: the server says so instead of ending every link',
    async (kind) => {
      const o = await damaged((database) => breakLast(database, 'installation', 'secret', kind));
      await expect(o.store.installationSecret()).rejects.toThrow('the secret of this installation is damaged');
    },
  );
});

describe('the sum of a row', () => {
  it('[STORE-19] is of all columns that count: the same text in another column is another row', async () => {
    const o = await damaged((database) =>
      database.exec(`UPDATE people SET organization = NULL, kind = organization WHERE id = '${people[1]}'`),
    );
    expect((await o.store.listPeople(fullBoard)).map(({ id }) => id)).toEqual([people[0]]);
    expect(steps.length).toBe(5);
  });
});

/** Breaks one column of the last row of a table, past the store. */
function breakLast(database: Database, table: SummedTable, column: string, kind: string): void {
  const key = database
    .pluck<[], string>(`SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk DESC LIMIT 1`)
    .get();
  const row = database
    .prepare<[], Record<string, Broken | null>>(`SELECT * FROM ${table} ORDER BY ${key} DESC LIMIT 1`)
    .get();
  const change = kindsOfDamage[kind];
  const last = row?.[key ?? ''];
  if (change === undefined || last === undefined || last === null) throw new Error(`there is no ${table} to break`);
  const value = row?.[column] ?? null;
  const next = value !== null && value !== '' ? change(value) : column.endsWith('_ms') ? 7 : 'was nothing';
  database.prepare<[Broken, Broken]>(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`).run(next, last);
}

/** Rows of a part that are set aside in the file. */
function readAside(file: string, part: string): number {
  const database = new Database(file, { readOnly: true });
  const rows = database.pluck<[string], number>('SELECT count(*) FROM set_aside WHERE part = ?').get(part) ?? 0;
  database.close();
  return rows;
}
