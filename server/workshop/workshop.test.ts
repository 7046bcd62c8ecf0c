import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runSheets } from '#shared/testing/english.ts';
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import { timeLeft } from '#shared/workshop/timer.ts';
import type { BoardCreated, Joined, WorkshopAnswer, WorkshopNow } from '#shared/wire/http.ts';
import type { ServerMessage } from '#shared/wire/messages.ts';
import { systemClock } from '#server/clock/systemClock.ts';
import { callApi } from '#server/testing/callApi.ts';
import type { ApiAnswer } from '#server/testing/callApi.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { HonestClient } from '#server/testing/hostile/HonestClient.ts';
import { joinAs, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { StandingClock } from '#server/testing/StandingClock.ts';
import { startServer } from '#server/testing/startServer.ts';
import type { StartServerOptions, TestServer } from '#server/testing/startServer.ts';

let server: TestServer;
let board: BoardCreated;
let fay: Joined;
let pat: Joined;
let nextId = 0;
/** how far the server's wall clock is ahead */
let aheadMs = 0;
const clients: HonestClient[] = [];
const clock = { ...systemClock, nowMs: () => systemClock.nowMs() + aheadMs };

const start = async (options: StartServerOptions = {}) => {
  server = await startServer({ clock, limits: { doorTriesPerMinute: 100_000 }, ...options });
};
beforeEach(async () => {
  aheadMs = 0;
  await start();
  await newBoard();
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.leave()));
  await server.stop();
});

async function newBoard(): Promise<void> {
  board = await openBoard(server);
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
  await vi.waitFor(() => expect(workshopsOf(client)).not.toHaveLength(0));
  return client;
}

const newId = () => `command-${++nextId}`;
const address = () => `/api/boards/${board.id}/session`;

function send(who: { seat: string }, command: unknown, id: unknown = newId()): Promise<ApiAnswer<WorkshopAnswer>> {
  return callApi<WorkshopAnswer>(server, 'POST', address(), { secret: who.seat, json: { id, command } });
}

async function done(who: { seat: string }, command: WorkshopCommand, id = newId()): Promise<number> {
  const { status, body, code } = await send(who, command, id);
  expect(code).toBeUndefined();
  expect(status).toBe(200);
  return body.version;
}

async function now(who: Joined = fay): Promise<WorkshopNow> {
  return (await callApi<WorkshopNow>(server, 'GET', address(), { secret: who.seat })).body;
}

function workshopsOf(client: HonestClient): WorkshopState[] {
  return client.messages.flatMap((message) => (message.type === 'session' ? [message.session] : []));
}

const heard = (client: HonestClient, version: number) =>
  vi.waitFor(() => expect(workshopsOf(client).at(-1)?.version).toBe(version));

const kinds = (messages: readonly ServerMessage[]) => messages.map(({ type }) => type);
const agenda = [...(runSheets[0]?.steps ?? [])];

