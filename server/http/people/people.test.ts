/** Two facilitators who act on each other at once, with a disk that takes its time. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
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

beforeEach(async () => {
  server = await startServer({ wrapStore: (inner) => (store = new FaultyStore(inner)) });
  board = await openBoard(server);
  fay = await joinAs(server, board, 'facilitator', 'Fay');
  lee = await joinAs(server, board, 'facilitator', 'Lee');
});
afterEach(() => server.stop());

const personOf = ({ person }: Joined) => `/api/boards/${board.id}/people/${person.id}`;
const takeBack = (who: Joined, by: Joined) =>
  callApi(server, 'PATCH', personOf(who), { secret: by.seat, json: { from: 'facilitator', role: 'participant' } });
const sendAway = (who: Joined, by: Joined) => callApi(server, 'DELETE', personOf(who), { secret: by.seat });

/** Both acts have been asked, and looked at as far as they can be, before the first of them is on the disk. */
async function atOnce(first: () => ReturnType<typeof takeBack>, second: () => ReturnType<typeof takeBack>) {
  const release = store.hold('updatePerson');
  store.calls.length = 0;
  const both = [first(), second()];
  await vi.waitFor(() => {
    expect(store.calls.filter((call) => call === 'findSeat')).toHaveLength(2);
    expect(store.calls).toContain('updatePerson');
  });
  // a whole request later whoever looks without waiting for a turn has looked
  await callApi(server, 'GET', `/api/boards/${board.id}/people`, { secret: fay.seat });
  release();
  return (await Promise.all(both)).map(({ status, code }) => code ?? String(status)).toSorted();
}

async function facilitators() {
  const people = await server.store.listPeople(board.id);
  return people.filter(({ role, removedAtMs }) => role === 'facilitator' && removedAtMs === null).length;
}

describe('people', () => {
  it('[SESSION-13] two facilitators who take each other back at once leave one', async () => {
    expect(
      await atOnce(
        () => takeBack(lee, fay),
        () => takeBack(fay, lee),
      ),
    ).toEqual(['204', 'role-refused']);
    expect(await facilitators()).toBe(1);
  });

  it('[SESSION-13] two facilitators who send each other away at once leave one', async () => {
    const codes = await atOnce(
      () => sendAway(lee, fay),
      () => sendAway(fay, lee),
    );
    expect(codes).toEqual(['204', 'role-refused']);
    expect(await facilitators()).toBe(1);
  });

  it('[SESSION-13] the last facilitator is not removed, nor by herself; a second one is', async () => {
    expect((await sendAway(lee, lee)).status).toBe(204);
    expect((await sendAway(fay, fay)).code).toBe('last-facilitator');
    expect((await sendAway(lee, fay)).code).toBe('person-unknown');
    expect(await facilitators()).toBe(1);
  });
});
