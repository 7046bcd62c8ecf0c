/** Somebody is taken off the board: what their device, their links and those who came by the same device meet then. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import { deviceHeader } from '#shared/wire/http.ts';
import type { BoardCreated, Joined, KeptOut, Ticket } from '#shared/wire/http.ts';
import type { People } from '#shared/wire/people.ts';
import type { Role } from '#shared/wire/roles.ts';
import { callApi } from '#server/testing/callApi.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { joinWithYWebsocket } from '#server/testing/joinWithYWebsocket.ts';
import { joinAs, keyOf, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { TestServer } from '#server/testing/startServer.ts';

const [laptop, phone, other] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)] as const;

let server: TestServer;
let store: FaultyStore;
let board: BoardCreated;
let fay: Joined;

beforeEach(async () => {
  server = await startServer({ wrapStore: (inner) => (store = new FaultyStore(inner)) });
  board = await openBoard(server);
  fay = await joinAs(server, board, 'facilitator', 'Fay');
});
afterEach(() => server.stop());

const path = (rest: string) => `/api/boards/${board.id}${rest}`;
const on = (device: string) => ({ headers: { [deviceHeader]: device } });
const join = (device: string, link: string, name = 'Jordan') =>
  callApi<Joined>(server, 'POST', path('/join'), { ...on(device), json: { key: keyOf(link), name } });
const joined = async (device: string, role: Role = 'participant') => (await join(device, board.links[role])).body;
const door = (link: string, device = other) =>
  callApi(server, 'GET', path('/door'), { ...on(device), secret: keyOf(link) });
const keepOut = (who: Joined, by: Joined = fay) =>
  callApi<KeptOut>(server, 'POST', path(`/people/${who.person.id}/keep-out`), { secret: by.seat });
const ticket = (seat: string, device: string) =>
  callApi<Ticket>(server, 'POST', path('/tickets'), { ...on(device), secret: seat });

describe('keeping somebody out', () => {
  it('[DOOR-18] their seat and device are refused, by old links and by new ones; others come by the new ones', async () => {
    const jordan = await joined(laptop);
    const { body, status } = await keepOut(jordan);
    expect(status).toBe(200);
    expect((await ticket(jordan.seat, other)).code).toBe('removed');
    expect((await join(laptop, board.links.participant)).code).toBe('link-ended');
    for (const role of ['facilitator', 'participant', 'observer'] as const) {
      expect((await door(body.links[role], laptop)).code).toBe('kept-out');
      expect((await join(laptop, body.links[role])).code).toBe('kept-out');
      expect((await join(other, body.links[role], 'Maya')).status).toBe(201);
    }
  });

  it.each([
    ['observer', ['observer']],
    ['participant', ['participant', 'observer']],
    ['facilitator', ['facilitator', 'participant', 'observer']],
  ] as const)('[DOOR-18] in the same step the links that %ss know become new', async (role, reset) => {
    const { body } = await keepOut(await joined(laptop, role));
    expect(body.reset).toEqual(reset);
    for (const one of ['facilitator', 'participant', 'observer'] as const) {
      const isNew = reset.some((name) => name === one);
      expect((await door(board.links[one])).code).toBe(isNew ? 'link-ended' : undefined);
      expect((await door(body.links[one])).status).toBe(200);
    }
    const codes = [board.code, body.code].map((code) => callApi(server, 'POST', '/api/codes', { json: { code } }));
    const isCodeNew = role !== 'observer';
    expect((await Promise.all(codes)).map(({ status }) => status)).toEqual([isCodeNew ? 404 : 200, 200]);
  });

  it('[DOOR-18] who was a facilitator for a while has seen every link', async () => {
    const jordan = await joined(laptop);
    const change = (from: Role, role: Role) =>
      callApi(server, 'PATCH', path(`/people/${jordan.person.id}`), { secret: fay.seat, json: { from, role } });
    await change('participant', 'facilitator');
    await change('facilitator', 'participant');
    expect((await keepOut(jordan)).body.reset).toEqual(['facilitator', 'participant', 'observer']);
  });

  it('[DOOR-18] every device by which they came is kept out, also one that a return link brought', async () => {
    const jordan = await joined(laptop);
    await callApi(server, 'GET', path('/seat'), { ...on(phone), secret: jordan.seat });
    const { body } = await keepOut(jordan);
    expect((await join(phone, body.links.participant)).code).toBe('kept-out');
  });

  it('[DOOR-18] [DOOR-8] whoever else came by the device comes back on another one, and not on this one', async () => {
    const jordan = await joined(laptop);
    const maya = await joined(laptop);
    const client = joinWithYWebsocket(server, board, (await ticket(maya.seat, laptop)).body.ticket);
    await client.synced;
    await keepOut(jordan);
    expect(await client.closed).toBe(closeCodes.ticketEnded);
    client.leave();
    expect((await ticket(maya.seat, laptop)).code).toBe('kept-out');
    expect((await callApi(server, 'GET', path('/seat'), { ...on(laptop), secret: maya.seat })).code).toBe('kept-out');
    expect((await ticket(maya.seat, phone)).status).toBe(201);
  });

  it('[DOOR-18] the device is at home on other boards', async () => {
    const jordan = await joined(laptop);
    await keepOut(jordan);
    const elsewhere = await openBoard(server, 'Another');
    const json = { key: keyOf(elsewhere.links.participant), name: 'Jordan' };
    expect((await callApi(server, 'POST', `/api/boards/${elsewhere.id}/join`, { ...on(laptop), json })).status).toBe(
      201,
    );
  });

  it('[DOOR-19] who is kept out is listed, and may be let in again: by a new link, as somebody new', async () => {
    const jordan = await joined(laptop);
    const { body } = await keepOut(jordan);
    const people = () => callApi<People>(server, 'GET', path('/people'), { secret: fay.seat });
    expect((await people()).body).toMatchObject({
      people: [{ name: 'Fay' }],
      keptOut: [{ id: jordan.person.id, name: 'Jordan' }],
    });
    const letIn = () => callApi(server, 'DELETE', path(`/people/${jordan.person.id}/keep-out`), { secret: fay.seat });
    expect((await letIn()).status).toBe(204);
    expect((await letIn()).code).toBe('person-unknown');
    expect((await people()).body.keptOut).toEqual([]);
    expect((await ticket(jordan.seat, laptop)).code).toBe('removed');
    expect((await join(laptop, body.links.participant)).status).toBe(201);
  });

  it('[DOOR-9] only facilitators keep out and let in; the last one stays, and nobody goes twice', async () => {
    const jordan = await joined(laptop);
    expect((await keepOut(fay, jordan)).code).toBe('role-refused');
    expect((await keepOut(fay)).code).toBe('last-facilitator');
    await keepOut(jordan);
    expect((await keepOut(jordan)).code).toBe('person-unknown');
    const maya = await joinAs(
      server,
      { ...board, ...(await keepOut(await joined(other, 'facilitator'))).body },
      'observer',
    );
    const letIn = { secret: maya.seat };
    expect((await callApi(server, 'DELETE', path(`/people/${jordan.person.id}/keep-out`), letIn)).code).toBe(
      'role-refused',
    );
  });

  it('[DOOR-18] a full disk changes nothing of it, and keeps nobody from coming in', async () => {
    const jordan = await joined(laptop);
    store.isFull = true;
    expect((await keepOut(jordan)).code).toBe('storage-full');
    expect((await door(board.links.participant, laptop)).status).toBe(200);
    expect((await callApi(server, 'GET', path('/seat'), { ...on(phone), secret: jordan.seat })).status).toBe(200);
    store.isFull = false;
    expect((await ticket(jordan.seat, laptop)).status).toBe(201);
  });
});

describe('removing alone', () => {
  it('[DOOR-18] the same link lets them in again, as somebody new', async () => {
    const jordan = await joined(laptop);
    await callApi(server, 'DELETE', path(`/people/${jordan.person.id}`), { secret: fay.seat });
    expect((await ticket(jordan.seat, laptop)).code).toBe('removed');
    const again = await join(laptop, board.links.participant);
    expect(again.status).toBe(201);
    await ticketFor(server, board, again.body.seat);
  });

  it.each([['short'], ['x'.repeat(65)], [`${'x'.repeat(30)} y`]])(
    '[DOOR-18] a mark that is none (%s) is no device',
    async (mark) => {
      const jordan = (await join(mark, board.links.participant)).body;
      const { body } = await keepOut(jordan);
      expect((await join(mark, body.links.participant)).status).toBe(201);
    },
  );
});