describe('commands', () => {
  it('[SESSION-1] reach everybody whole, are stored first, and whoever comes later gets them after welcome', async () => {
    const [a, b] = [await enter(fay), await enter(pat)];
    await done(fay, { do: 'setAgenda', agenda, from: 0 });
    const version = await done(fay, { do: 'goToStep', step: agenda[1]?.id ?? '' });
    for (const client of [a, b]) {
      await heard(client, version);
      expect(workshopsOf(client).at(-1)).toMatchObject({ step: agenda[1]?.id, agenda });
    }
    const late = await enter(await joinAs(server, board, 'observer', 'Late'));
    expect(kinds(late.messages).indexOf('session')).toBe(kinds(late.messages).indexOf('welcome') + 1);
    expect(workshopsOf(late).at(-1)).toEqual(workshopsOf(a).at(-1));
    expect((await now(pat)).session).toEqual(workshopsOf(a).at(-1));
  });

  it('[SESSION-1] nobody hears of what is not on disk', async () => {
    await server.stop();
    let store: FaultyStore | undefined;
    await start({ wrapStore: (inner) => (store = new FaultyStore(inner)) });
    await newBoard();
    const client = await enter(pat);
    const release = store?.hold('writeWorkshop');
    const asked = done(fay, { do: 'lockAll', on: true });
    await vi.waitFor(() => expect(store?.calls).toContain('writeWorkshop'));
    expect((await now()).session.lockedAll).toBe(false);
    expect(workshopsOf(client)).toHaveLength(1);
    release?.();
    await heard(client, await asked);

    if (store !== undefined) store.isFull = true;
    expect((await send(fay, { do: 'lockAll', on: false })).code).toBe('storage-full');
    expect((await now()).session.lockedAll).toBe(true);
    if (store !== undefined) store.isFull = false;
    await done(fay, { do: 'lockAll', on: false });
    expect((await now()).session).toMatchObject({ lockedAll: false, version: 2 });
  });

  it('[SESSION-1] sixty at once are carried out one after the other, with few writes and messages', async () => {
    const client = await enter(fay);
    const people = await Promise.all(
      Array.from({ length: 60 }, (_, n) => joinAs(server, board, 'participant', `P${n}`)),
    );
    const versions = await Promise.all(people.map((one) => done(one, { do: 'raiseHand' })));
    expect(new Set(versions).size).toBe(60);
    await heard(client, 60);
    expect(workshopsOf(client).at(-1)?.hands).toHaveLength(60);
    expect(workshopsOf(client).length).toBeLessThan(60);
  });

  it('[SESSION-2] the role in the store decides; a refused command changes nothing', async () => {
    const olu = await joinAs(server, board, 'observer', 'Olu');
    const leading: WorkshopCommand[] = [
      { do: 'setAgenda', agenda, from: 0 },
      { do: 'startTimer', minutes: 5 },
      { do: 'lock', keys: ['map:goal/goal'] },
      { do: 'unlock', keys: ['map:goal/goal'] },
      { do: 'lockAll', on: true },
      { do: 'openSkeleton', open: true },
      { do: 'spotlight', person: pat.person.id, firm: true, place: null },
      { do: 'askReady', question: '' },
      { do: 'lowerAllHands' },
    ];
    for (const command of leading)
      for (const who of [pat, olu]) expect((await send(who, command)).code, command.do).toBe('role-refused');
    expect((await send(olu, { do: 'raiseHand' })).code).toBe('role-refused');
    expect((await send({ seat: 'nobody' }, { do: 'lockAll', on: true })).code).toBe('seat-ended');
    expect((await callApi(server, 'GET', address())).code).toBe('seat-ended');
    expect((await now()).session.version).toBe(0);

    await server.store.updatePerson(board.id, pat.person.id, { role: 'facilitator' });
    await done(pat, { do: 'lockAll', on: true });
    await server.store.updatePerson(board.id, pat.person.id, { role: 'participant' });
    expect((await send(pat, { do: 'lockAll', on: false })).code).toBe('role-refused');
    expect((await send(fay, { do: 'spotlight', person: 'z'.repeat(16), firm: true, place: null })).code).toBe(
      'person-unknown',
    );
  });

  it('[SESSION-2] a removed person does not command any more, and their hand is gone for everybody', async () => {
    const client = await enter(fay);
    await heard(client, await done(pat, { do: 'raiseHand' }).then(() => 1));
    await callApi(server, 'DELETE', `/api/boards/${board.id}/people/${pat.person.id}`, { secret: fay.seat });
    await heard(client, 2);
    expect(workshopsOf(client).at(-1)?.hands).toEqual([]);
    expect((await send(pat, { do: 'raiseHand' })).code).toBe('removed');
  });

  it('[SESSION-8] reactions are told at once and kept nowhere; "slower" bears no name', async () => {
    const client = await enter(fay);
    await done(pat, { do: 'react', reaction: 'applause' });
    await done(pat, { do: 'react', reaction: 'slower' });
    await vi.waitFor(() => expect(kinds(client.messages).filter((type) => type === 'reaction')).toHaveLength(2));
    expect(client.messages.filter(({ type }) => type === 'reaction')).toEqual([
      { type: 'reaction', person: pat.person.id, reaction: 'applause' },
      { type: 'reaction', person: null, reaction: 'slower' },
    ]);
    expect((await now()).session.version).toBe(0);
  });
});

