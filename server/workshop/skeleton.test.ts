/** The skeleton of a board's map: how boards begin, what closes it, and what a hand-made update comes to over a real line. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { runSheets } from '#shared/testing/english.ts';
import { emptyWorkshop } from '#shared/wire/WorkshopState.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import type { BoardCreated, Joined, WorkshopAnswer, WorkshopNow } from '#shared/wire/http.ts';
import { callApi } from '#server/testing/callApi.ts';
import { HonestClient } from '#server/testing/hostile/HonestClient.ts';
import { joinAs, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { startServer, type TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
let board: BoardCreated;
let fay: Joined;
let pat: Joined;
let nextId = 0;
const clients: HonestClient[] = [];
const agenda = [...(runSheets[0]?.steps ?? [])];

beforeEach(async () => {
  server = await startServer({ limits: { doorTriesPerMinute: 100_000 } });
  await comeTo(await openBoard(server));
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.leave()));
  await server.stop();
});

async function comeTo(opened: BoardCreated): Promise<void> {
  board = opened;
  fay = await joinAs(server, board, 'facilitator', 'Fay');
  pat = await joinAs(server, board, 'participant', 'Pat');
}

async function enter(who: Joined): Promise<HonestClient> {
  const client = new HonestClient(async () => ({
    url: `${server.wsOrigin}/${board.id}`,
    protocols: ['roundtable', await ticketFor(server, board, who.seat)],
  }));
  clients.push(client);
  await client.connect();
  await vi.waitFor(() => expect(client.messages.some(({ type }) => type === 'session')).toBe(true));
  return client;
}

const address = () => `/api/boards/${board.id}/session`;

async function done(who: Joined, command: WorkshopCommand): Promise<number> {
  const json = { id: `command-${++nextId}`, command };
  const { status, body } = await callApi<WorkshopAnswer>(server, 'POST', address(), { secret: who.seat, json });
  expect(status).toBe(200);
  return body.version;
}

async function now(who: Joined = fay): Promise<WorkshopNow> {
  return (await callApi<WorkshopNow>(server, 'GET', address(), { secret: who.seat })).body;
}

describe('the skeleton', () => {
  it('[SESSION-25] is open on a blank board until a workshop starts, and closed on one that begins with a map', async () => {
    expect((await now()).session).toMatchObject({ skeletonOpen: true, version: 0 });
    await done(fay, { do: 'setAgenda', agenda, from: 0 });
    await done(fay, { do: 'goToStep', step: agenda[0]?.id ?? '' });
    expect((await now(pat)).session.skeletonOpen).toBe(false);
    await done(fay, { do: 'openSkeleton', open: true });
    await done(fay, { do: 'nextStep' });
    await done(fay, { do: 'endWorkshop' });
    expect((await now(pat)).session.skeletonOpen).toBe(true);

    const json = { title: 'Early reading', template: 'employment' };
    await comeTo((await callApi<BoardCreated>(server, 'POST', '/api/boards', { json })).body);
    expect((await now()).session).toMatchObject({ skeletonOpen: false, version: 0 });
    const client = await enter(pat);
    await done(fay, { do: 'openSkeleton', open: true });
    const heard = () => client.messages.flatMap((message) => (message.type === 'session' ? [message.session] : []));
    await vi.waitFor(() => expect(heard().map(({ skeletonOpen }) => skeletonOpen)).toEqual([false, true]));
  });

  it('[SESSION-25] over a real line an interest of a participant does not come until a facilitator has opened it', async () => {
    await done(fay, { do: 'openSkeleton', open: false });
    const [hand, other] = [await enter(pat), await enter(fay)];
    const add = (client: HonestClient, id: string): void => {
      const interests = client.doc.getMap<Y.Map<unknown>>('map').get('interests');
      interests?.set(id, new Y.Map([['title', 'Housing']]));
    };
    const has = (client: HonestClient, id: string): boolean =>
      client.doc.getMap<Y.Map<unknown>>('map').get('interests')?.has(id) === true;
    add(hand, 'mine');
    await vi.waitFor(() => expect(hand.messages).toContainEqual(expect.objectContaining({ reason: 'skeleton' })));
    await vi.waitFor(() => expect(has(hand, 'mine')).toBe(false));
    await done(fay, { do: 'openSkeleton', open: true });
    add(hand, 'ours');
    await vi.waitFor(() => expect(has(other, 'ours')).toBe(true));
    expect(has(other, 'mine')).toBe(false);
  });

  it('[SESSION-24] a workshop that was stored with the five groups goes on in today’s', async () => {
    const tools = ['map', 'notes'];
    const { skeletonOpen: _open, ...before } = emptyWorkshop;
    const step = { id: 'a', title: 'A', minutes: 5, instruction: '', view: 'frame', stage: null, tools };
    const session = { ...before, version: 4, agenda: [step], step: 'a', stepStartedAt: 1 };
    await server.store.writeWorkshop(board.id, JSON.stringify({ session, commands: [] }));
    const read = (await now(pat)).session;
    expect(read.agenda[0]?.tools).toEqual(expect.arrayContaining(['goal', 'interests', 'people', 'sheets', 'notes']));
    expect(read).toMatchObject({ version: 4, step: 'a', skeletonOpen: false });
    await done(fay, { do: 'endWorkshop' });
    expect((await now(pat)).session.agenda).toEqual(read.agenda);
  });
});
