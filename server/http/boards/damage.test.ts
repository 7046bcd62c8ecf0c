import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { BoardDamage } from '#shared/wire/damage.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
import { callApi } from '#server/testing/callApi.ts';
import { loseRowsSql } from '#server/testing/fullBoard.ts';
import { RawSocket } from '#server/testing/hostile/RawSocket.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { joinAs, keyOf, openBoard } from '#server/testing/openBoard.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';
import { Database } from '#server/store/sqlite/Database.ts';
import { databaseFile } from '#server/store/sqlite/DataFolder.ts';

let folder: string;
let server: TestServer;
let board: BoardCreated;
let ana: Joined;
let ben: Joined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'roundtable-damaged-'));
  server = await startServer({ folder });
  board = await openBoard(server);
  ana = await joinAs(server, board, 'facilitator');
  ben = await joinAs(server, board, 'participant');
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const draw = (id: string) =>
  server.relay.change(board.id, (doc) => void doc.getMap('canvas').set(id, new Y.Map([['pos', [1, 2, 0]]])));
const drawings = () =>
  server.relay.change(board.id, (doc) =>
    [...doc.getMap('canvas').keys()].filter((id) => id.startsWith('shape:')).toSorted(),
  );
const address = () => `/api/boards/${board.id}/damage`;
const damage = (secret: string) => callApi<BoardDamage>(server, 'GET', address(), { secret });
const decide = (json: unknown, secret = ana.seat) => callApi(server, 'POST', address(), { secret, json });

async function restartAfter(change: (database: Database) => void): Promise<void> {
  await server.stop();
  const database = new Database(databaseFile(folder));
  change(database);
  database.close();
  server = await startServer({ folder });
}

describe('a board of which something could not be read', () => {
  it('[STORE-23] facilitators read what it is; nobody else does', async () => {
    expect((await damage(ana.seat)).body).toEqual({ parts: [], foundAt: null, isLost: false, snapshot: null });
    await draw('shape:1');
    await restartAfter((database) => database.exec('DELETE FROM journal WHERE version > 1'));
    expect(await drawings()).toEqual([]);
    const { body } = await damage(ana.seat);
    // what stood there before somebody drew is in the timed history
    const snapshot = { id: expect.any(String) };
    expect(body).toMatchObject({ parts: [{ part: 'document', count: 1 }], isLost: true, snapshot });
    expect((await damage(ben.seat)).status).toBe(403);
    expect((await decide({ do: 'goOn' }, ben.seat)).status).toBe(403);
    expect(server.logLines.some((line) => line.includes('room.damaged'))).toBe(true);
  });

  it('[STORE-23] its file is what is whole of it, and no address says that there is no board', async () => {
    await restartAfter((database) => database.exec('DELETE FROM journal'));
    const answer = await callApi<{ title: string }>(server, 'GET', `/api/boards/${board.id}/export/board.json`, {
      secret: ana.seat,
    });
    expect([answer.status, answer.body.title]).toEqual([200, 'Early reading']);
  });

  it('[STORE-23] what is missing comes back out of the newest snapshot, and what came after it stays', async () => {
    await draw('shape:early');
    const taken = await callApi<{ id: string }>(server, 'POST', `/api/boards/${board.id}/snapshots`, {
      secret: ana.seat,
      json: { reason: 'person', name: 'Session 1' },
    });
    const early = await server.store.loadDocument(board.id);
    await draw('shape:late');
    await restartAfter((database) => database.exec(`DELETE FROM journal WHERE version = ${early?.version}`));
    await drawings();
    const { body } = await damage(ana.seat);
    expect(body.snapshot?.id).toBe(taken.body.id);
    expect((await decide({ do: 'bringBack', snapshot: taken.body.id })).status).toBe(204);
    expect(await drawings()).toEqual(['shape:early', 'shape:late']);
    expect((await damage(ana.seat)).body.foundAt).toBeNull();
    await draw('shape:after');
    expect(await drawings()).toContain('shape:after');
  });

  it('[STORE-23] a decision that names no snapshot of the board changes nothing', async () => {
    await draw('shape:1');
    await restartAfter((database) => database.exec('DELETE FROM journal WHERE version > 1'));
    await drawings();
    expect((await decide({ do: 'bringBack', snapshot: 'nosuchsnapshot00' })).status).toBe(404);
    expect((await decide({ do: 'forget' })).status).toBe(400);
    expect((await damage(ana.seat)).body.isLost).toBe(true);
    await expect(draw('shape:2')).rejects.toMatchObject({ name: 'DamagedError' });
  });

  it('[STORE-26] a board whose own row is gone is not called unknown, by link, seat or socket', async () => {
    await restartAfter((database) => {
      database.exec('PRAGMA foreign_keys = OFF');
      database.exec(loseRowsSql('boards'));
    });
    const read = async (secret: string, url: string, json?: unknown) =>
      (await callApi<{ error?: { code: string } }>(server, json === undefined ? 'GET' : 'POST', url, { secret, json }))
        .body.error?.code;
    const at = `/api/boards/${board.id}`;
    expect(await read(ana.seat, `${at}/export/board.json`)).toBe('damaged');
    expect(await read('', `${at}/join`, { key: keyOf(board.links.participant), name: 'Cleo' })).toBe('damaged');
    const socket = await RawSocket.open({ port: server.port, path: `/sync/${board.id}`, protocols: ['roundtable'] });
    expect((await socket.closed).reason).toBe('boardUnreadable');
    expect(await read(ana.seat, '/api/boards/aaaaaaaaaaaaaaaa/export/board.json')).toBe('board-unknown');
  });

  it('[SYNC-4] a board that cannot be read at all is not called unknown', async () => {
    await server.stop();
    const faulty: FaultyStore[] = [];
    server = await startServer({
      folder,
      wrapStore: (store) => {
        const wrapped = new FaultyStore(store);
        faulty.push(wrapped);
        return wrapped;
      },
    });
    faulty[0]?.fail('loadDocument');
    const answer = await callApi<{ error: { code: string } }>(
      server,
      'GET',
      `/api/boards/${board.id}/export/board.json`,
      {
        secret: ana.seat,
      },
    );
    expect([answer.status, answer.body.error.code]).toEqual([500, 'damaged']);
  });
});
