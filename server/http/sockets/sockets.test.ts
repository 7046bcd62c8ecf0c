import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { writeRecord } from '#shared/board/record.ts';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import { seatHash } from '#server/door/secrets/seatHash.ts';
import { issueTicket, ticketLastsMs } from '#server/door/secrets/ticket.ts';
import { callApi } from '#server/testing/callApi.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { frameBytes } from '#server/testing/hostile/frameBytes.ts';
import { RawSocket } from '#server/testing/hostile/RawSocket.ts';
import { joinWithYWebsocket } from '#server/testing/joinWithYWebsocket.ts';
import type { StockClient } from '#server/testing/joinWithYWebsocket.ts';
import { joinAs, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { StartServerOptions, TestServer } from '#server/testing/startServer.ts';
import type { Store } from '#server/store/Store.ts';

let server: TestServer;
const clients: StockClient[] = [];
const start = async (options: StartServerOptions = {}) => {
  await server.stop();
  server = await startServer(options);
};
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.leave();
  await server.stop();
});

async function enter(board: { id: string }, seat: string): Promise<StockClient> {
  const client = joinWithYWebsocket(server, board, await ticketFor(server, board, seat));
  clients.push(client);
  await client.synced;
  return client;
}

function draw(client: StockClient, id: string): void {
  const record = { id, typeName: 'page', name: id, index: 'a2', meta: {} };
  client.doc.transact(() => writeRecord(client.doc.getMap('canvas'), record));
}

function drawn(client: StockClient): string[] {
  return [...client.doc.getMap('canvas').keys()].sort();
}

interface Handshake {
  readonly path: string;
  readonly protocols?: string[];
  readonly origin?: string;
}

/** The close code, or the HTTP status where the handshake was refused. */
function attempt({
  path,
  protocols = ['roundtable'],
  origin,
}: Handshake): Promise<{ code?: number; reason?: string; status?: number; protocol?: string }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(
      `ws://127.0.0.1:${server.port}${path}`,
      protocols,
      origin === undefined ? {} : { origin },
    );
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString(), protocol: socket.protocol }));
    socket.on('unexpected-response', (_request, response) => {
      resolve({ status: response.statusCode ?? 0 });
      response.destroy();
    });
    socket.on('error', (error) => {
      if (!error.message.includes('closed before')) reject(error);
    });
  });
}

