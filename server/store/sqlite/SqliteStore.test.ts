import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRecord } from '#shared/record/readRecord.ts';
import type { RecordRow } from '../RecordStore.ts';
import { newAssetId, newBoard, newPerson, newSnapshot } from '../contract/rows.ts';
import { Database } from './Database.ts';
import { enginesHere } from './engine.ts';
import { migrations } from './migrations.ts';
import { openDatabase } from './openDatabase.ts';
import { SqliteStore } from './SqliteStore.ts';

describe.each(enginesHere())('over $name', (engine) => {
  let folder: string;
  let file: string;
  let database: Database;
  let store: SqliteStore;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'roundtable-sqlite-'));
    file = path.join(folder, 'roundtable.sqlite');
    database = openDatabase(file, { engine });
    store = new SqliteStore({ database, nowMs: () => 5000, onClosed: () => {} });
  });

  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const entry = (size: number) => ({ update: new Uint8Array(size).fill(1), claims: [] });
  const countRows = (table: string) => database.pluck<[], number>(`SELECT count(*) FROM ${table}`).get();
  const pages = () => Number(database.pragma('page_count'));

  describe('a disk that refuses', () => {
    it('[STORE-13] a full disk takes back the whole group, reads go on, and writes work again once there is room', async () => {
      const [one, two] = [newBoard(), newBoard()];
      await store.createBoard(one, Uint8Array.of(1));
      await store.createBoard(two, Uint8Array.of(1));
      database.exec(`PRAGMA max_page_count = ${pages() + 4}`);
      const results = await Promise.allSettled([
        store.append(one.id, entry(10)),
        store.append(two.id, entry(1_000_000)),
        store.append(one.id, entry(10)),
      ]);
      expect(results.map((result) => result.status === 'rejected' && result.reason.name)).toEqual(
        Array(3).fill('StorageFullError'),
      );
      expect((await store.loadDocument(one.id))?.version).toBe(1);
      expect((await store.loadDocument(two.id))?.version).toBe(1);
      await expect(store.compact(one.id, 1, new Uint8Array(1_000_000))).rejects.toMatchObject({
        name: 'StorageFullError',
      });
      expect(await store.loadDocument(one.id)).toMatchObject({ snapshot: null, version: 1 });

      database.exec('PRAGMA max_page_count = 1000000');
      expect(await store.append(two.id, entry(1_000_000))).toBe(2);
      expect(await store.append(one.id, entry(10))).toBe(2);
      expect(database.pragma('integrity_check')).toBe('ok');
    });

    it('[STORE-13] another program that holds the database counts as a refusal and passes', async () => {
      const board = newBoard();
      await store.createBoard(board, Uint8Array.of(1));
      const other = new Database(file, { engine });
      other.exec('BEGIN IMMEDIATE');
      await expect(store.append(board.id, entry(1))).rejects.toMatchObject({ name: 'StorageFullError' });
      other.exec('ROLLBACK');
      other.close();
      expect(await store.append(board.id, entry(1))).toBe(2);
    });

    it('[STORE-3] a write that fails after it changed something is taken back alone', async () => {
      const board = newBoard();
      await store.createBoard(board, Uint8Array.of(1));
      // The journal takes the entry, then the claim breaks the table's rule.
      const broken = { update: Uint8Array.of(2), claims: [{ clientId: 0.5, person: newPerson(board.id).id }] };
      const results = await Promise.allSettled([
        store.append(board.id, entry(1)),
        store.append(board.id, broken),
        store.append(board.id, entry(2)),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      const document = await store.loadDocument(board.id);
      expect(document?.updates.map((update) => update.length)).toEqual([1, 1, 2]);
      expect(document?.owners.size).toBe(0);
    });
  });

  describe('what is on disk', () => {
    it('[STORE-14] commits are synced, and the log does not grow with the number of commits', async () => {
      expect(database.pragma('journal_mode')).toBe('wal');
      expect(database.pragma('synchronous')).toBe(2);
      expect(database.pragma('foreign_keys')).toBe(1);
      const board = newBoard();
      await store.createBoard(board, Uint8Array.of(1));
      for (let round = 0; round < 2000; round++) await store.append(board.id, entry(200));
      expect((await stat(`${file}-wal`)).size).toBeLessThan(8 * 1024 * 1024);
    });

    it('[STORE-4] no table keeps a row of a deleted board, and no file a byte of its content', async () => {
      const secretText = 'what the tenants said';
      const content = Buffer.from(secretText.repeat(500));
      const board = newBoard({ title: secretText });
      const person = newPerson(board.id, { name: secretText });
      await store.createBoard(newBoard(), Uint8Array.of(1));
      await store.createBoard(board, content);
      await store.addPerson(person);
      await store.append(board.id, { update: content, claims: [{ clientId: 1, person: person.id }] });
      await store.compact(board.id, 2, content);
      await store.append(board.id, { update: content, claims: [] });
      await store.putAsset({ id: newAssetId(), board: board.id, type: 'image/png', bytes: content, createdAtMs: 1 });
      const chunk = { hash: 'a'.repeat(32), bytes: content };
      await store.keepSnapshot(newSnapshot(board.id, { name: secretText, picture: secretText }), [chunk]);

      await store.deleteBoard(board.id);

      for (const table of ['people', 'snapshots', 'owners', 'assets', 'kept_snapshots', 'snapshot_chunks'])
        expect([table, countRows(table)]).toEqual([table, 0]);
      expect([countRows('boards'), countRows('journal'), countRows('deleted_boards')]).toEqual([1, 1, 1]);
      for (const name of await readdir(folder)) {
        expect([name, (await readFile(path.join(folder, name))).includes(secretText)]).toEqual([name, false]);
      }
    });

    it('[SNAP-4] no file keeps a byte of a deleted snapshot', async () => {
      const secretText = 'what the tenants said';
      const board = newBoard();
      await store.createBoard(board, Uint8Array.of(1));
      const [gone, kept] = [newSnapshot(board.id, { name: secretText }), newSnapshot(board.id)];
      const content = Buffer.from(secretText.repeat(500));
      await store.keepSnapshot(gone, [
        { hash: 'a'.repeat(32), bytes: content },
        { hash: 'b'.repeat(32), bytes: Uint8Array.of(1) },
      ]);
      await store.keepSnapshot(kept, [{ hash: 'b'.repeat(32), bytes: null }]);
      await store.deleteSnapshots(board.id, [gone.id]);
      expect([countRows('kept_snapshots'), countRows('snapshot_chunks')]).toEqual([1, 1]);
      for (const name of await readdir(folder))
        expect([name, (await readFile(path.join(folder, name))).includes(secretText)]).toEqual([name, false]);
    });

    it('[STORE-4] a deletion while somebody reads is taken out of the log with a later commit', async () => {
      const [gone, kept] = [newBoard({ title: 'what the tenants said' }), newBoard()];
      await store.createBoard(gone, Uint8Array.of(1));
      await store.createBoard(kept, Uint8Array.of(1));
      const reader = new Database(file, { readOnly: true, engine });
      reader.exec('BEGIN');
      reader.prepare('SELECT count(*) FROM boards').get();
      await store.deleteBoard(gone.id);
      expect((await readFile(`${file}-wal`)).includes(gone.title)).toBe(true);
      reader.exec('ROLLBACK');
      reader.close();
      await store.append(kept.id, entry(1));
      expect((await readFile(`${file}-wal`)).includes(gone.title)).toBe(false);
    });

    it('[STORE-15] only the owner of the folder may read the database and its copies', async () => {
      const copy = path.join(folder, 'copy');
      await store.backup(copy);
      // Windows has no such rights to ask for.
      if (process.platform === 'win32') return;
      for (const one of [file, `${file}-wal`, copy]) expect([one, (await stat(one)).mode & 0o077]).toEqual([one, 0]);
    });
  });

  describe('opening a database', () => {
    it('[STORE-16] each step of the ladder is taken once, and content stays', async () => {
      const board = newBoard();
      await store.createBoard(board, Uint8Array.of(1));
      expect(database.pragma('user_version')).toBe(migrations.length);
      const again = openDatabase(file, { engine });
      expect(again.pluck('SELECT title FROM boards').get()).toBe(board.title);
      again.close();
    });

    it('[STORE-16] [DOOR-20] a board of before belongs to the first facilitator who is still there', () => {
      const old = path.join(folder, 'old.sqlite');
      const before = new Database(old, { engine });
      const at = migrations.findIndex((step) => step.includes('CREATE TABLE doors'));
      for (const step of migrations.slice(0, at)) before.exec(step);
      before.exec(`PRAGMA user_version = ${at}`);
      before.exec(`PRAGMA application_id = ${Number(database.pragma('application_id'))}`);
      before.exec(`INSERT INTO boards (key, id, title, code, facilitator_generation, participant_generation, observer_generation,
        created_at_ms, touched_at_ms) VALUES (1, 'led', '', 'a', 1, 1, 1, 1, 1), (2, 'new', '', 'b', 1, 1, 1, 1, 1)`);
      const put = before.prepare<[string, string, number, number | null]>(`
        INSERT INTO people (board, id, name, color, role, seat_hash, joined_at_ms, removed_at_ms)
        VALUES (1, ?, '', '', ?, hex(randomblob(8)), ?, ?)`);
      put.run('pat', 'participant', 1, null);
      put.run('gone', 'facilitator', 2, 5);
      put.run('lee', 'facilitator', 4, null);
      put.run('fay', 'facilitator', 3, null);
      before.close();
      const now = openDatabase(old, { engine });
      const owners = now.prepare('SELECT id, owner, is_closed AS closed FROM boards JOIN doors ON key = board').all();
      now.close();
      expect(owners).toEqual([
        { id: 'led', owner: 'fay', closed: 0 },
        { id: 'new', owner: null, closed: 0 },
      ]);
    });

    it('[STORE-16] [DOOR-28] the one seat of before becomes that of one device; what is damaged is set aside', async () => {
      const old = path.join(folder, 'old.sqlite');
      const before = new Database(old, { engine });
      const at = migrations.findIndex((step) => step.includes('CREATE TABLE seats'));
      for (const step of migrations.slice(0, at)) before.exec(step);
      before.exec(`PRAGMA user_version = ${at}`);
      before.exec(`PRAGMA application_id = ${Number(database.pragma('application_id'))}`);
      const id = newBoard().id;
      before.exec(`INSERT INTO boards (key, id, title, code, facilitator_generation, participant_generation, observer_generation,
        created_at_ms, touched_at_ms) VALUES (1, '${id}', '', 'a', 1, 1, 1, 1, 1)`);
      const columns = 'board, id, name, color, role, organization, kind, seat_hash, joined_at_ms, removed_at_ms';
      const put = (values: string, sum: string): void =>
        before.exec(`INSERT INTO people (${columns}, sum) SELECT *, ${sum} FROM (SELECT ${values})`);
      const named = (name: string, hash: string, removed: string): string =>
        `1 AS board, '${name}' AS id, 'Ana' AS name, '#1' AS color, 'participant' AS role, NULL AS organization,
         'designee' AS kind, '${hash}' AS seat_hash, 7 AS joined_at_ms, ${removed} AS removed_at_ms`;
      put(named('ana', 'h1', 'NULL'), `row_sum('people', ${columns})`);
      put(named('bea', 'h2', '9'), 'NULL');
      put(named('cat', 'h3', 'NULL'), '1');
      before.close();
      const now = new SqliteStore({ database: openDatabase(old, { engine }), nowMs: () => 5000, onClosed: () => {} });
      expect(await now.listPeople(id)).toMatchObject([
        { id: 'ana', name: 'Ana', kind: 'designee', returnGeneration: 1, removedAtMs: null },
        { id: 'bea', returnGeneration: 1, removedAtMs: 9 },
      ]);
      const [ana] = await now.listPeople(id);
      expect(await now.findSeat(id, 'h1')).toEqual({
        board: id,
        person: ana?.id,
        hash: 'h1',
        device: { browser: null, system: null },
        madeAtMs: 7,
        seenAtMs: 7,
        endedAtMs: null,
        isReturn: true,
      });
      expect(await now.findSeat(id, 'h3')).toBeNull();
      expect(await now.checkBoard(id)).toMatchObject([{ part: 'people', id: 'cat', reason: 'damaged' }]);
      await now.close();
    });

    it('[STORE-16] [RECORD-1] votes that were closed before there was a record come into it, no others', async () => {
      const old = path.join(folder, 'old.sqlite');
      const before = new Database(old, { engine });
      for (const step of migrations.slice(0, 5)) before.exec(step);
      before.exec('PRAGMA user_version = 5');
      before.exec(`PRAGMA application_id = ${Number(database.pragma('application_id'))}`);
      before.exec(`INSERT INTO boards VALUES (1, 'b', 'Jobs', 'code', 1, 1, 1, 1, 1)`);
      const vote = {
        kind: 'vote',
        question: 'Which “first”?',
        options: [
          { id: 'a', label: 'Rooms', ref: null },
          { id: 'b', label: 'Buses 😀', ref: 'map:notes/n' },
        ],
        dots: 2,
        cap: 2,
        cast: 4,
        invited: 5,
      };
      const put = before.prepare<[string, number | null, string]>('INSERT INTO rounds VALUES (1, ?, 1, ?, ?, NULL)');
      put.run('closed', 7, JSON.stringify({ ...vote, status: 'closed', totals: [3, 5] }));
      put.run('few', 8, JSON.stringify({ ...vote, status: 'closed', totals: null, cast: 2 }));
      put.run('discarded', 9, JSON.stringify({ ...vote, status: 'discarded', totals: null }));
      put.run('open', null, JSON.stringify({ ...vote, status: 'open', totals: null }));
      put.run('ideas', 6, JSON.stringify({ kind: 'ideas', prompt: 'Who?', status: 'revealed', ideas: 3 }));
      before.close();
      const now = openDatabase(old, { engine });
      const rows = now.prepare('SELECT id, at_ms AS atMs, content FROM record').all();
      now.close();
      const { kind, question, dots, cast, invited } = vote;
      expect(readRecord(rows as RecordRow[]).entries).toEqual([
        {
          id: 'closed',
          at: 7,
          content: { kind, question, dots, cast, invited, options: ['Rooms', 'Buses 😀'], totals: [3, 5] },
        },
      ]);
    });

    it('[STORE-16] a database of a newer version is refused and left as it is', () => {
      database.exec(`PRAGMA user_version = ${migrations.length + 1}`);
      expect(() => openDatabase(file, { engine })).toThrow('newer version');
      expect(database.pragma('user_version')).toBe(migrations.length + 1);
    });

    it('[STORE-16] a database of another program is refused and left as it is', () => {
      const foreign = path.join(folder, 'foreign.sqlite');
      const other = new Database(foreign, { engine });
      other.exec('CREATE TABLE theirs (x)');
      other.close();
      expect(() => openDatabase(foreign, { engine })).toThrow('not a database of Roundtable');
      const after = new Database(foreign, { engine });
      expect(after.pluck('SELECT name FROM sqlite_schema').all()).toEqual(['theirs']);
      after.close();
    });
  });
});
