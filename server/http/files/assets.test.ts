import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { AssetStored } from '#shared/wire/http.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinAs, keyOf, openBoard } from '#server/testing/openBoard.ts';
import { gifBytes, jpegBytes, pngBytes, secretInImage, webpBytes } from '#server/testing/imageBytes.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
let board: BoardCreated;
let seat: string;
beforeAll(async () => {
  server = await startServer({
    limits: { maxAssetBytes: 40_000, maxAssetsBytesPerBoard: 60_000, doorTriesPerMinute: 100_000 },
  });
  board = await openBoard(server);
  seat = (await joinAs(server, board, 'participant')).seat;
});
afterAll(() => server.stop());

const put = (bytes: Uint8Array, secret = seat, to = board, headers = {}) =>
  callApi(server, 'POST', `/api/boards/${to.id}/assets`, { bytes, secret, headers });

describe('assets', () => {
  it.each([
    ['image/png', pngBytes()],
    ['image/jpeg', jpegBytes()],
    ['image/gif', gifBytes()],
    ['image/webp', webpBytes()],
  ])('[ASSET-1] %s is kept and comes back without its metadata, as a sandboxed attachment', async (type, bytes) => {
    const { status, body } = await put(bytes, seat, board, { 'content-type': 'text/html' });
    expect(status).toBe(201);
    const stored = v.parse(AssetStored, body);
    expect(stored).toMatchObject({ type, url: `/api/boards/${board.id}/assets/${stored.id}` });
    const observer = await joinAs(server, board, 'observer');
    const response = await fetch(server.origin + stored.url, { headers: { authorization: `Bearer ${observer.seat}` } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9]{32}\.\w+"$/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toMatch(/^private, .*immutable$/);
    const kept = Buffer.from(await response.arrayBuffer());
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.includes(secretInImage)).toBe(false);
  });

  it('[ASSET-4] observers, strangers and people without a seat place no picture', async () => {
    const observer = await joinAs(server, board, 'observer');
    const stranger = await joinAs(server, await openBoard(server), 'facilitator');
    expect(await put(pngBytes(), observer.seat)).toMatchObject({ status: 403, code: 'edit-refused' });
    expect(await put(pngBytes(), stranger.seat)).toMatchObject({ status: 401, code: 'seat-ended' });
    expect(await put(pngBytes(), keyOf(board.links.facilitator))).toMatchObject({ status: 401, code: 'seat-ended' });
    expect(await put(pngBytes(), '')).toMatchObject({ status: 401, code: 'seat-ended' });
  });

  it('[ASSET-4] a picture is seen only with a seat of its own board', async () => {
    const { url, id } = v.parse(AssetStored, (await put(pngBytes())).body);
    const other = await openBoard(server);
    const stranger = await joinAs(server, other, 'facilitator');
    expect(await callApi(server, 'GET', url)).toMatchObject({ status: 401, code: 'seat-ended' });
    expect(await callApi(server, 'GET', url, { secret: stranger.seat })).toMatchObject({
      status: 401,
      code: 'seat-ended',
    });
    expect(
      await callApi(server, 'GET', `/api/boards/${other.id}/assets/${id}`, { secret: stranger.seat }),
    ).toMatchObject({ status: 404, code: 'asset-unknown' });
    expect(await callApi(server, 'GET', `${url}x`, { secret: seat })).toMatchObject({
      status: 404,
      code: 'asset-unknown',
    });
  });

  it('[ASSET-1] what is no picture is refused, whatever it calls itself', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const type of ['image/svg+xml', 'image/png'])
      expect(await put(svg, seat, board, { 'content-type': type })).toMatchObject({
        status: 415,
        code: 'type-refused',
      });
    expect(await put(new Uint8Array())).toMatchObject({ status: 415, code: 'type-refused' });
  });

  it('[ASSET-3] too large in bytes, announced or not, and in pixels', async () => {
    expect(await put(Buffer.concat([pngBytes(), Buffer.alloc(50_000)]))).toMatchObject({
      status: 413,
      code: 'too-large',
    });
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(10_000)) });
    const response = await fetch(`${server.origin}/api/boards/${board.id}/assets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${seat}` },
      body: endless,
      duplex: 'half',
    } as RequestInit).then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(response);
    expect(await put(pngBytes({ width: 20_000, height: 20_000 }))).toMatchObject({ status: 413, code: 'too-large' });
  });

  it('[ASSET-3] the pictures of a board have a limit together, also when they come at once', async () => {
    const full = await openBoard(server);
    const { seat: own } = await joinAs(server, full, 'participant');
    const large = pngBytes({ width: 180, height: 180 });
    const noise = Buffer.concat([large.subarray(0, 33), chunkOf(25_000), large.subarray(33)]);
    const answers = await Promise.all([1, 2, 3, 4].map(() => put(noise, own, full)));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 201, 413, 413]);
    expect(answers.find(({ status }) => status === 413)?.code).toBe('board-storage-full');
    expect(await server.store.assetBytes(full.id)).toBeLessThanOrEqual(60_000);
  });
});

/** A palette chunk of that many bytes: kept, and not compressed. */
function chunkOf(length: number): Buffer {
  const chunk = Buffer.alloc(length + 12);
  chunk.writeUInt32BE(length, 0);
  chunk.write('PLTE', 4, 'latin1');
  return chunk;
}