describe('replays, floods and hostile bodies', () => {
  it('[SESSION-10] the same id again changes nothing and gets the same answer, also at once and after a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'roundtable-'));
    await server.stop();
    await start({ folder });
    await newBoard();
    await done(fay, { do: 'startTimer', minutes: 5 });
    const both = await Promise.all([1, 2].map(() => done(fay, { do: 'addTime', minutes: 5 }, 'once-and-only')));
    expect(both).toEqual([2, 2]);
    await done(fay, { do: 'addTime', minutes: 1 });
    const refused = await send(fay, { do: 'goToStep', step: 'later' }, 'refused-once');
    expect(refused.code).toBe('step-unknown');
    await done(fay, {
      do: 'setAgenda',
      agenda: agenda.map((step, n) => (n === 0 ? { ...step, id: 'later' } : step)),
      from: 0,
    });

    await server.stop();
    await start({ folder });
    expect(await done(fay, { do: 'addTime', minutes: 5 }, 'once-and-only')).toBe(2);
    expect((await send(fay, { do: 'goToStep', step: 'later' }, 'refused-once')).code).toBe('step-unknown');
    const { session } = await now();
    expect(session).toMatchObject({ version: 4, step: null, timer: { totalMs: 11 * 60_000 } });

    // another person's id is another command
    expect(await done(pat, { do: 'raiseHand' }, 'once-and-only')).toBe(5);
    await server.stop();
    await start();
    await rm(folder, { recursive: true, force: true });
  });

  it('[SESSION-10] two tabs of one person that press together act once each, and hands stay one', async () => {
    const tabs = [await enter(pat), await enter(pat)];
    await Promise.all(tabs.map(() => done(pat, { do: 'raiseHand' })));
    for (const tab of tabs) await heard(tab, 1);
    expect((await now()).session.hands).toHaveLength(1);
  });

  it('[SESSION-12] a flood is told to wait, over all tabs, and nobody else is slowed', async () => {
    await server.stop();
    const minute = new StandingClock();
    await start({ clock: minute, limits: { commandsPerMinute: 20, reactionsPerMinute: 5 } });
    await newBoard();
    const reactions = await Promise.all(Array.from({ length: 8 }, () => send(pat, { do: 'react', reaction: 'agree' })));
    expect(reactions.filter(({ code }) => code === 'too-fast')).toHaveLength(3);
    const codes = await Promise.all(Array.from({ length: 40 }, () => send(pat, { do: 'raiseHand' })));
    expect(codes.filter(({ code }) => code === 'too-fast').length).toBe(28);
    await done(fay, { do: 'lockAll', on: true });
    minute.pass(3 * 60_000);
    await done(pat, { do: 'lowerHand' });
  });

  it('[SESSION-12] a body of 1 MB, and everything that is not exactly a command, changes nothing', async () => {
    const big = 'x'.repeat(1_000_000);
    expect((await send(fay, { do: 'askReady', question: big })).code).toBe('too-large');
    const wrong: readonly unknown[] = [
      null,
      'lockAll',
      [],
      {},
      { do: 'constructor' },
      { do: 'lockAll' },
      { do: 'lockAll', on: 1 },
      { do: 'openSkeleton' },
      { do: 'openSkeleton', open: 'yes' },
      { do: 'lockAll', on: true, person: fay.person.id },
      { do: 'addTime', minutes: -5 },
      { do: 'addTime', minutes: 1e9 },
      { do: 'startTimer', minutes: 0 },
      { do: 'lock', keys: [] },
      { do: 'lock', keys: ['meta:version'] },
      { do: 'lock', keys: [`canvas:${'x'.repeat(200)}`] },
      { do: 'setAgenda', agenda: [{ ...agenda[0], title: '' }], from: 0 },
      { do: 'setAgenda', agenda: [{ ...agenda[0], tools: ['everything'] }], from: 0 },
      { do: 'setAgenda', agenda: [{ ...agenda[0], tools: ['map'] }], from: 0 },
      { do: 'setAgenda', agenda: Array.from({ length: 61 }, (_, n) => ({ ...agenda[0], id: `s${n}` })), from: 0 },
      { do: 'spotlight', person: fay.person.id, firm: true, place: { page: 'p', x: 1e300, y: 0, w: 1, h: 1 } },
      { do: 'react', reaction: '<b>' },
    ];
    for (const command of wrong) expect((await send(fay, command)).code, JSON.stringify(command)).toBe('invalid-body');
    for (const id of ['', 'short', 'x'.repeat(41), 'with space', 7, null])
      expect((await send(fay, { do: 'lockAll', on: true }, id)).code, String(id)).toBe('invalid-body');
    const raw = (bytes: Uint8Array) => callApi(server, 'POST', address(), { secret: fay.seat, bytes });
    expect((await raw(new TextEncoder().encode('{"id":'))).code).toBe('invalid-body');
    expect((await raw(new Uint8Array())).code).toBe('invalid-body');
    const polluted = '{"id":"12345678","command":{"do":"lockAll","on":true,"__proto__":{"on":false}}}';
    expect((await raw(new TextEncoder().encode(polluted))).code).toBe('invalid-body');
    expect((await now()).session.version).toBe(0);

    // as large as they may be
    const full = Array.from({ length: 60 }, (_, n) => ({ ...agenda[0], id: `s${n}`, instruction: 'ü'.repeat(1_000) }));
    await done(fay, { do: 'setAgenda', agenda: full as typeof agenda, from: 0 });
    const keys = Array.from({ length: 2_000 }, (_, n) => `map:placements/${String(n).padStart(80, '0')}`);
    await done(fay, { do: 'lock', keys });
  });

  it('[SESSION-1] a board of somebody else, and one that was deleted, take no commands', async () => {
    const other = await openBoard(server);
    const foreign = await joinAs(server, other, 'facilitator', 'Foreign');
    expect((await send(foreign, { do: 'lockAll', on: true })).code).toBe('seat-ended');
    await done(fay, { do: 'lockAll', on: true });
    await callApi(server, 'DELETE', `/api/boards/${board.id}`, { secret: fay.seat });
    expect((await send(fay, { do: 'lockAll', on: false })).code).toBe('board-deleted');
    expect(await server.store.readWorkshop(board.id)).toBeNull();
  });
});

