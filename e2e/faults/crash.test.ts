/**
 * The server killed with SIGKILL under load, again and again: everything that was called saved is there afterwards, and
 * everybody ends with the same document. `KILLS=100 npx vitest run e2e/faults/crash.test.ts` for longer; `SEED` as printed.
 */
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import { HonestClient } from '../../server/testing/hostile/HonestClient.ts';
import { seededRandom } from '../../server/testing/hostile/mutateBytes.ts';
import { BoardApi } from '../BoardApi.ts';
import { LoggedServer } from './LoggedServer.ts';
import { stateOf } from './Scene.ts';

const kills = Number(process.env['KILLS'] ?? 5);
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
const writerCount = Number(process.env['WRITERS'] ?? 8);
const settles = { timeout: 20_000, interval: 25 };

/** Somebody who works without pause, and comes back by themselves whatever happens. */
class Writer {
  readonly client: HonestClient;
  readonly name: string;
  /** the newest value of each key that the server has called saved */
  readonly promised = new Map<string, number>();
  private isWorking = true;
  private edits = 0;

  constructor(name: string, client: HonestClient) {
    this.name = name;
    this.client = client;
  }

  /** Edits until told to stop; ends when it did. */
  async work(random: () => number): Promise<void> {
    while (this.isWorking) {
      await this.keepLine();
      this.editOnce(random);
      for (const [key, value] of this.client.saved) if (typeof value === 'number') this.promised.set(key, value);
      await wait(5);
    }
  }

  rest(): void {
    this.isWorking = false;
  }

  async keepLine(): Promise<void> {
    // while the server is down there is nobody to connect to: the next round tries again
    if (!this.client.isOpen) await this.client.connect().catch(() => wait(20));
  }

  private editOnce(random: () => number): void {
    const edit = ++this.edits;
    const key = `shape:${this.name}-${Math.floor(random() * 40)}`;
    if (this.client.canvas.has(key)) this.client.change(key, 'meta.edit', edit);
    else {
      const entry = new Y.Map<unknown>();
      entry.set('base', { id: key, typeName: 'shape', type: 'note', x: 1, y: 1, props: {}, meta: {} });
      entry.set('meta.edit', edit);
      this.client.put(key, entry, edit);
    }
  }
}

