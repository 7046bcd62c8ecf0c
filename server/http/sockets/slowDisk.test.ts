/** A disk that takes seconds for a commit: what is to be saved waits, and nothing else does. */
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
import { systemClock } from '#server/clock/systemClock.ts';
import { callApi } from '#server/testing/callApi.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { HonestClient } from '#server/testing/hostile/HonestClient.ts';
import { joinAs, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';
import { Database } from '#server/store/sqlite/Database.ts';
import { databaseFile } from '#server/store/sqlite/DataFolder.ts';

let server: TestServer;
const clients: HonestClient[] = [];
let letGo = (): void => {};
afterEach(async () => {
  letGo();
  await Promise.all(clients.splice(0).map((client) => client.leave()));
  await server.stop();
});

const patiently = { timeout: 20_000 };

async function person(board: BoardCreated, { seat }: Joined): Promise<HonestClient> {
  const client = new HonestClient(async () => ({
    url: `${server.wsOrigin}/${board.id}`,
    protocols: ['roundtable', await ticketFor(server, board, seat)],
  }));
  clients.push(client);
  await client.connect();
  await vi.waitFor(() => expect(client.isSynced).toBe(true), patiently);
  return client;
}

function draw(client: HonestClient, key: string): void {
  const entry = new Y.Map<unknown>();
  entry.set('base', { id: key, typeName: 'shape', type: 'note', x: 1, y: 1, props: {}, meta: {} });
  client.put(key, entry, key);
}

/** The disk takes no commit until it is let go: whoever commits is held, as in a sync that does not come back. */
function holdDisk(): void {
  const other = new Database(databaseFile(path.resolve(server.folder)));
  other.exec('BEGIN IMMEDIATE');
  letGo = () => {
    letGo = () => {};
    other.exec('ROLLBACK');
    other.close();
  };
}

it(
  '[STORE-27] [SYNC-2] [OPS-3] while a commit takes seconds, presence, reads and what watches the server go on; nothing is called saved before it is',
  { timeout: 60_000 },
  async () => {
    let skippedMs = 0;
    let store: FaultyStore | undefined;
    server = await startServer({
      threads: { busyTimeoutMs: 60_000 },
      clock: { ...systemClock, nowMs: () => Date.now() + skippedMs },
      wrapStore: (inner) => (store = new FaultyStore(inner)),
    });
    const [here, there, closed] = [await openBoard(server), await openBoard(server), await openBoard(server)];
    const seats = await Promise.all([here, here, there, there].map((board) => joinAs(server, board, 'participant')));
    const late = await joinAs(server, closed, 'participant');
    const [maya, tom, ana, ben] = (await Promise.all(
      seats.map((seat, index) => person(index < 2 ? here : there, seat)),
    )) as [HonestClient, HonestClient, HonestClient, HonestClient];
    const before = await server.store.loadDocument(here.id);

    holdDisk();
    const ready = callApi(server, 'GET', '/readyz');
    draw(maya, 'shape:first');
    draw(ana, 'shape:elsewhere');
    for (const [mover, watcher] of [
      [maya, tom],
      [tom, maya],
      [ana, ben],
    ] as const) {
      mover.showPresence({ cursor: { x: 1, y: 1 } });
      await vi.waitFor(() => expect(watcher.presence.has(mover.doc.clientID)).toBe(true), patiently);
    }
    // more comes while the first is on its way to the disk
    for (const key of ['shape:second', 'shape:third']) {
      draw(maya, key);
      draw(tom, `${key}-too`);
      const cursor = { x: key.length, y: 2 };
      maya.showPresence({ cursor });
      await vi.waitFor(() => expect(tom.presence.get(maya.doc.clientID)).toMatchObject({ cursor }), patiently);
    }
    // a board that nobody had open is read from the disk
    const newcomer = await person(closed, late);
    expect(newcomer.isSynced).toBe(true);
    expect((await callApi(server, 'GET', `/api/boards/${here.id}/seat`, { secret: seats[0]?.seat ?? '' })).status).toBe(
      200,
    );
    expect((await callApi(server, 'GET', '/healthz')).status).toBe(200);
    // after its five seconds
    expect((await ready).status).toBe(503);
    // and from then on at once, until the disk has answered
    skippedMs = 3_000;
    expect((await callApi(server, 'GET', '/readyz')).status).toBe(503);
    expect(store?.calls.filter((call) => call === 'tryWrite')).toHaveLength(1);
    expect([maya, tom, ana].map(({ unsavedCount }) => unsavedCount)).toEqual([3, 2, 1]);
    expect([tom.canvas.has('shape:first'), ben.canvas.has('shape:elsewhere')]).toEqual([false, false]);
    expect((await server.store.loadDocument(here.id))?.version).toBe(before?.version);
    // all of that while the commit was still on its way, and not after it had been given up
    const modes = clients.flatMap(({ messages }) => messages.filter(({ type }) => type === 'mode'));
    expect(modes).toEqual([]);

    letGo();
    await vi.waitFor(() => expect([maya, tom, ana].map((one) => one.unsavedCount)).toEqual([0, 0, 0]), patiently);
    await vi.waitFor(() => expect(ben.canvas.has('shape:elsewhere')).toBe(true), patiently);
    const keys = ['shape:first', 'shape:second', 'shape:second-too', 'shape:third', 'shape:third-too'];
    for (const one of [maya, tom])
      await vi.waitFor(() => expect(keys.every((key) => one.canvas.has(key))).toBe(true), patiently);
    expect(clients.every(({ closeCode }) => closeCode === null)).toBe(true);
    skippedMs = 6_000;
    expect((await callApi(server, 'GET', '/readyz')).status).toBe(200);
    const after = await server.store.loadDocument(here.id);
    // the first by itself, and together what had come meanwhile
    expect((after?.version ?? 0) - (before?.version ?? 0)).toBe(2);
  },
);
