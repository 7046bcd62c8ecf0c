/** Taking back what one person did, over real sockets and SQLite. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
import type { ActsPreview, TookBackActs } from '#shared/wire/takeBack.ts';
import type { ThingActs } from '#shared/wire/thingActs.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinWithYWebsocket, type StockClient } from '#server/testing/joinWithYWebsocket.ts';
import { joinAs, openBoard } from '#server/testing/openBoard.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
let board: BoardCreated;
let fay: Joined;
let jordan: Joined;
let ines: Joined;

beforeAll(async () => {
  server = await startServer();
  board = await openBoard(server);
  fay = await joinAs(server, board, 'facilitator', 'Fay Oduya');
  jordan = await joinAs(server, board, 'participant', 'Jordan Tate');
  ines = await joinAs(server, board, 'participant', 'Ines Marsh');
});
afterAll(() => server.stop());

const address = (person: Joined, more = ''): string => `/api/boards/${board.id}/people/${person.person.id}/acts${more}`;
const preview = (since: string, whose = jordan) =>
  callApi<ActsPreview>(server, 'GET', address(whose, `?since=${since}`), { secret: fay.seat });
async function lineOf({ seat }: Joined): Promise<StockClient> {
  const { body } = await callApi<{ ticket: string }>(server, 'POST', `/api/boards/${board.id}/tickets`, {
    secret: seat,
  });
  const line = joinWithYWebsocket(server, board, body.ticket);
  await line.synced;
  return line;
}

const canvas = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('canvas');
function note(doc: Y.Doc, id: string): void {
  const base = { id, typeName: 'shape', type: 'note', parentId: 'page:page', props: {}, meta: {} };
  canvas(doc).set(
    id,
    new Y.Map<unknown>([
      ['base', base],
      ['pos', [1, 2, 0]],
      ['text', new Y.Text(`Words of ${id}`)],
    ]),
  );
}
const ids = (doc: Y.Doc): string[] => [...canvas(doc).keys()].filter((id) => id.startsWith('shape:')).toSorted();

it('[TAKEBACK-6] a facilitator sees what it would bring, and everybody gets it at once; a removed person too', async () => {
  const [a, b, c] = await Promise.all([fay, jordan, ines].map(lineOf));
  if (a === undefined || b === undefined || c === undefined) throw new Error('three lines');
  const all = [a.doc, b.doc, c.doc];
  a.doc.transact(() => {
    for (let at = 0; at < 12; at++) note(a.doc, `shape:m${at}`);
  });
  await vi.waitFor(() => expect(all.map((doc) => ids(doc).length)).toEqual([12, 12, 12]), { timeout: 10_000 });
  for (let at = 0; at < 12; at += 2) canvas(b.doc).delete(`shape:m${at}`);
  for (let at = 1; at < 12; at += 2) {
    const text = canvas(b.doc).get(`shape:m${at}`)?.get('text');
    if (text instanceof Y.Text) text.delete(0, text.length);
  }
  note(b.doc, 'shape:theirs');
  note(c.doc, 'shape:honest');
  await vi.waitFor(() => expect(all.map((doc) => ids(doc).length)).toEqual([8, 8, 8]), { timeout: 10_000 });
  await callApi(server, 'DELETE', `/api/boards/${board.id}/people/${jordan.person.id}`, { secret: fay.seat });

  const { status, body } = await preview('tenMinutes');
  expect([status, body]).toEqual([
    200,
    {
      since: expect.any(Number),
      back: { drawings: 6 },
      gone: { drawings: 1 },
      changed: { drawings: 6 },
      stays: [],
      more: 0,
    },
  ]);
  expect((await preview('workshop')).body).toMatchObject({ since: 0, back: { drawings: 6 } });
  expect((await preview('all', ines)).body).toMatchObject({ gone: { drawings: 1 }, back: {} });
  const taken = await callApi<TookBackActs>(server, 'POST', address(jordan), {
    secret: fay.seat,
    json: { since: body.since },
  });
  expect(taken.body).toMatchObject({ back: { drawings: 6 }, gone: { drawings: 1 }, changed: { drawings: 6 } });
  await vi.waitFor(() => expect(ids(c.doc)).toHaveLength(13), { timeout: 10_000 });
  expect(ids(c.doc)).toEqual([...Array.from({ length: 12 }, (_, at) => `shape:m${at}`), 'shape:honest'].toSorted());
  for (let at = 0; at < 12; at++)
    expect(String(canvas(c.doc).get(`shape:m${at}`)?.get('text'))).toBe(`Words of shape:m${at}`);
  for (const line of [a, b, c]) line.leave();
});

it('[ACTS-6] a facilitator reads who made and changed one thing, newest first, and nobody else does', async () => {
  const read = (key: string, secret = fay.seat) =>
    callApi<ThingActs>(server, 'GET', `/api/boards/${board.id}/acts?key=${encodeURIComponent(key)}`, { secret });
  const { body } = await read('canvas/shape:m1');
  expect(body.acts.map(({ kind, name, role }) => [kind, name, role])).toEqual([
    ['tookBack', null, 'facilitator'],
    ['changed', 'Jordan Tate', 'participant'],
    ['made', 'Fay Oduya', 'facilitator'],
  ]);
  expect(body.acts[1]?.fields).toEqual(['text']);
  expect((await read('canvas/shape:honest')).body.acts).toMatchObject([
    { kind: 'made', name: 'Ines Marsh', fields: [] },
  ]);
  expect((await read('canvas/shape:m')).body).toEqual({ acts: [] });
  expect((await read('canvas/shape:m1', ines.seat)).status).toBe(403);
});

it('[TAKEBACK-6] nobody is asked about who is not on this board', async () => {
  const stranger = { ...ines, person: { ...ines.person, id: 'nobody0000000000' as never } };
  expect((await preview('all', stranger)).body).toMatchObject({ error: { code: 'person-unknown' } });
  const wrong = await callApi(server, 'POST', address(ines), { secret: fay.seat, json: { since: -1 } });
  expect(wrong.status).toBe(400);
});
