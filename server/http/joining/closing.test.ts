/** Links that end by themselves, and a table that is closed. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardCreated, BoardLinks, Joined } from '#shared/wire/http.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { Clock } from '#server/clock/Clock.ts';
import { systemClock } from '#server/clock/systemClock.ts';
import { callApi } from '#server/testing/callApi.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { joinAs, keyOf, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';

let nowMs: number;
const clock: Clock = { ...systemClock, nowMs: () => nowMs };
let server: TestServer;
let store: FaultyStore;
let board: BoardCreated;
let fay: Joined;
let pat: Joined;

beforeEach(async () => {
  nowMs = Date.UTC(2026, 2, 2, 9);
  server = await startServer({ clock, wrapStore: (inner) => (store = new FaultyStore(inner)) });
  board = await openBoard(server);
  fay = await joinAs(server, board, 'facilitator', 'Fay');
  pat = await joinAs(server, board, 'participant', 'Pat');
});
afterEach(() => server.stop());

const path = (rest: string) => `/api/boards/${board.id}${rest}`;
const door = async (role: Role, links = board.links) =>
  (await callApi(server, 'GET', path('/door'), { secret: keyOf(links[role]) })).code;
const join = async (role: Role, links = board.links) => {
  const json = { key: keyOf(links[role]), name: 'Ana' };
  return (await callApi(server, 'POST', path('/join'), { json })).code;
};
const endLink = (role: Role, ends: unknown, from: unknown = null, by = fay) =>
  callApi<BoardLinks>(server, 'PUT', path(`/links/${role}/end`), { secret: by.seat, json: { ends, from } });
const closeTable = (isClosed: unknown, by = fay) =>
  callApi<BoardLinks>(server, 'PUT', path('/table'), { secret: by.seat, json: { isClosed } });

describe('a link with an end', () => {
  it('[DOOR-26] lets in up to its last moment and then nobody new, and its code leads to the same answer', async () => {
    const ends = nowMs + 60_000;
    expect((await endLink('participant', ends)).body.ends).toEqual({
      facilitator: null,
      participant: ends,
      observer: null,
    });
    nowMs = ends - 1;
    expect([await door('participant'), await join('participant')]).toEqual([undefined, undefined]);
    nowMs = ends;
    expect([await door('participant'), await join('participant')]).toEqual(['link-over', 'link-over']);
    expect([await join('observer'), await join('facilitator')]).toEqual([undefined, undefined]);
    const found = await callApi<{ link: string }>(server, 'POST', '/api/codes', { json: { code: board.code } });
    expect(await door('participant', { ...board.links, participant: found.body.link })).toBe('link-over');
    await ticketFor(server, board, pat.seat);
    expect((await endLink('participant', null, ends)).body.ends.participant).toBeNull();
    expect(await join('participant')).toBeUndefined();
  });

  it('[DOOR-26] [SESSION-15] is not set over one that its sender has not seen', async () => {
    expect((await endLink('observer', nowMs + 1_000)).status).toBe(200);
    expect((await endLink('observer', nowMs + 9_000)).code).toBe('end-moved');
    expect((await endLink('observer', nowMs + 1_000)).status).toBe(200);
    expect((await endLink('observer', nowMs + 9_000, nowMs + 1_000)).status).toBe(200);
  });

  it('[DOOR-26] hands a coming end on to the link that follows it, and a past one not', async () => {
    const ends = nowMs + 60_000;
    await endLink('participant', ends);
    await endLink('observer', ends);
    const reset = (role: Role) =>
      callApi<BoardLinks>(server, 'POST', path(`/links/${role}/reset`), { secret: fay.seat, json: {} });
    expect((await reset('participant')).body.ends.participant).toBe(ends);
    nowMs = ends;
    const { body } = await reset('participant');
    expect(body.ends).toMatchObject({ participant: null, observer: ends });
    expect([await door('participant', body.links), await door('observer', body.links)]).toEqual([
      undefined,
      'link-over',
    ]);
  });

  it('[DOOR-26] [DOOR-20] is set by facilitators, that of the facilitators by the owner, and to a moment', async () => {
    const lee = await joinAs(server, board, 'facilitator', 'Lee');
    expect((await endLink('observer', nowMs + 1, null, pat)).code).toBe('role-refused');
    expect((await endLink('observer', nowMs + 1, null, lee)).status).toBe(200);
    expect((await endLink('facilitator', nowMs + 1, null, lee)).code).toBe('owner-only');
    expect((await endLink('facilitator', nowMs + 1)).status).toBe(200);
    for (const ends of [-1, 0.5, 'tomorrow', 9e15, undefined])
      expect((await endLink('participant', ends)).code).toBe('invalid-body');
    expect(
      (await callApi(server, 'PUT', path('/links/owner/end'), { secret: fay.seat, json: { ends: null, from: null } }))
        .code,
    ).toBe('not-found');
  });
});

describe('a closed table', () => {
  it('[DOOR-27] lets nobody new in but facilitators; who is in stays and returns', async () => {
    expect((await closeTable(true)).body.isClosed).toBe(true);
    for (const role of ['participant', 'observer'] as const)
      expect([await door(role), await join(role)]).toEqual(['table-closed', 'table-closed']);
    expect([await door('facilitator'), await join('facilitator')]).toEqual([undefined, undefined]);
    await ticketFor(server, board, pat.seat);
    expect((await callApi(server, 'GET', path('/seat'), { secret: pat.seat })).status).toBe(200);
    expect((await closeTable(false)).body.isClosed).toBe(false);
    expect(await join('participant')).toBeUndefined();
  });

  it('[DOOR-27] is closed in turn: whoever asked before is in, whoever asked after is not', async () => {
    const release = store.hold('addPerson');
    const before = join('participant');
    await vi.waitFor(() => expect(store.calls.filter((call) => call === 'addPerson')).toHaveLength(3));
    const closing = closeTable(true);
    await vi.waitFor(() => expect(store.calls.filter((call) => call === 'findSeat')).not.toEqual([]));
    const after = closing.then(() => join('participant'));
    release();
    expect(await before).toBeUndefined();
    expect(await after).toBe('table-closed');
  });

  it('[DOOR-9] [DOOR-27] is closed and opened by facilitators', async () => {
    expect((await closeTable(true, pat)).code).toBe('role-refused');
    expect((await closeTable('yes')).code).toBe('invalid-body');
    expect(await door('observer')).toBeUndefined();
  });
});