describe('a wall clock that is set', () => {
  const hourMs = 60 * 60_000;

  it.each([hourMs, -hourMs])(
    '[SESSION-6] by %i ms moves the running clock along: at no moment it is over, or longer, for anybody',
    async (byMs) => {
      const client = await enter(pat);
      await done(fay, { do: 'setAgenda', agenda, from: 0 });
      const version = await done(fay, { do: 'goToStep', step: agenda[4]?.id ?? '' });
      await heard(client, version);
      const leftIn = ({ now: at, session }: { now: number; session: WorkshopState }) =>
        timeLeft(session.timer ?? { totalMs: 0, endsAt: null, leftMs: 0 }, at);
      const before = await now();
      aheadMs += byMs;
      const seen = [before];
      await vi.waitFor(
        async () => {
          seen.push(await now());
          expect(Math.abs((seen.at(-1)?.now ?? 0) - Date.now() - byMs)).toBeLessThan(60_000);
        },
        { timeout: 15_000, interval: 20 },
      );
      await heard(client, version + 1);
      const told = client.messages.flatMap((message) => (message.type === 'session' ? [message] : []));
      for (const one of [...seen, ...told.slice(-2)])
        expect(Math.abs(leftIn(one) - leftIn(before))).toBeLessThan(60_000);
      // the next command sees the same clock
      await done(fay, { do: 'addTime', minutes: 1 });
      expect(Math.abs(leftIn(await now()) - leftIn(before) - 60_000)).toBeLessThan(60_000);
    },
  );

  it('[SESSION-6] also where the disk refuses just then', async () => {
    await server.stop();
    let store: FaultyStore | undefined;
    await start({ wrapStore: (inner) => (store = new FaultyStore(inner)) });
    await newBoard();
    const client = await enter(pat);
    await done(fay, { do: 'setAgenda', agenda, from: 0 });
    const version = await done(fay, { do: 'goToStep', step: agenda[4]?.id ?? '' });
    await heard(client, version);
    if (store !== undefined) store.isFull = true;
    aheadMs += hourMs;
    await vi.waitFor(() => expect(workshopsOf(client).at(-1)?.version).toBe(version + 1), { timeout: 15_000 });
    const last = await now();
    expect(timeLeft(last.session.timer ?? { totalMs: 0, endsAt: null, leftMs: 0 }, last.now)).toBeGreaterThan(
      15 * 60_000,
    );
  });
});

describe('a restart', () => {
  it('[SESSION-6] in the middle of a step: the clock has gone on, and everybody lands in the same step', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'roundtable-'));
    await server.stop();
    await start({ folder });
    await newBoard();
    await done(fay, { do: 'setAgenda', agenda, from: 0 });
    await done(fay, { do: 'goToStep', step: agenda[4]?.id ?? '' });
    const before = (await now()).session;
    await server.stop();
    aheadMs += 4 * 60_000;
    await start({ folder });
    const client = await enter(pat);
    const session = workshopsOf(client).at(-1);
    expect(session).toEqual(before);
    const left = timeLeft(session?.timer ?? { totalMs: 0, endsAt: null, leftMs: 0 }, (await now()).now);
    expect(left).toBeGreaterThan(15.5 * 60_000);
    expect(left).toBeLessThanOrEqual(16 * 60_000);
    await Promise.all(clients.splice(0).map((one) => one.leave()));
    await server.stop();
    await start();
    await rm(folder, { recursive: true, force: true });
  });

  it('[SESSION-1] [STORE-20] a stored workshop that cannot be understood is set aside, and the room opens without it', async () => {
    await server.store.writeWorkshop(board.id, '{"session":{}}');
    const client = new HonestClient(async () => ({
      url: `${server.wsOrigin}/${board.id}`,
      protocols: ['roundtable', await ticketFor(server, board, pat.seat)],
    }));
    clients.push(client);
    await client.connect();
    expect(client.closeCode).toBeNull();
    expect(await server.store.readWorkshop(board.id)).toBeNull();
    expect(await server.store.listSetAside(board.id)).toMatchObject([{ part: 'agenda', reason: 'damaged' }]);
    expect((await send(fay, { do: 'lockAll', on: true })).status).toBe(200);
    expect(await server.store.listSetAside(board.id)).toHaveLength(1);
  });
});
