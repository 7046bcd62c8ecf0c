/** For tests of damage on a real file: copies of a whole board in which something was done past the store, opened as a server does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as Y from 'yjs';
import { openTestRelay, type TestRelay } from './openTestRelay.ts';
import { SealedActivities } from '#server/sealed/SealedActivities.ts';
import { Workshops } from '#server/workshop/Workshops.ts';
import { lossesOf } from '#server/snapshots/storedLosses.ts';
import { Database } from '#server/store/sqlite/Database.ts';
import type { SummedTable } from '#server/store/sqlite/damage/rowSums.ts';
import type { Store } from '#server/store/Store.ts';
import { readMap } from '#shared/board/mapDocument.ts';
import { defaultLimits } from '#shared/wire/limits.ts';
import type { MemoryPeer } from '#shared/testing/MemoryPeer.ts';
import {
  assetId,
  damagedCopy,
  fullBoard,
  kindsOfDamage,
  openFile,
  openVote,
  activityKeys,
  writeFullBoard,
  type Broken,
} from './fullBoard.ts';
import { memoryActivityKeys } from './memoryActivityKeys.ts';

export interface OpenedBoard {
  readonly t: TestRelay;
  readonly store: Store;
  readonly file: string;
  readonly sealed: SealedActivities;
  readonly workshops: Workshops;
}

export class DamagedBoards {
  /** the document of which nothing is damaged */
  wholeDoc = new Y.Doc();
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'roundtable-damage-'));
  readonly #stores: Store[] = [];
  #copies = 0;

  async write(): Promise<void> {
    this.wholeDoc = await writeFullBoard(this.#whole);
  }

  /** A copy in which `change` was done past the store, opened. */
  damaged(change: (database: Database) => void): Promise<OpenedBoard> {
    this.#copies += 1;
    const copy = path.join(this.#folder, `copy${this.#copies}.sqlite`);
    damagedCopy(this.#whole, copy, change);
    return this.open(copy);
  }

  async open(file: string): Promise<OpenedBoard> {
    const store = openFile(file);
    this.#stores.push(store);
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const relays: TestRelay[] = [];
    const now = (): number => 5000;
    const recorded = {
      readMap: async () => readMap(new Y.Doc()),
      present: () => [],
      newId: () => 'newid00000000002',
    };
    const workshops = new Workshops({ store, limits: defaultLimits, nowMs: now, log, recorded, tell: () => {} });
    const sealed = new SealedActivities({
      store,
      keys: memoryActivityKeys(activityKeys),
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

  /** Past the store, in a file that nobody has open. */
  look<T>(file: string, work: (database: Database) => T): T {
    const database = new Database(file);
    try {
      return work(database);
    } finally {
      database.close();
    }
  }

  async closeStores(): Promise<void> {
    for (const store of this.#stores.splice(0)) await store.close();
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  get #whole(): string {
    return path.join(this.#folder, 'whole.sqlite');
  }
}

/** A facilitator decides to go on with what is here. */
export async function goOn({ t, store }: OpenedBoard): Promise<void> {
  const done = t.relay.goOn(fullBoard);
  await t.settle();
  await done;
  await store.decideDamage(fullBoard);
  await t.settle();
}

export const canvas = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('canvas');
export const shapes = (doc: Y.Doc): string[] =>
  [...canvas(doc).keys()].filter((id) => id.startsWith('shape:')).toSorted();
export const content = (doc: Y.Doc): unknown => ({ canvas: canvas(doc).toJSON(), map: doc.getMap('map').toJSON() });
export const told = (peer: MemoryPeer, type: string) => peer.messages.filter((message) => message.type === type);
export const readOnly = (peer: MemoryPeer): unknown => {
  const last = peer.messages.filter(({ type }) => type === 'welcome' || type === 'mode').at(-1);
  return last !== undefined && 'readOnly' in last ? last.readOnly : undefined;
};
export const versionOf = async (store: Store): Promise<number> => (await store.loadDocument(fullBoard))?.version ?? -1;

/** What each table is called in what facilitators read, and what shows that the others are whole. */
export const partOf: Readonly<Record<Exclude<SummedTable, 'installation'>, string>> = {
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
  agendas: 'agendas',
  record: 'record',
  losses: 'losses',
  acts: 'acts',
};

/** What people of the board can read, by part. */
export async function readable(store: Store): Promise<Readonly<Record<string, number>>> {
  const snapshots = await store.listSnapshots(fullBoard);
  return {
    people: (await store.listPeople(fullBoard)).length,
    pictures: (await store.readAsset(fullBoard, assetId)) === null ? 0 : 1,
    ratings: (await store.readRatings(fullBoard)).size,
    snapshots: snapshots.length,
    losses: lossesOf(await store.listLosses(fullBoard)).length,
    rounds: (await store.listActivities(fullBoard)).length,
    ballots: (await store.listSealed(fullBoard, openVote)).size,
    agenda: (await store.readWorkshop(fullBoard)) === null ? 0 : 1,
    agendas: (await store.listAgendas(fullBoard)).length,
    record: (await store.listRecord(fullBoard)).length,
    acts: (await store.listActs(fullBoard, 0)).length,
  };
}
export const wholeCounts = {
  people: 2,
  pictures: 1,
  ratings: 1,
  snapshots: 1,
  losses: 1,
  rounds: 2,
  ballots: 2,
  agenda: 1,
  agendas: 1,
  record: 1,
  acts: 5,
};
/** A damaged snapshot takes along what was to be brought back out of it. */
export const goesWith: Readonly<Record<string, readonly string[]>> = { snapshots: ['losses'] };

export type DamagedTable = keyof typeof partOf;
export const damagedTables = Object.keys(partOf) as DamagedTable[];

/** Breaks one column of the last row of a table, past the store. */
export function breakLast(database: Database, table: SummedTable, column: string, kind: string): void {
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
export function readAside(file: string, part: string): number {
  const database = new Database(file, { readOnly: true });
  const rows = database.pluck<[string], number>('SELECT count(*) FROM set_aside WHERE part = ?').get(part) ?? 0;
  database.close();
  return rows;
}
