import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { readMap } from '#shared/board/mapDocument.ts';
import { ratingsOf } from '#shared/map/ratings.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import type { BoardCreated, BoardRatings } from '#shared/wire/http.ts';
import { callApi } from '#server/testing/callApi.ts';
import { HonestClient } from '#server/testing/hostile/HonestClient.ts';
import { joinAs, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ limits: { doorTriesPerMinute: 100_000, boardsPerAddressPerHour: 100_000 } });
});
afterAll(() => server.stop());

const address = (board: BoardCreated, organization?: string) =>
  `/api/boards/${board.id}/ratings${organization === undefined ? '' : `/${organization}`}`;

describe('ratings', () => {
  it('[RATE-2] a facilitator rates, changes and removes; what is read is what was written', async () => {
    const board = await openBoard(server);
    const { seat: secret } = await joinAs(server, board, 'facilitator');
    const put = (organization: string, json: unknown) =>
      callApi(server, 'PUT', address(board, organization), { secret, json });
    const read = async () => (await callApi<BoardRatings>(server, 'GET', address(board), { secret })).body.ratings;
    expect(await read()).toEqual({});
    expect((await put('o-1', { influence: 4, stake: 2 })).status).toBe(204);
    expect((await put('o-2', { influence: null, stake: 5 })).status).toBe(204);
    expect(await read()).toEqual({ 'o-1': { influence: 4, stake: 2 }, 'o-2': { influence: null, stake: 5 } });
    expect((await put('o-1', { influence: null, stake: null })).status).toBe(204);
    expect(await read()).toEqual({ 'o-2': { influence: null, stake: 5 } });
    expect((await callApi(server, 'DELETE', address(board), { secret })).status).toBe(204);
    expect(await read()).toEqual({});
  });

  it('[SESSION-15] two facilitators who rate at once keep each number they changed, and whoever did not see one is told', async () => {
    const board = await openBoard(server);
    const { seat: secret } = await joinAs(server, board, 'facilitator');
    const put = (json: unknown) => callApi(server, 'PUT', address(board, 'o-1'), { secret, json });
    const read = async () => (await callApi<BoardRatings>(server, 'GET', address(board), { secret })).body.ratings;
    const seen = { influence: null, stake: null };
    expect((await put({ influence: 4, stake: null, from: seen })).status).toBe(204);
    expect((await put({ influence: null, stake: 2, from: seen })).status).toBe(204);
    expect(await read()).toEqual({ 'o-1': { influence: 4, stake: 2 } });
    expect((await put({ influence: 5, stake: null, from: seen })).code).toBe('rating-moved');
    expect((await put({ influence: 4, stake: 2, from: seen })).status).toBe(204);
    expect((await put({ influence: null, stake: 2, from: { influence: 4, stake: 2 } })).status).toBe(204);
    expect(await read()).toEqual({ 'o-1': { influence: null, stake: 2 } });
  });

  it('[RATE-2] nobody else reads or writes one', async () => {
    const board = await openBoard(server);
    const json = { influence: 1, stake: 1 };
    for (const role of ['participant', 'observer'] as const) {
      const { seat: secret } = await joinAs(server, board, role);
      expect((await callApi(server, 'GET', address(board), { secret })).code).toBe('role-refused');
      expect((await callApi(server, 'PUT', address(board, 'o-1'), { secret, json })).code).toBe('role-refused');
      expect((await callApi(server, 'DELETE', address(board), { secret })).code).toBe('role-refused');
    }
    expect((await callApi(server, 'GET', address(board))).code).toBe('seat-ended');
    const { seat: foreign } = await joinAs(server, await openBoard(server), 'facilitator');
    expect((await callApi(server, 'GET', address(board), { secret: foreign })).code).toBe('seat-ended');
    expect((await callApi(server, 'PUT', address(board, 'o-1'), { secret: foreign, json })).code).toBe('seat-ended');
    expect((await server.store.readRatings(board.id)).size).toBe(0);
  });

  it('[RATE-2] numbers are 1 to 5 or null, and nothing else is taken', async () => {
    const board = await openBoard(server);
    const { seat: secret } = await joinAs(server, board, 'facilitator');
    const wrong = [
      { influence: 0, stake: 1 },
      { influence: 6, stake: 1 },
      { influence: 1.5, stake: 1 },
      { influence: '3', stake: 1 },
      { influence: 1 },
      { influence: 1, stake: 1, person: 'x' },
      null,
    ];
    for (const json of wrong)
      expect((await callApi(server, 'PUT', address(board, 'o-1'), { secret, json })).code, JSON.stringify(json)).toBe(
        'invalid-body',
      );
    const json = { influence: 1, stake: 1 };
    for (const id of ['%20', 'a%2Fb', '.a', 'a'.repeat(81)])
      expect((await callApi(server, 'PUT', address(board, id), { secret, json })).code, id).toBe('invalid-body');
    expect((await server.store.readRatings(board.id)).size).toBe(0);
  });

  it('[RATE-1] a board from a template starts with its ratings, and its document has none', async () => {
    const template = readTemplate('employment');
    if (!template) throw new Error('no template');
    const { body: board } = await callApi<BoardCreated>(server, 'POST', '/api/boards', {
      json: { title: 'Jobs', template: 'employment' },
    });
    const { seat: secret } = await joinAs(server, board, 'facilitator');
    const { body } = await callApi<BoardRatings>(server, 'GET', address(board), { secret });
    expect(body.ratings).toEqual(Object.fromEntries(ratingsOf(template.map)));
    expect(Object.keys(body.ratings).length).toBeGreaterThan(20);

    const stored = await server.store.loadDocument(board.id);
    const doc = new Y.Doc();
    for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
    expect(readMap(doc).organizations.length).toBe(template.map.organizations.length);
    expect(ratingsOf(readMap(doc)).size).toBe(0);
    expect(JSON.stringify(doc.getMap('map').get('organizations'))).not.toMatch(/"(influence|stake)"/);
  });

  it('[RATE-6] facilitators hear at once that ratings changed, without a number; nobody else hears it', async () => {
    const board = await openBoard(server);
    const enter = async (role: 'facilitator' | 'participant') => {
      const { seat } = await joinAs(server, board, role);
      const client = new HonestClient(async () => ({
        url: `${server.wsOrigin}/${board.id}`,
        protocols: ['roundtable', await ticketFor(server, board, seat)],
      }));
      await client.connect();
      await vi.waitFor(() => expect(client.messages.some(({ type }) => type === 'welcome')).toBe(true));
      return { seat, client };
    };
    const [fay, pat] = [await enter('facilitator'), await enter('participant')] as const;
    const { seat: secret } = await joinAs(server, board, 'facilitator');
    const heard = () => fay.client.messages.filter(({ type }) => type === 'ratings');
    await callApi(server, 'PUT', address(board, 'o-1'), { secret, json: { influence: 4, stake: 2 } });
    await vi.waitFor(() => expect(heard()).toEqual([{ type: 'ratings' }]));
    await callApi(server, 'DELETE', address(board), { secret });
    await vi.waitFor(() => expect(heard()).toHaveLength(2));
    // what is said to everybody comes after what would have been said before
    await callApi(server, 'PATCH', `/api/boards/${board.id}`, { secret, json: { title: 'Renamed' } });
    await vi.waitFor(() => expect(pat.client.messages.some(({ type }) => type === 'board')).toBe(true));
    expect(pat.client.messages.some(({ type }) => type === 'ratings')).toBe(false);
    await Promise.all([fay, pat].map(({ client }) => client.leave()));
  });
});
