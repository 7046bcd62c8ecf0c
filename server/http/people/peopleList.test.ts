/** What facilitators see of the people of a board: also who is away, and who was taken off it, in parts. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ManualClock } from '#shared/testing/ManualClock.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
import { peoplePage, type FindPeople, type People, type PeopleFound } from '#shared/wire/people.ts';
import { newPerson } from '#server/store/contract/rows.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinWithYWebsocket, type StockClient } from '#server/testing/joinWithYWebsocket.ts';
import { joinAs, keyOf, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

const hourMs = 3_600_000;
let server: TestServer;
let board: BoardCreated;
let fay: Joined;
let clock: ManualClock;
const clients: StockClient[] = [];

beforeEach(async () => {
  clock = new ManualClock(10 * hourMs);
  server = await startServer({ clock });
  board = await openBoard(server);
  fay = await joinAs(server, board, 'facilitator', 'Fay');
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.leave();
  await server.stop();
});

const path = (rest: string) => `/api/boards/${board.id}/people${rest}`;
const find = async (which: FindPeople['which'], text = '', from = 0): Promise<PeopleFound> =>
  (await callApi<PeopleFound>(server, 'POST', path('/find'), { secret: fay.seat, json: { which, text, from } })).body;
const names = ({ people }: PeopleFound) => people.map(({ name }) => name);
const remove = (who: Joined, rest = '') =>
  callApi(server, rest === '' ? 'DELETE' : 'POST', path(`/${who.person.id}${rest}`), { secret: fay.seat });

async function enter(who: Joined): Promise<StockClient> {
  const client = joinWithYWebsocket(server, board, await ticketFor(server, board, who.seat));
  clients.push(client);
  // the clock of this server stands still, so the room answers when it is asked to
  clock.turn();
  return client;
}

it('[DOOR-30] who left is there with when they were last seen, also for whoever was not here to see them', async () => {
  const jordan = await joinAs(server, board, 'participant', 'Jordan');
  clock.advance(2 * hourMs);
  await callApi(server, 'GET', `/api/boards/${board.id}/seat`, { secret: jordan.seat });
  const { people, total } = await find('away');
  expect(total).toBe(2);
  expect(people).toMatchObject([
    { name: 'Fay', role: 'facilitator', seenAt: 10 * hourMs, removedAt: null },
    { name: 'Jordan', role: 'participant', seenAt: 12 * hourMs, joinedAt: 10 * hourMs },
  ]);
});

it('[DOOR-30] who is connected is none of them', async () => {
  const jordan = await joinAs(server, board, 'participant', 'Jordan');
  await enter(jordan);
  await expect.poll(() => server.relay.present(board.id)).toHaveLength(1);
  expect(names(await find('away'))).toEqual(['Fay']);
});

it('[DOOR-30] [DOOR-9] they are removed, kept out and handed the board like everybody; who was removed stands apart', async () => {
  const [jordan, lee, ana] = [
    await joinAs(server, board, 'participant', 'Jordan'),
    await joinAs(server, board, 'participant', 'Lee'),
    await joinAs(server, board, 'facilitator', 'Ana'),
  ];
  expect((await remove(jordan)).status).toBe(204);
  expect((await remove(lee, '/keep-out')).status).toBe(200);
  const json = { person: ana.person.id };
  expect((await callApi(server, 'PUT', `/api/boards/${board.id}/owner`, { secret: fay.seat, json })).status).toBe(200);
  expect(names(await find('away'))).toEqual(['Ana', 'Fay']);
  expect(await find('removed')).toMatchObject({ total: 1, people: [{ name: 'Jordan', removedAt: 10 * hourMs }] });
  const { body } = await callApi<People>(server, 'GET', path(''), { secret: fay.seat });
  expect(body.keptOut).toMatchObject([{ name: 'Lee' }]);
});

it('[DOOR-30] they come in parts, facilitators first, then by name, and are found by name and organization', async () => {
  const count = peoplePage + 1;
  for (let n = 0; n < count; n += 1) {
    const name = `Person ${String(n).padStart(3, '0')}`;
    await server.store.addPerson(newPerson(board.id, { name, organization: n === 7 ? 'Café Söder' : 'Union' }));
  }
  const [first, second] = [await find('away'), await find('away', '', peoplePage)];
  expect([first.total, first.people.length, second.people.length]).toEqual([count + 1, peoplePage, 2]);
  const all = [...names(first), ...names(second)];
  expect(all[0]).toBe('Fay');
  expect(all.slice(1)).toEqual(all.slice(1).toSorted());
  expect(new Set(all).size).toBe(count + 1);
  expect(names(await find('away', '', count + 1))).toEqual([]);
  expect(names(await find('away', 'PERSON 007 '))).toEqual(['Person 007']);
  expect(names(await find('away', 'cafe soder'))).toEqual(['Person 007']);
  expect(names(await find('away', 'nobody'))).toEqual([]);
  const { body } = await callApi<People>(server, 'GET', path(''), { secret: fay.seat });
  expect([body.people.length, body.total]).toEqual([peoplePage, count + 1]);
});

it('[DOOR-30] [HTTP-2] what is not asked as it must be is refused', async () => {
  for (const json of [
    { which: 'all', text: '', from: 0 },
    { which: 'away', text: 'x'.repeat(121), from: 0 },
    { which: 'away', text: '', from: -1 },
    { which: 'away', text: '' },
  ])
    expect((await callApi(server, 'POST', path('/find'), { secret: fay.seat, json })).code).toBe('invalid-body');
  const long = { which: 'away', text: 'x'.repeat(120), from: 1_000_000 };
  expect((await callApi(server, 'POST', path('/find'), { secret: fay.seat, json: long })).status).toBe(200);
});

it('[COCKPIT-4] facilitators get how many of each kind are here now, each person once, and nobody by name', async () => {
  const kinds = async () => (await callApi(server, 'GET', path('/kinds'), { secret: fay.seat })).body;
  const joinsAs = async (name: string, kind?: string): Promise<Joined> => {
    const json = { key: keyOf(board.links.participant), name, kind };
    return (await callApi<Joined>(server, 'POST', `/api/boards/${board.id}/join`, { json })).body;
  };
  const [ana, ben, cal] = [await joinsAs('Ana', 'doer'), await joinsAs('Ben', 'doer'), await joinsAs('Cal')];
  await joinsAs('Dee', 'designee');
  expect(await kinds()).toEqual({ designee: 0, doer: 0, decision_maker: 0 });
  for (const one of [ana, ana, ben, cal]) await enter(one);
  await expect.poll(kinds).toEqual({ designee: 0, doer: 2, decision_maker: 0 });
  await remove(ben);
  await expect.poll(kinds).toEqual({ designee: 0, doer: 1, decision_maker: 0 });
});