describe('sockets', () => {
  it('[SYNC-1] two stock y-websocket clients see the document and each other’s edits', async () => {
    const board = await openBoard(server);
    const [one, two] = [
      await joinAs(server, board, 'participant', 'One'),
      await joinAs(server, board, 'facilitator', 'Two'),
    ];
    const first = await enter(board, one.seat);
    const second = await enter(board, two.seat);
    expect(drawn(second)).toEqual(['document:document', 'page:page']);
    draw(first, 'page:first');
    await expect.poll(() => drawn(second)).toContain('page:first');
    draw(second, 'page:second');
    await expect.poll(() => drawn(first)).toContain('page:second');
    const late = await enter(board, one.seat);
    expect(drawn(late)).toEqual(['document:document', 'page:first', 'page:page', 'page:second']);
    expect(late.doc.getMap('canvas').toJSON()).toEqual(first.doc.getMap('canvas').toJSON());
  });

  it('[DOOR-9] a role that is changed while a socket is let in is not set back by what was read before', async () => {
    let store: FaultyStore | undefined;
    await start({ wrapStore: (inner) => (store = new FaultyStore(inner)) });
    const board = await openBoard(server);
    const [fay, pat] = [await joinAs(server, board, 'facilitator'), await joinAs(server, board, 'participant')];
    // the look at the ticket is the first, the look again the second
    const release = store?.holdAnswer('readPerson', 1);
    const ticket = await ticketFor(server, board, pat.seat);
    const client = joinWithYWebsocket(server, board, ticket);
    clients.push(client);
    await vi.waitFor(() => expect(store?.calls.filter((call) => call === 'readPerson')).toHaveLength(2));
    const json = { role: 'observer', from: 'participant' };
    const changed = await callApi(server, 'PATCH', `/api/boards/${board.id}/people/${pat.person.id}`, {
      secret: fay.seat,
      json,
    });
    expect(changed.status).toBe(204);
    release?.();
    await client.synced;
    expect(server.relay.present(board.id).map(({ role }) => role)).toEqual(['observer']);
  });

  it('[DOOR-4] the server answers with the public subprotocol only, and compresses nothing', async () => {
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'observer');
    const socket = new WebSocket(
      `${server.wsOrigin}/${board.id}`,
      ['roundtable', await ticketFor(server, board, seat)],
      { perMessageDeflate: true },
    );
    await new Promise((resolve) => socket.once('open', resolve));
    expect(socket.protocol).toBe('roundtable');
    expect(socket.extensions).toBe('');
    socket.terminate();
  });

  it('[DOOR-8] somebody who is removed between the look at the ticket and the place in the room does not slip in', async () => {
    let meanwhile: (() => Promise<unknown>) | null = null;
    await start({
      wrapStore: (store) =>
        new Proxy(store, {
          get(target, key) {
            if (key !== 'readPerson') {
              const value: unknown = Reflect.get(target, key);
              return typeof value === 'function' ? value.bind(target) : value;
            }
            return async (...who: Parameters<Store['readPerson']>) => {
              const row = await target.readPerson(...who);
              const act = meanwhile;
              meanwhile = null;
              await act?.();
              return row;
            };
          },
        }),
    });
    const board = await openBoard(server);
    const { seat, person } = await joinAs(server, board, 'participant');
    const facilitator = await joinAs(server, board, 'facilitator');
    const ticket = await ticketFor(server, board, seat);
    meanwhile = async () => {
      const path = `/api/boards/${board.id}/people/${person.id}`;
      expect((await callApi(server, 'DELETE', path, { secret: facilitator.seat })).status).toBe(204);
    };
    const { code } = await attempt({ path: `/sync/${board.id}`, protocols: ['roundtable', ticket] });
    expect(meanwhile, 'removed in between').toBeNull();
    expect(code).toBe(closeCodes.removed);
  });

  it('[DOOR-3] no, altered and expired tickets are accepted and closed with 4401', async () => {
    const board = await openBoard(server);
    const { seat, person } = await joinAs(server, board, 'participant');
    const ticket = await ticketFor(server, board, seat);
    const secret = await server.store.installationSecret();
    const claims = {
      board: board.id,
      person: person.id,
      role: 'participant' as const,
      device: seatHash(seat).slice(0, 16),
    };
    const expired = issueTicket(secret, claims, Date.now() - ticketLastsMs);
    const forged = issueTicket(new Uint8Array(32), claims, Date.now());
    const path = `/sync/${board.id}`;
    for (const wrong of [
      undefined,
      'nonsense',
      `${ticket.slice(0, -1)}${ticket.endsWith('A') ? 'B' : 'A'}`,
      expired,
      forged,
      seat,
    ]) {
      const protocols = wrong === undefined ? ['roundtable'] : ['roundtable', wrong];
      expect(await attempt({ path, protocols }), wrong).toMatchObject({
        code: closeCodes.ticketEnded,
        reason: 'ticketEnded',
      });
    }
    expect(server.relay.gauges().rooms).toBe(0);
  });

  it('[DOOR-11] who is refused and goes on sending is cut off; what an honest client sends before it knows does no harm', async () => {
    const board = await openBoard(server);
    const path = `/sync/${board.id}`;
    const piece = new Uint8Array(64 * 1024);
    const listens = await RawSocket.open({ port: server.port, path, protocols: ['roundtable'] });
    for (let at = 0; at < 4; at++) listens.send(piece);
    expect(await listens.closed).toEqual({ code: closeCodes.ticketEnded, reason: 'ticketEnded' });
    const pours = await RawSocket.open({ port: server.port, path, protocols: ['roundtable'], answersCloses: false });
    const cutOff = vi.fn();
    void pours.closed.then(cutOff);
    await vi.waitFor(() => {
      pours.send(piece);
      expect(cutOff).toHaveBeenCalled();
    });
  });

  it('[ADMIT-14] who was closed for what it sent hears why, and nothing more is read of what it pours', async () => {
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'participant');
    const protocols = ['roundtable', await ticketFor(server, board, seat)];
    const pours = await RawSocket.open({
      port: server.port,
      path: `/sync/${board.id}`,
      protocols,
      answersCloses: false,
    });
    const gone = vi.fn();
    void pours.closed.then(gone);
    const piece = Buffer.concat(Array.from({ length: 256 }, () => frameBytes(new Uint8Array(1_000))));
    let taken = 0;
    // the kernels of both sides hold some megabytes
    while (taken < 256 && gone.mock.calls.length === 0) {
      if (pours.unsentBytes === 0) {
        pours.sendBytes(piece);
        taken++;
      } else await nextTurn();
    }
    expect(await pours.closed).toMatchObject({ reason: 'malformed' });
    expect(taken).toBeLessThan(96);
  });

  it('[DOOR-3] a ticket opens one socket; the second one is closed with 4401, and the first goes on', async () => {
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'participant');
    const ticket = await ticketFor(server, board, seat);
    const client = joinWithYWebsocket(server, board, ticket);
    await client.synced;
    const again = { path: `/sync/${board.id}`, protocols: ['roundtable', ticket] };
    expect(await attempt(again)).toMatchObject({ code: closeCodes.ticketEnded });
    expect(client.provider.wsconnected).toBe(true);
    client.leave();
    expect(await attempt(again)).toMatchObject({ code: closeCodes.ticketEnded });
    const next = await enter(board, seat);
    expect(next.provider.wsconnected).toBe(true);
  });

  it('[DOOR-3] a ticket is for one board', async () => {
    const board = await openBoard(server);
    const other = await openBoard(server);
    const { seat } = await joinAs(server, other, 'facilitator');
    const protocols = ['roundtable', await ticketFor(server, other, seat)];
    expect(await attempt({ path: `/sync/${board.id}`, protocols })).toMatchObject({ code: closeCodes.roleRefused });
  });

  it('[DOOR-7] ids that are none, and unknown ones, close with 4404', async () => {
    for (const id of [
      '',
      '%2F',
      'a/b',
      'a_b',
      '__proto__',
      'ABCDEFGHIJKLMNOP',
      'a'.repeat(5000),
      'aaaaaaaaaaaaaaaa',
      'аааааааааааааааа',
    ]) {
      expect(await attempt({ path: `/sync/${encodeURI(id)}` }), id).toMatchObject({ code: closeCodes.boardUnknown });
    }
    for (const path of ['/sync/..', '/sync/%2e%2e', '/sync/../sync/x', '/sync//', '/sync/a?ticket=b', '/sync/a#b']) {
      const socket = await RawSocket.open({ port: server.port, path, protocols: ['roundtable'] });
      expect(await socket.closed, path).toMatchObject({ code: closeCodes.boardUnknown });
    }
    expect(server.relay.gauges().rooms).toBe(0);
  });

  it('[DOOR-5] foreign origins are refused before the upgrade, the own one is not', async () => {
    const board = await openBoard(server);
    const path = `/sync/${board.id}`;
    expect(await attempt({ path, origin: 'https://evil.example' })).toEqual({ status: 403 });
    expect(await attempt({ path, origin: 'null' })).toEqual({ status: 403 });
    expect(await attempt({ path, origin: server.origin })).toMatchObject({ code: closeCodes.ticketEnded });
    expect(await attempt({ path: '/other' })).toEqual({ status: 404 });
  });

  it('[DOOR-11] connections and attempts of one address are bounded, before the upgrade', async () => {
    await start({ limits: { connectionsPerAddress: 2 } });
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'participant');
    const first = await enter(board, seat);
    await enter(board, seat);
    expect(await attempt({ path: `/sync/${board.id}` })).toEqual({ status: 429 });
    first.leave();
    await expect.poll(async () => (await attempt({ path: `/sync/${board.id}` })).code).toBe(closeCodes.ticketEnded);
    await vi.waitFor(async () => expect(await attempt({ path: `/sync/${board.id}` })).toEqual({ status: 429 }), {
      timeout: 5_000,
      interval: 1,
    });
  });

  it('[DOOR-8] a removed person is sent away with 4406, others stay', async () => {
    const board = await openBoard(server);
    const facilitator = await joinAs(server, board, 'facilitator');
    const participant = await joinAs(server, board, 'participant');
    const staying = await enter(board, facilitator.seat);
    const ticket = await ticketFor(server, board, participant.seat);
    const leaving = await enter(board, participant.seat);
    await callApi(server, 'DELETE', `/api/boards/${board.id}/people/${participant.person.id}`, {
      secret: facilitator.seat,
    });
    expect(await leaving.closed).toBe(closeCodes.removed);
    expect(await attempt({ path: `/sync/${board.id}`, protocols: ['roundtable', ticket] })).toMatchObject({
      code: closeCodes.removed,
    });
    expect(staying.provider.wsconnected).toBe(true);
  });

  it('[DOOR-8] a deleted board closes everybody with 4410, also those who come later', async () => {
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'facilitator');
    const ticket = await ticketFor(server, board, seat);
    const client = await enter(board, seat);
    await callApi(server, 'DELETE', `/api/boards/${board.id}`, { secret: seat });
    expect(await client.closed).toBe(closeCodes.boardDeleted);
    expect(await attempt({ path: `/sync/${board.id}`, protocols: ['roundtable', ticket] })).toMatchObject({
      code: closeCodes.boardDeleted,
    });
  });

  it('[DOOR-11] who never finishes the handshake is cut off', async () => {
    await start({ limits: { handshakeMs: 300 } });
    const silent = connect(server.port, '127.0.0.1');
    silent.write('GET /sync/aaaaaaaaaaaaaaaa HTTP/1.1\r\nHost: x\r\n');
    await new Promise((resolve) => silent.once('close', resolve).resume());
    expect((await callApi(server, 'GET', '/healthz')).status).toBe(200);
  });

  it('[DOOR-11] of too many silent connections the longest silent one goes, and people still come in', async () => {
    await start({ limits: { connectionsPerAddress: 5 } });
    const silent = Array.from({ length: 40 }, () => connect(server.port, '127.0.0.1').on('error', () => {}));
    const gone = vi.fn();
    for (const socket of silent) socket.once('close', gone).resume();
    await vi.waitFor(() => expect(gone.mock.calls.length).toBeGreaterThanOrEqual(20));
    expect((await callApi(server, 'GET', '/healthz')).status).toBe(200);
    for (const socket of silent) socket.destroy();
  });

  it('[DOOR-13] a reset at any moment of the handshake never ends the process', async () => {
    const board = await openBoard(server);
    const key = 'dGhlIHNhbXBsZSBub25jZQ==';
    const request = `GET /sync/${board.id} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Protocol: roundtable\r\n\r\n`;
    for (let length = 0; length <= request.length; length += 25) {
      for (const waits of [false, true]) {
        const socket = connect(server.port, '127.0.0.1');
        await new Promise((resolve) => socket.once('connect', resolve));
        socket.on('error', () => {});
        socket.write(request.slice(0, length + 25));
        if (waits) await new Promise((resolve) => setImmediate(resolve));
        socket.resetAndDestroy();
      }
    }
    expect((await callApi(server, 'GET', '/healthz')).status).toBe(200);
    await expect.poll(() => server.relay.gauges().connections).toBe(0);
  });

  it('[OPS-5] a stop closes everybody with 4503, and what was edited is there after the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'roundtable-kept-'));
    await start({ folder });
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'participant');
    const client = await enter(board, seat);
    const other = await enter(board, seat);
    draw(client, 'page:kept');
    await expect.poll(() => drawn(other)).toContain('page:kept');
    await start({ folder });
    expect(await client.closed).toBe(closeCodes.restarting);
    const again = await enter(board, seat);
    expect(drawn(again)).toContain('page:kept');
    await start();
    await rm(folder, { recursive: true });
  });
});
