/** The devices of a person: a seat for each, the return link that gives one, and their end. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeRecord } from '#shared/board/record.ts';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import type { DeviceKind, Devices, ReturnLink } from '#shared/wire/devices.ts';
import { deviceHeader } from '#shared/wire/http.ts';
import type { BoardCreated, Joined, Owner, Seat } from '#shared/wire/http.ts';
import { ManualClock } from '#shared/testing/ManualClock.ts';
import { seatHash } from '#server/door/secrets/seatHash.ts';
import { callApi } from '#server/testing/callApi.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { joinWithYWebsocket, type StockClient } from '#server/testing/joinWithYWebsocket.ts';
import { joinAs, keyOf, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';
import { maxDevices } from './giveSeat.ts';

const phone: DeviceKind = { browser: 'Firefox', system: 'Android' };
const hourMs = 3_600_000;

let server: TestServer;
let store: FaultyStore;
let board: BoardCreated;
let fay: Joined;
const clients: StockClient[] = [];

beforeEach(async () => {
  server = await startServer({ wrapStore: (inner) => (store = new FaultyStore(inner)) });
  board = await openBoard(server);
  fay = await joinAs(server, board, 'facilitator', 'Fay');
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.leave();
  await server.stop();
});

const path = (rest: string) => `/api/boards/${board.id}${rest}`;
const secretOf = (link: string) => link.slice(link.indexOf('#r=') + 3);
const returnLink = async (seat: string) =>
  (await callApi<ReturnLink>(server, 'GET', path('/return-link'), { secret: seat })).body.link;
const comeBack = (link: string, device: DeviceKind = phone, headers: Record<string, string> = {}) =>
  callApi<Joined>(server, 'POST', path('/return'), { secret: secretOf(link), json: { device }, headers });
const list = async (seat: string) =>
  (await callApi<Devices>(server, 'GET', path('/devices'), { secret: seat })).body.devices;
const end = (seat: string, device?: string) =>
  callApi<ReturnLink>(server, 'DELETE', path(`/devices${device === undefined ? '' : `/${device}`}`), { secret: seat });
const idOf = (seat: string) => seatHash(seat).slice(0, 16);
const codeOf = async (seat: string) => (await callApi(server, 'POST', path('/tickets'), { secret: seat })).code;

async function enter(seat: string): Promise<StockClient> {
  const client = joinWithYWebsocket(server, board, await ticketFor(server, board, seat));
  clients.push(client);
  await client.synced;
  return client;
}

describe('a return link', () => {
  it('[DOOR-28] [DOOR-29] gives each device a seat of its own, of the same person', async () => {
    const link = await returnLink(fay.seat);
    expect(link).toMatch(new RegExp(`^/b/${board.id}#r=[a-z0-9]{16}[\\w-]{24}$`));
    const who = await callApi<Seat>(server, 'GET', path('/return'), { secret: secretOf(link) });
    expect(who.body).toMatchObject({
      title: 'Early reading',
      role: 'facilitator',
      isOwner: true,
      person: { name: 'Fay' },
    });
    const [first, second] = [await comeBack(link), await comeBack(link)];
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ person: fay.person, role: 'facilitator', isOwner: true });
    expect(new Set([fay.seat, first.body.seat, second.body.seat]).size).toBe(3);
    for (const seat of [fay.seat, first.body.seat, second.body.seat]) expect(await codeOf(seat)).toBeUndefined();
    expect(await returnLink(first.body.seat)).toBe(link);
  });

  it('[DOOR-29] is no seat, and a seat is no return link', async () => {
    const link = await returnLink(fay.seat);
    expect(await codeOf(secretOf(link))).toBe('seat-ended');
    const bySeat = await callApi(server, 'POST', path('/return'), { secret: fay.seat, json: {} });
    expect(bySeat).toMatchObject({ status: 401, code: 'return-ended' });
    for (const wrong of [
      '',
      'a'.repeat(40),
      `${secretOf(link)}A`,
      secretOf(link).slice(1),
      keyOf(board.links.facilitator),
    ])
      expect((await callApi(server, 'GET', path('/return'), { secret: wrong })).code).toBe('return-ended');
    const elsewhere = await openBoard(server);
    const there = await callApi(server, 'GET', `/api/boards/${elsewhere.id}/return`, { secret: secretOf(link) });
    expect(there.code).toBe('return-ended');
  });

  it('[DOOR-29] that is made anew ends the one before, and no device', async () => {
    const old = await returnLink(fay.seat);
    const { seat } = (await comeBack(old)).body;
    const reset = await callApi<ReturnLink>(server, 'POST', path('/return-link/reset'), { secret: fay.seat });
    expect(await returnLink(seat)).toBe(reset.body.link);
    expect((await comeBack(old)).code).toBe('return-ended');
    expect((await comeBack(reset.body.link)).status).toBe(201);
    for (const one of [fay.seat, seat]) expect(await codeOf(one)).toBeUndefined();
  });

  it('[DOOR-29] from before devices had seats works until a new one is made', async () => {
    const { hash } = (await store.listSeats(board.id, fay.person.id))[0] ?? { hash: '' };
    await store.updateSeat(board.id, hash, { isReturn: true });
    const byOld = () => callApi<Joined>(server, 'POST', path('/return'), { secret: fay.seat, json: {} });
    expect((await byOld()).body).toMatchObject({ person: fay.person });
    await callApi(server, 'POST', path('/return-link/reset'), { secret: fay.seat });
    expect((await byOld()).code).toBe('return-ended');
    expect(await codeOf(fay.seat)).toBeUndefined();
  });

  it('[DOOR-2] [DOOR-18] brings back nobody who was removed, and nobody on a device that is kept out', async () => {
    const jordan = await joinAs(server, board, 'participant', 'Jordan');
    const [link, lees] = [await returnLink(jordan.seat), await joinAs(server, board, 'participant', 'Lee')];
    const mark = { [deviceHeader]: 'a'.repeat(32) };
    const { seat } = (await comeBack(link, phone, mark)).body;
    await callApi(server, 'POST', path(`/people/${jordan.person.id}/keep-out`), { secret: fay.seat });
    expect((await comeBack(link)).code).toBe('removed');
    for (const one of [jordan.seat, seat]) expect(await codeOf(one)).toBe('removed');
    expect((await comeBack(await returnLink(lees.seat), phone, mark)).code).toBe('kept-out');
  });
});

describe('the devices of a person', () => {
  it('[DOOR-28] are listed to them alone, with what the page said and no more', async () => {
    const jordan = await joinAs(server, board, 'participant', 'Jordan');
    const { seat } = (await comeBack(await returnLink(fay.seat))).body;
    const nothing = { browser: null, system: null };
    expect(await list(seat)).toMatchObject([
      { id: idOf(seat), kind: phone, isThis: true },
      { id: idOf(fay.seat), kind: nothing, isThis: false },
    ]);
    expect(await list(jordan.seat)).toMatchObject([{ id: idOf(jordan.seat), isThis: true }]);
    expect((await end(jordan.seat, idOf(fay.seat))).code).toBe('device-unknown');
    const said = { device: { browser: 'Netscape', system: 'Android' } };
    const secret = secretOf(await returnLink(fay.seat));
    expect((await callApi(server, 'POST', path('/return'), { secret, json: said })).code).toBe('invalid-body');
  });

  it('[DOOR-28] one that is ended is gone at once, with its tickets and what it sent last; the others stay', async () => {
    const { seat } = (await comeBack(await returnLink(fay.seat))).body;
    const [here, there] = [await enter(fay.seat), await enter(seat)];
    const ticket = await ticketFor(server, board, seat);
    const release = store.hold('append');
    const old = await returnLink(fay.seat);
    const answer = await end(fay.seat, idOf(seat));
    expect(answer.status).toBe(200);
    const late = { id: 'page:late', typeName: 'page', name: 'Late', index: 'a2', meta: {} };
    there.doc.transact(() => writeRecord(there.doc.getMap('canvas'), late));
    release();
    expect(await there.closed).toBe(closeCodes.deviceEnded);
    const again = joinWithYWebsocket(server, board, ticket);
    clients.push(again);
    expect(await again.closed).toBe(closeCodes.deviceEnded);
    expect(await codeOf(seat)).toBe('device-ended');
    expect((await end(fay.seat, idOf(seat))).code).toBe('device-unknown');
    expect((await list(fay.seat)).map(({ id }) => id)).toEqual([idOf(fay.seat)]);
    // it could show the link of before
    expect((await comeBack(old)).code).toBe('return-ended');
    expect(answer.body.link).toBe(await returnLink(fay.seat));
    expect((await comeBack(answer.body.link)).status).toBe(201);
    expect(here.provider.wsconnected).toBe(true);
    expect(here.doc.getMap('canvas').has('page:late')).toBe(false);
  });

  it('[DOOR-28] all but the one that asks are ended together, and nobody ends the one they are on', async () => {
    const link = await returnLink(fay.seat);
    const seats = [(await comeBack(link)).body.seat, (await comeBack(link)).body.seat];
    expect((await end(fay.seat, idOf(fay.seat))).code).toBe('device-here');
    expect((await end(fay.seat)).status).toBe(200);
    for (const seat of seats) expect(await codeOf(seat)).toBe('device-ended');
    expect(await codeOf(fay.seat)).toBeUndefined();
    expect((await end(fay.seat)).code).toBe('device-unknown');
    const owner = await callApi<Owner>(server, 'GET', path('/owner'), { secret: fay.seat });
    expect(owner.body.isMe).toBe(true);
  });

  it('[DOOR-28] are bounded: who comes by one more ends the one that was not seen for longest', async () => {
    const link = await returnLink(fay.seat);
    const seats: string[] = [];
    for (let n = 1; n < maxDevices; n += 1) seats.push((await comeBack(link)).body.seat);
    expect(await codeOf(fay.seat)).toBeUndefined();
    expect(await list(fay.seat)).toHaveLength(maxDevices);
    const open = await enter(fay.seat);
    seats.push((await comeBack(link)).body.seat);
    expect(await open.closed).toBe(closeCodes.ticketEnded);
    const codes = await Promise.all([fay.seat, ...seats].map(codeOf));
    expect(codes.filter((code) => code !== undefined)).toEqual(['seat-ended']);
    expect(await list(seats.at(-1) ?? '')).toHaveLength(maxDevices);
  });

  it('[DOOR-28] a full disk ends none of them, and keeps nobody from coming in', async () => {
    const { seat } = (await comeBack(await returnLink(fay.seat))).body;
    store.isFull = true;
    expect((await end(fay.seat, idOf(seat))).code).toBe('storage-full');
    expect((await comeBack(await returnLink(fay.seat))).code).toBe('storage-full');
    for (const one of [fay.seat, seat]) expect(await codeOf(one)).toBeUndefined();
  });
});

it('[DOOR-28] when a device was last used is known to the hour, and is no work on the board', async () => {
  await server.stop();
  const clock = new ManualClock(10 * hourMs + 1);
  server = await startServer({ clock, wrapStore: (inner) => (store = new FaultyStore(inner)) });
  board = await openBoard(server);
  fay = await joinAs(server, board, 'facilitator', 'Fay');
  expect(await list(fay.seat)).toMatchObject([{ seenAt: 10 * hourMs, madeAt: 10 * hourMs + 1 }]);
  const touched = (await store.readBoard(board.id))?.touchedAtMs;
  clock.advance(hourMs - 2);
  await codeOf(fay.seat);
  expect(await list(fay.seat)).toMatchObject([{ seenAt: 10 * hourMs }]);
  expect(store.calls).not.toContain('updateSeat');
  clock.advance(1);
  store.isFull = true;
  expect(await codeOf(fay.seat)).toBeUndefined();
  store.isFull = false;
  await codeOf(fay.seat);
  expect(await list(fay.seat)).toMatchObject([{ seenAt: 11 * hourMs }]);
  expect((await store.readBoard(board.id))?.touchedAtMs).toBe(touched);
});