describe('a server that is killed', () => {
  let server: LoggedServer;
  let board: BoardCreated;
  const clients: HonestClient[] = [];

  beforeAll(async () => {
    server = await LoggedServer.start({ LOG_LEVEL: 'info' });
    board = await new BoardApi(server.origin).createBoard();
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.leave()));
  });
  afterAll(async () => server.remove());

  async function newClient(name: string, on: LoggedServer = server): Promise<HonestClient> {
    const door = new BoardApi(on.origin);
    const guest = await door.join(board, 'participant', name);
    const client = new HonestClient(async () => ({
      url: `ws://127.0.0.1:${on.port}/sync/${board.id}`,
      protocols: ['roundtable', await door.ticket(guest)],
    }));
    clients.push(client);
    return client;
  }

  async function newWriters(prefix: string): Promise<Writer[]> {
    const writers: Writer[] = [];
    for (let index = 0; index < writerCount; index++) {
      const client = await newClient(`Writer ${index}`);
      await client.connect();
      await vi.waitFor(() => expect(client.isSynced).toBe(true), settles);
      writers.push(new Writer(`${prefix}${index}`, client));
    }
    return writers;
  }

  /** A newcomer finds every promised edit, or a later one of the same writer. */
  async function expectPromised(writers: readonly Writer[]): Promise<HonestClient> {
    // taken before the newcomer joins: the writers go on, and what they are promised later may reach the newcomer later
    const promises = writers.map(({ promised }) => new Map(promised));
    const fresh = await newClient('Fresh');
    await fresh.connect();
    await vi.waitFor(() => expect(fresh.isSynced).toBe(true), settles);
    expectIn(fresh, promises);
    return fresh;
  }

  function expectIn(fresh: HonestClient, promises: ReadonlyArray<ReadonlyMap<string, number>>): void {
    for (const [key, edit] of promises.flatMap((promised) => [...promised])) {
      const entry = fresh.canvas.get(key);
      const there = entry instanceof Y.Map ? entry.get('meta.edit') : undefined;
      expect(there, `${key} after seed ${seed}`).toBeGreaterThanOrEqual(edit);
    }
  }

  it(
    `[SYNC-3] ${kills} times SIGKILL under load (seed ${seed}): every acknowledged edit is there, everybody converges`,
    async () => {
      const random = seededRandom(seed);
      const writers = await newWriters('k');
      const work = writers.map((writer, index) => writer.work(seededRandom(seed + index + 1)));
      for (let kill = 0; kill < kills; kill++) {
        await wait(50 + random() * 250);
        await server.end('SIGKILL');
        await server.startAgain();
        const fresh = await expectPromised(writers);
        await fresh.leave();
        // the next kill hits a server that is at work again
        const back = () => writers.filter(({ client }) => client.isOpen).length;
        await vi.waitFor(() => expect(back()).toBe(writerCount), settles);
      }
      for (const writer of writers) writer.rest();
      await Promise.all(work);
      for (const writer of writers) await writer.keepLine();
      await vi.waitFor(
        () => expect(writers.map(({ client }) => client.unsavedCount)).toEqual(writers.map(() => 0)),
        settles,
      );
      expect(writers.every(({ promised }) => promised.size > 0)).toBe(true);
      const fresh = await expectPromised(writers);
      for (const { client } of writers) {
        await vi.waitFor(() => expect(stateOf(client.doc)).toEqual(stateOf(fresh.doc)), settles);
      }
    },
    60_000 + kills * 15_000,
  );

  it('[SYNC-3] SIGTERM under load: everybody is closed with 4503, the process ends with 0 in time, nothing saved is lost', async () => {
    const writers = await newWriters('t');
    const codes = new Set<number>();
    const work = writers.map((writer, index) => writer.work(seededRandom(seed + 100 + index)));
    await vi.waitFor(() => expect(writers.every(({ promised }) => promised.size > 3)).toBe(true), settles);
    const ended = server.end('SIGTERM');
    await vi.waitFor(() => {
      for (const { client } of writers) if (client.closeCode !== null) codes.add(client.closeCode);
      expect(codes.size).toBeGreaterThan(0);
    }, settles);
    expect(await ended).toEqual({ code: 0, signal: null });
    expect([...codes]).toEqual([closeCodes.restarting]);
    for (const writer of writers) writer.rest();
    await Promise.all(work);
    await server.startAgain();
    await expectPromised(writers);
  });

  it('[STORE-15] a second process on the same folder is refused with a sentence, and the first goes on', async () => {
    const second = await server.startSecond();
    expect(second.code).toBe(1);
    expect(second.output).toMatch(/data folder|in use|another/i);
    const [writer] = await newWriters('s');
    await vi.waitFor(() => expect(writer?.client.isSynced).toBe(true), settles);
  });

  it('[STORE-12] a backup while people work is complete and opens as a server of its own', async () => {
    const writers = await newWriters('b');
    const work = writers.map((writer, index) => writer.work(seededRandom(seed + 200 + index)));
    await vi.waitFor(() => expect(writers.every(({ promised }) => promised.size > 3)).toBe(true), settles);
    const promisedThen = writers.map((writer) => new Map(writer.promised));
    const file = join(server.folder, 'copy.backup');
    await promisify(execFile)(process.execPath, ['dist/server/backup.js', file], {
      env: { ...process.env, DATA_DIR: server.folder },
    });
    for (const writer of writers) writer.rest();
    await Promise.all(work);
    const restored = await LoggedServer.restore(file);
    try {
      const fresh = await newClient('Fresh', restored);
      await fresh.connect();
      await vi.waitFor(() => expect(fresh.isSynced).toBe(true), settles);
      expectIn(fresh, promisedThen);
      await fresh.leave();
    } finally {
      await restored.remove();
    }
  });
});
