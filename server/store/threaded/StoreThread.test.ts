/** What the threads of the store promise beyond the contract: who waits for whom, and what becomes of everybody when one ends. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bytes, newAssetId, newBoard, newPerson, newSnapshot, noClaims } from '../contract/rows.ts';
import { Database, sqliteCode } from '../sqlite/Database.ts';
import { databaseFile } from '../sqlite/DataFolder.ts';
import type { Store } from '../Store.ts';
import { AlreadyStoredError, DamagedError, StorageFullError } from '../storeErrors.ts';
import { openThreadedStore, StoreThreads } from './openThreadedStore.ts';
import { errorFrom, plainError } from './plainError.ts';
import { StoreLostError } from './StoreThread.ts';

let folder: string;
/** stay from test to test: starting them takes longer than the tests */
let threads = new StoreThreads();
let store: Store;
let lost: StoreLostError[];
let other: Database | null;
const board = newBoard();

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'roundtable-thread-'));
  lost = [];
  other = null;
  await open();
  await store.createBoard(board, bytes(1));
});
afterEach(async () => {
  letGo();
  await store.close();
  await rm(folder, { recursive: true });
});
afterAll(() => threads.end());

async function open(busyTimeoutMs = 60_000): Promise<void> {
  const onLost = (error: StoreLostError): void => void lost.push(error);
  store = await openThreadedStore({ folder, nowMs: () => 1, threads, busyTimeoutMs, onLost });
}

/** Whoever commits waits until it is let go, as in a sync that does not come back. */
function holdDisk(): void {
  other = new Database(databaseFile(folder));
  other.exec('BEGIN IMMEDIATE');
}

function letGo(): void {
  if (other?.isInTransaction === true) other.exec('ROLLBACK');
  other?.close();
  other = null;
}

/** The thread meets an error that nobody expected. */
async function spoil(which: 'writer' | 'reader'): Promise<void> {
  const said = vi.spyOn(Worker.prototype, 'postMessage');
  // whether this one still gets its answer is the thread's business
  (which === 'writer' ? store.tryWrite() : store.readBoard(board.id)).catch(() => {});
  await turn();
  const [worker] = said.mock.contexts as Worker[];
  said.mockRestore();
  worker?.postMessage('what no thread understands', []);
}

/** Commits in the log since it began: a frame that ends one bears the size of the database. */
async function commits(): Promise<number> {
  const log = await readFile(`${databaseFile(folder)}-wal`);
  const pageBytes = log.readUInt32BE(8);
  const salt = log.readBigUInt64BE(16);
  let count = 0;
  for (let at = 32; at + 24 + pageBytes <= log.length; at += 24 + pageBytes)
    if (log.readBigUInt64BE(at + 8) === salt && log.readUInt32BE(at + 4) > 0) count += 1;
  return count;
}

