/** A board belongs to its first facilitator: what cannot be undone is up to them, until they hand it over. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardCreated, BoardLinks, Joined, KeptOut, Owner } from '#shared/wire/http.ts';
import type { Role } from '#shared/wire/roles.ts';
import { callApi } from '#server/testing/callApi.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { joinAs, openBoard } from '#server/testing/openBoard.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
let store: FaultyStore;
let board: BoardCreated;
let fay: Joined;
let lee: Joined;
let pat: Joined;

beforeEach(async () => {
  server = await startServer({ wrapStore: (inner) => (store = new FaultyStore(inner)) });
  board = await openBoard(server);
  pat = await joinAs(server, board, 'participant', 'Pat');
  fay = await joinAs(server, board, 'facilitator', 'Fay');
  lee = await joinAs(server, board, 'facilitator', 'Lee');
});
afterEach(() => server.stop());

const path = (rest = '') => `/api/boards/${board.id}${rest}`;
const ownerFor = async (who: Joined) =>
  (await callApi<Owner>(server, 'GET', path('/owner'), { secret: who.seat })).body;
const handOver = (to: Joined, by: Joined) =>
  callApi<Owner>(server, 'PUT', path('/owner'), { secret: by.seat, json: { person: to.person.id } });
const remove = (who: Joined, by: Joined) =>
  callApi(server, 'DELETE', path(`/people/${who.person.id}`), { secret: by.seat });
const keepOut = (who: Joined, by: Joined) =>
  callApi<KeptOut>(server, 'POST', path(`/people/${who.person.id}/keep-out`), { secret: by.seat });
const change = (who: Joined, by: Joined, from: Role, role: Role) =>
  callApi(server, 'PATCH', path(`/people/${who.person.id}`), { secret: by.seat, json: { from, role } });
const reset = (role: Role, by: Joined) =>
  callApi<BoardLinks>(server, 'POST', path(`/links/${role}/reset`), { secret: by.seat, json: {} });
const deleteBoard = (by: Joined) => callApi(server, 'DELETE', path(), { secret: by.seat });

describe('the owner', () => {
  it('[DOOR-20] is the first facilitator who joins, and everybody on the board may know', async () => {
    expect([pat, fay, lee].map(({ isOwner }) => isOwner)).toEqual([false, true, false]);
    const owner = { id: fay.person.id, name: 'Fay' };
    expect(await ownerFor(pat)).toEqual({ owner, isMe: false });
    expect(await ownerFor(fay)).toEqual({ owner, isMe: true });
    const seat = (who: Joined) => callApi<{ isOwner: boolean }>(server, 'GET', path('/seat'), { secret: who.seat });
    expect([(await seat(fay)).body.isOwner, (await seat(lee)).body.isOwner]).toEqual([true, false]);
    const another = await openBoard(server, 'Another');
    const json = { secret: (await joinAs(server, another, 'observer')).seat };
    expect((await callApi<Owner>(server, 'GET', `/api/boards/${another.id}/owner`, json)).body.owner).toBeNull();
  });

  it('[DOOR-20] of two who join at once one is', async () => {
    const another = await openBoard(server, 'Another');
    const release = store.hold('addPerson');
    const both = [joinAs(server, another, 'facilitator', 'Ana'), joinAs(server, another, 'facilitator', 'Ben')];
    await vi.waitFor(() => expect(store.calls.filter((call) => call === 'addPerson')).toHaveLength(4));
    release();
    const owners = (await Promise.all(both)).filter(({ isOwner }) => isOwner);
    expect(owners).toHaveLength(1);
  });

  it('[DOOR-20] alone deletes the board, removes facilitators or takes their role back, and resets their link', async () => {
    const ana = await joinAs(server, board, 'facilitator', 'Ana');
    expect((await remove(ana, lee)).code).toBe('owner-only');
    expect((await keepOut(ana, lee)).code).toBe('owner-only');
    expect((await change(ana, lee, 'facilitator', 'participant')).code).toBe('owner-only');
    expect((await reset('facilitator', lee)).code).toBe('owner-only');
    expect((await deleteBoard(lee)).code).toBe('owner-only');
    expect((await handOver(lee, lee)).code).toBe('owner-only');
    expect((await reset('participant', lee)).status).toBe(200);
    expect((await reset('observer', lee)).status).toBe(200);
    expect((await remove(pat, lee)).status).toBe(204);

    expect((await change(ana, fay, 'facilitator', 'participant')).status).toBe(204);
    expect((await reset('facilitator', fay)).status).toBe(200);
    expect((await keepOut(lee, fay)).body.reset).toContain('facilitator');
    expect((await deleteBoard(fay)).status).toBe(204);
  });

  it('[DOOR-20] stays, until the board is handed over to a facilitator; every other one may step down', async () => {
    expect((await remove(fay, fay)).code).toBe('owner-stays');
    expect((await remove(fay, lee)).code).toBe('owner-stays');
    expect((await keepOut(fay, lee)).code).toBe('owner-stays');
    expect((await change(fay, fay, 'facilitator', 'participant')).code).toBe('owner-stays');
    expect((await handOver(pat, fay)).code).toBe('owner-facilitates');
    expect((await handOver(lee, fay)).body).toEqual({ owner: { id: lee.person.id, name: 'Lee' }, isMe: false });
    expect((await deleteBoard(fay)).code).toBe('owner-only');
    expect((await remove(lee, fay)).code).toBe('owner-stays');
    expect((await change(fay, fay, 'facilitator', 'participant')).status).toBe(204);
    expect((await remove(fay, lee)).status).toBe(204);
    expect((await ownerFor(lee)).isMe).toBe(true);
  });

  it('[DOOR-20] is asked for the facilitators’ link when another one keeps somebody out who may know it', async () => {
    await change(pat, lee, 'participant', 'facilitator');
    await change(pat, fay, 'facilitator', 'participant');
    const { body } = await keepOut(pat, lee);
    expect(body).toMatchObject({
      reset: ['participant', 'observer'],
      known: ['facilitator', 'participant', 'observer'],
      links: { facilitator: board.links.facilitator },
    });
  });

  it('[DOOR-9] [DOOR-20] is decided by the store: strangers, participants and who is gone hand over nothing', async () => {
    expect((await handOver(lee, pat)).code).toBe('role-refused');
    await remove(lee, fay);
    expect((await handOver(lee, fay)).code).toBe('person-unknown');
    expect((await callApi(server, 'GET', path('/owner'))).code).toBe('seat-ended');
    expect((await callApi(server, 'PUT', path('/owner'), { secret: fay.seat, json: { person: 'x' } })).code).toBe(
      'invalid-body',
    );
  });
});
