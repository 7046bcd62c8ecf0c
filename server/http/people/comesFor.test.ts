/** For whom somebody comes, over a real server: read by themselves, said anew, and heard at the table. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readMap } from '#shared/board/mapDocument.ts';
import type { ComesFor } from '#shared/wire/people.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinWithYWebsocket } from '#server/testing/joinWithYWebsocket.ts';
import { joinAs, keyOf, ticketFor } from '#server/testing/openBoard.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
let board: BoardCreated;

beforeEach(async () => {
  server = await startServer({ limits: { commandsPerMinute: 4 } });
  const json = { title: 'Riverbend Works', template: 'employment' };
  ({ body: board } = await callApi<BoardCreated>(server, 'POST', '/api/boards', { json }));
});
afterEach(() => server.stop());

const path = (rest: string) => `/api/boards/${board.id}${rest}`;
const read = (secret: string) => callApi<ComesFor>(server, 'GET', path('/comes-for'), { secret });
const say = (secret: string, organization: string | null) =>
  callApi<ComesFor>(server, 'PUT', path('/comes-for'), { secret, json: { organization } });

it('[JOIN-3] everybody reads their own, says it anew, and a facilitator reads it then', async () => {
  const json = { key: keyOf(board.links.participant), name: 'Rosa', organization: 'Mayor’s Office', kind: 'doer' };
  const { body: rosa } = await callApi<Joined>(server, 'POST', path('/join'), { json });
  const olga = await joinAs(server, board, 'observer', 'Olga');
  expect((await read(rosa.seat)).body).toEqual({ organization: 'Mayor’s Office', kind: 'doer' });
  expect((await read(olga.seat)).body).toEqual({ organization: null, kind: null });
  const answer = await say(rosa.seat, "City of Riverbend, Mayor's Office");
  expect(answer.body).toEqual({ organization: "City of Riverbend, Mayor's Office", kind: 'doer' });
  expect((await read(rosa.seat)).body).toEqual(answer.body);
  const fay = await joinAs(server, board, 'facilitator', 'Fay');
  const { body } = await callApi<{ people: { name: string; organization: string | null }[] }>(
    server,
    'GET',
    path('/people'),
    { secret: fay.seat },
  );
  expect(body.people.find(({ name }) => name === 'Rosa')?.organization).toBe("City of Riverbend, Mayor's Office");
  expect((await say(rosa.seat, null)).body.organization).toBeNull();
});

it('[JOIN-3] one that waits on the map is at the table from then on, but not by an observer', async () => {
  const [pat, olga] = await Promise.all([
    joinAs(server, board, 'participant', 'Pat'),
    joinAs(server, board, 'observer', 'Olga'),
  ]);
  const client = joinWithYWebsocket(server, board, await ticketFor(server, board, pat.seat));
  await client.synced;
  const engagement = () => readMap(client.doc).organizations.find(({ id }) => id === 'corner-kitchens')?.engagement;
  expect(engagement()).toBe('invited');
  const { name = '' } = readMap(client.doc).organizations.find(({ id }) => id === 'corner-kitchens') ?? {};
  await say(olga.seat, name);
  expect(engagement()).toBe('invited');
  await say(pat.seat, name);
  await expect.poll(engagement).toBe('partner');
  client.leave();
});

it('[JOIN-3] bad input and floods are refused, and nothing is changed', async () => {
  const pat = await joinAs(server, board, 'participant', 'Pat');
  await say(pat.seat, 'Housing First');
  for (const organization of ['x'.repeat(121), '   ', 7])
    expect(
      (await callApi(server, 'PUT', path('/comes-for'), { secret: pat.seat, json: { organization } })).status,
    ).toBe(400);
  for (let n = 0; n < 3; n += 1) expect((await say(pat.seat, 'Housing First')).status).toBe(200);
  expect((await say(pat.seat, 'Something else')).code).toBe('too-fast');
  expect((await read(pat.seat)).body.organization).toBe('Housing First');
});