describe('threads of the store', () => {
  it('[STORE-14] [STORE-27] what is written while a commit is under way shares the next one, however many turns it took', async () => {
    const before = await commits();
    holdDisk();
    const written = [store.append(board.id, noClaims(bytes(2)))];
    for (let round = 3; round < 8; round++) {
      await turn();
      written.push(store.append(board.id, noClaims(bytes(round))));
    }
    // the first is certainly on its way
    await store.readBoard(board.id);
    letGo();
    expect(await Promise.all(written)).toEqual([2, 3, 4, 5, 6, 7]);
    expect((await commits()) - before).toBeLessThanOrEqual(2);
  });

  it('[STORE-6] [STORE-27] readers do not wait for a commit, and read nothing of it before it is durable', async () => {
    holdDisk();
    const append = store.append(board.id, noClaims(bytes(2)));
    for (let look = 0; look < 3; look++) expect((await store.loadDocument(board.id))?.version).toBe(1);
    letGo();
    expect(await append).toBe(2);
    expect((await store.loadDocument(board.id))?.version).toBe(2);
  });

  it('[STORE-13] [STORE-27] errors keep their class, what they say and their cause', async () => {
    const taken = await store
      .createBoard({ ...newBoard(), code: board.code }, bytes(1))
      .catch((error: unknown) => error);
    expect(taken).toBeInstanceOf(AlreadyStoredError);
    expect(taken).toMatchObject({ what: 'code' });
    await store.close();
    await open(50);
    holdDisk();
    const refused = await store.append(board.id, noClaims(bytes(2))).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StorageFullError);
    expect(sqliteCode((refused as Error).cause)).toBe(5);
    const back = errorFrom(plainError(new RangeError('far', { cause: new TypeError('why') })));
    expect(back).toBeInstanceOf(RangeError);
    expect(back).toMatchObject({ message: 'far', cause: { name: 'TypeError', message: 'why' } });
    expect(back.cause).toBeInstanceOf(TypeError);
  });

  it('[STORE-27] what cannot be sent rejects alone, and the others of its turn count', async () => {
    const strange = { ...newPerson(board.id), name: (() => 'a function') as unknown as string };
    const [refused, appended] = await Promise.allSettled([
      store.addPerson(strange),
      store.append(board.id, noClaims(bytes(2))),
    ]);
    expect([refused.status, appended]).toEqual(['rejected', { status: 'fulfilled', value: 2 }]);
  });

  it.each(['writer', 'reader'] as const)(
    '[STORE-27] where the %s ends by itself, every open call rejects and the owner is told once, in a sentence',
    async (which) => {
      await spoil(which);
      const call =
        which === 'writer' ? () => store.append(board.id, noClaims(bytes(2))) : () => store.readBoard(board.id);
      // the one is on its way to a thread that ends, the other comes after it
      await expect(call()).rejects.toThrow(StoreLostError);
      await expect(call()).rejects.toThrow(
        /^The thread that keeps the data ended: .+\. What people were told is saved/,
      );
      expect(lost).toHaveLength(1);
      // the other thread goes on, so that what can still be done is done
      if (which === 'reader') expect(await store.append(board.id, noClaims(bytes(2)))).toBe(2);
      else expect((await store.readBoard(board.id))?.id).toBe(board.id);
      await store.close();
      await threads.end();
      threads = new StoreThreads();
      await open();
      expect((await store.loadDocument(board.id))?.version).toBe(which === 'writer' ? 1 : 2);
    },
  );

  it('[STORE-20] [STORE-27] what a reader finds damaged is set aside all the same', async () => {
    const asset = { id: newAssetId(), board: board.id, type: 'image/png', bytes: bytes(1, 2, 3), createdAtMs: 1 };
    const row = newSnapshot(board.id);
    await store.putAsset(asset);
    await store.addPerson(newPerson(board.id));
    await store.keepSnapshot(row, [{ hash: 'a'.repeat(32), bytes: bytes(1) }]);
    const damager = new Database(databaseFile(folder));
    damager.exec(
      "UPDATE assets SET bytes = x'09'; UPDATE people SET name = 'x'; UPDATE snapshot_chunks SET bytes = x'09'",
    );
    damager.close();
    expect(await store.readAsset(board.id, asset.id)).toBeNull();
    await expect(store.readSnapshot(board.id, row.id)).rejects.toThrow(DamagedError);
    const parts = (await store.checkBoard(board.id)).map(({ part }) => part).sort();
    expect(parts).toEqual(['people', 'pictures', 'snapshots', 'snapshots']);
    expect(await store.listPeople(board.id)).toEqual([]);
  });

  it('[STORE-4] what is deleted while somebody reads goes out of the log by itself', async () => {
    const gone = newBoard({ title: 'what the tenants said' });
    await store.createBoard(gone, bytes(1));
    const reader = new Database(databaseFile(folder), { readOnly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM boards').get();
    await store.deleteBoard(gone.id);
    const holds = async () => (await readFile(`${databaseFile(folder)}-wal`)).includes(gone.title);
    expect(await holds()).toBe(true);
    // a connection that is closed amidst one keeps it until its statements are collected
    reader.exec('COMMIT');
    reader.close();
    await vi.waitFor(async () => expect(await holds()).toBe(false), { timeout: 10_000 });
  });
});
