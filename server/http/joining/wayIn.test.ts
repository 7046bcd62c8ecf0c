/** What the room's screen gets of the way in, and when. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BoardCreated, Joined, WayInNow } from '#shared/wire/http.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import { callApi } from '#server/testing/callApi.ts';
import { joinAs, openBoard } from '#server/testing/openBoard.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
let board: BoardCreated;
let fay: Joined;
let screen: Joined;
let asked = 0;

beforeEach(async () => {
  server = await startServer({ environment: { publicOrigins: ['https://table.example.org'] } });
  board = await openBoard(server);
  fay = await joinAs(server, board, 'facilitator', 'Fay');
  screen = await joinAs(server, board, 'observer', 'Screen');
});
afterEach(() => server.stop());

async function wayIn(who: Joined = screen): Promise<WayInNow> {
  const path = `/api/boards/${board.id}/way-in`;
  return (await callApi<WayInNow>(server, 'GET', path, { secret: who.seat })).body;
}
async function ask(command: WorkshopCommand): Promise<void> {
  asked += 1;
  const json = { id: `command-${asked}`, command };
  const path = `/api/boards/${board.id}/session`;
  const { status } = await callApi(server, 'POST', path, { secret: fay.seat, json });
  expect(status).toBe(200);
}
const hidden = { address: null, link: null, code: null, lacking: 'hidden' };
const shown = () => ({
  address: 'table.example.org',
  link: `https://table.example.org${board.links.participant}`,
  code: board.code,
  lacking: null,
});

it('[SCREEN-12] an observer gets the way in while a facilitator shows it, and not a moment longer', async () => {
  expect(await wayIn()).toEqual(hidden);
  expect(await wayIn(fay)).toEqual(shown());
  for (const [on, off] of [
    [
      { do: 'showCode', on: true },
      { do: 'showCode', on: false },
    ],
    [{ do: 'showBig', sheet: { kind: 'join' } }, { do: 'closeBig' }],
    [
      { do: 'showInRoom', view: { kind: 'join' } },
      { do: 'showInRoom', view: null },
    ],
  ] as const) {
    await ask(on);
    expect(await wayIn()).toEqual(shown());
    await ask(off);
    expect(await wayIn()).toEqual(hidden);
  }
});

it('[SCREEN-13] a closed table shows no way in, and a code that is no more is not shown', async () => {
  await ask({ do: 'showCode', on: true });
  const path = `/api/boards/${board.id}`;
  await callApi(server, 'PUT', `${path}/table`, { secret: fay.seat, json: { isClosed: true } });
  expect(await wayIn()).toEqual({ ...hidden, lacking: 'closed' });
  await callApi(server, 'PUT', `${path}/table`, { secret: fay.seat, json: { isClosed: false } });
  await callApi(server, 'POST', `${path}/links/participant/reset`, { secret: fay.seat, json: {} });
  const { code, link } = await wayIn();
  expect(code).not.toBe(board.code);
  expect(link).not.toBe(shown().link);
});

it('[SCREEN-13] where others can open no address that is known, that is said beside the code', async () => {
  const alone = await startServer({ interfaces: () => ({}) });
  try {
    const here = await openBoard(alone);
    const { seat } = await joinAs(alone, here, 'facilitator', 'Fay');
    const { body } = await callApi<WayInNow>(alone, 'GET', `/api/boards/${here.id}/way-in`, { secret: seat });
    expect(body).toEqual({ address: null, link: null, code: here.code, lacking: 'noAddress' });
  } finally {
    await alone.stop();
  }
});
