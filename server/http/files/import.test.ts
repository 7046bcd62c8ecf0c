/** Files of strangers: whatever they send, the rooms go on, and whoever sends slowly or much waits for themselves. */
import { connect } from 'node:net';
import { once } from 'node:events';
import { ServerResponse } from 'node:http';
import { queryObjects } from 'node:v8';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeRecord } from '#shared/board/record.ts';
import { templates } from '#shared/templates/templates.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import type { ImportPreview } from '#shared/wire/snapshots.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinWithYWebsocket } from '#server/testing/joinWithYWebsocket.ts';
import { joinAs, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { pngBytes } from '#server/testing/imageBytes.ts';
import { startServer, type StartServerOptions, type TestServer } from '#server/testing/startServer.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const path = '/api/boards/import/check';
const check = (on: TestServer, text: string, address = '192.0.2.1') =>
  callApi<ImportPreview>(on, 'POST', path, { bytes: bytesOf(text), headers: { 'x-forwarded-for': address } });
const patiently = { timeout: 15_000 };
/** larger than what is read in the thread of the rooms */
const large = JSON.stringify(templates.employment).padEnd(100_000);

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

async function start(options: StartServerOptions = {}): Promise<TestServer> {
  const server = await startServer({ environment: { trustedProxies: 1 }, ...options });
  opened.push(() => server.stop());
  return server;
}

/** A request whose body has begun and does not end. */
async function slowUpload(on: TestServer, address: string, to = path, secret = ''): Promise<{ end(): void }> {
  const socket = connect(on.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => {});
  const head = [`POST ${to} HTTP/1.1`, `Host: 127.0.0.1:${on.port}`, `X-Forwarded-For: ${address}`];
  head.push('Content-Type: application/json', 'Content-Length: 10000', `Authorization: Bearer ${secret}`);
  socket.write(`${head.join('\r\n')}\r\n\r\n[[],`);
  opened.push(() => void socket.destroy());
  return { end: () => socket.destroy() };
}

/** Sends edits to and fro between two people as long as `pending` takes; resolves with how often. */
async function roundTrips(on: TestServer, board: BoardCreated, pending: Promise<unknown>): Promise<number> {
  const { seat } = await joinAs(on, board, 'participant');
  const [a, b] = [
    joinWithYWebsocket(on, board, await ticketFor(on, board, seat)),
    joinWithYWebsocket(on, board, await ticketFor(on, board, seat)),
  ];
  opened.push(
    () => a.leave(),
    () => b.leave(),
  );
  await Promise.all([a.synced, b.synced]);
  let trips = 0;
  const over = pending.then(() => 'over' as const);
  for (let last: 'seen' | 'over' = 'seen'; last === 'seen';) {
    const id = `page:trip${trips}`;
    const seen = new Promise<'seen'>((resolve) => {
      const canvas = b.doc.getMap('canvas');
      const look = (): void => {
        if (!canvas.has(id)) return;
        canvas.unobserve(look);
        resolve('seen');
      };
      canvas.observe(look);
    });
    writeRecord(a.doc.getMap('canvas'), { id, typeName: 'page', name: 'T', index: `a${trips}`, meta: {} } as never);
    last = await Promise.race([seen, over]);
    trips += 1;
  }
  return trips;
}

describe('files of strangers', () => {
  it.each([
    ['lists in a list', '[[],'.concat('[],'.repeat(1_900_000), '[]]')],
    ['objects in a list', `[${'{},'.repeat(1_500_000)}{}]`],
    ['a nesting without end', '['.repeat(5_000_000)],
    ['names without end', `{${Array.from({ length: 100_000 }, (_, n) => `"n${n}":[]`).join(',')}}`],
  ])('[BOARDFILE-7] while %s are read, a room goes on', async (_name, text) => {
    // as many round trips as there are
    const server = await start({ limits: { messagesPerSecond: 1_000_000 } });
    const board = await openBoard(server);
    const answer = check(server, text);
    const trips = await roundTrips(server, board, answer);
    expect((await answer).body.ok).toBe(false);
    expect(trips).toBeGreaterThan(3);
  });

  it('[BOARDFILE-7] slow uploads of some keep nobody else from bringing a file', async () => {
    const server = await start();
    for (let n = 0; n < 20; n += 1) await slowUpload(server, `192.0.2.${10 + (n % 5)}`);
    expect((await check(server, large, '192.0.2.1')).body).toMatchObject({ ok: true });
    // one more of an address that has four on their way
    await vi.waitFor(async () => expect((await check(server, large, '192.0.2.10')).code).toBe('too-fast'), patiently);
  });

  it('[BOARDFILE-7] a file that was read leaves nothing of its request in the memory of the server', async () => {
    const server = await start();
    const looks = 12;
    for (let n = 0; n < looks; n += 1) expect((await check(server, large, `192.0.2.${n}`)).body.ok).toBe(true);
    // the newest may still be on their way out
    await vi.waitFor(() => expect(queryObjects(ServerResponse)).toBeLessThan(looks / 2), patiently);
  });

  it('[BOARDFILE-7] an upload that is broken off leaves its place, and no error in the log', async () => {
    const server = await start();
    const uploads = await Promise.all(Array.from({ length: 4 }, () => slowUpload(server, '192.0.2.1')));
    await vi.waitFor(async () => expect((await check(server, large)).code).toBe('too-fast'), patiently);
    for (const upload of uploads) upload.end();
    await vi.waitFor(async () => expect((await check(server, large)).body).toMatchObject({ ok: true }), patiently);
    expect(server.logLines.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([]);
  });

  it('[HTTP-10] no request that is broken off in its body leaves an error in the log, and each is counted', async () => {
    const server = await start();
    const board = await openBoard(server);
    const { seat } = await joinAs(server, board, 'facilitator');
    const paths = [
      '',
      '/import/check',
      '/import?title=x',
      `/${board.id}/assets`,
      `/${board.id}/session`,
      `/${board.id}/join`,
    ];
    const uploads = await Promise.all(paths.map((to) => slowUpload(server, '192.0.2.1', `/api/boards${to}`, seat)));
    const refused = async (): Promise<number> => {
      const text = await (await fetch(`${server.origin}/metrics`)).text();
      return Number(/^roundtable_http_refusals_total\{code="invalid-body"\} (\d+)/m.exec(text)?.[1] ?? 0);
    };
    for (const upload of uploads) upload.end();
    await vi.waitFor(async () => expect(await refused()).toBe(paths.length), patiently);
    expect(server.logLines.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([]);
  });
});

describe('what is brought to be kept', () => {
  const picture = pngBytes({ width: 3, height: 2 });

  it('[OPS-11] in the reserve of the disk nothing is brought and no board started; a board goes on', async () => {
    let freeBytes = 2_000_000;
    // three boards are started here, and one is left to start
    const limits = { reserveBytes: 1_000_000, boardsPerAddressPerHour: 4 };
    const server = await start({ limits, freeBytes: async () => freeBytes });
    const board = await openBoard(server);
    const { seat: secret } = await joinAs(server, board, 'facilitator');
    const upload = () => callApi(server, 'POST', `/api/boards/${board.id}/assets`, { secret, bytes: picture });
    const keep = () =>
      callApi(server, 'POST', `/api/boards/${board.id}/snapshots`, { secret, json: { reason: 'person', name: 'N' } });
    const begin = () => callApi(server, 'POST', '/api/boards', { json: { title: 'One more' } });
    const bring = () =>
      callApi(server, 'POST', '/api/boards/import?title=x', { bytes: bytesOf(JSON.stringify(templates.blank)) });
    for (const act of [upload, keep, begin, bring]) expect((await act()).status).toBe(201);
    freeBytes = 999_999;
    for (const act of [upload, keep, begin, bring]) expect((await act()).code).toBe('server-full');
    expect(await roundTrips(server, board, joinAs(server, board, 'participant'))).toBeGreaterThan(0);
    expect(server.logLines.filter((line) => line.includes('uploads.serverFull'))).toHaveLength(1);
    freeBytes = 2_000_000;
    expect((await upload()).status).toBe(201);
    expect((await begin()).status).toBe(201);
    expect((await begin()).code).toBe('too-fast');
  });

  it('[OPS-11] an address brings so much in a day, another one is not touched by it', async () => {
    const server = await start({ limits: { uploadBytesPerAddressPerDay: 6_000 } });
    const board = await openBoard(server);
    const { seat: secret } = await joinAs(server, board, 'facilitator');
    const upload = (address: string) =>
      callApi(server, 'POST', `/api/boards/${board.id}/assets`, {
        secret,
        bytes: picture,
        headers: { 'x-forwarded-for': address },
      });
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 100; n += 1) codes.push((await upload('192.0.2.1')).code);
    expect(codes[0]).toBe(undefined);
    expect(codes.at(-1)).toBe('uploads-full');
    expect((await upload('192.0.2.2')).status).toBe(201);
  });
});
