/** What somebody did offline and had not sent when they were taken off the board, or ended the device, with real sockets and copies on one device. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeRecord } from '#shared/board/record.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { joinAs, keyOf, openBoard } from '#server/testing/openBoard.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { startServer, type TestServer } from '#server/testing/startServer.ts';
import { Api } from './api/Api.ts';
import { SeatApi } from './api/SeatApi.ts';
import { copyName } from './copy/copyDisk.ts';
import { deviceMark } from './device/deviceMark.ts';
import { openIndexedDbCopy } from './copy/IndexedDbCopy.ts';
import { comeBack, endDevice, readReturnLink } from './api/ownPlaces.ts';
import { sendLeft } from './copy/sendLeft.ts';
import { openLine, type OpenLine } from '#client/testing/openLine.ts';
import { SmallShelf } from '#client/testing/SmallShelf.ts';

let server: TestServer;
let board: BoardCreated;
let fay: Joined;
let api: Api;
const at = (seat: string) => new SeatApi(api, board.id, seat);
let disk: IDBFactory;
const lines: OpenLine[] = [];

beforeEach(async () => {
  server = await startServer();
  board = await openBoard(server);
  fay = await joinAs(server, board, 'facilitator', 'Fay');
  disk = new IDBFactory();
  const shelf = new SmallShelf();
  api = new Api(
    (input, init) => fetch(`${server.origin}${String(input)}`, init),
    undefined,
    () => deviceMark(shelf),
  );
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.connection.stop();
  await server.stop();
});

const until = (line: OpenLine, isSo: () => boolean) =>
  vi.waitFor(
    () => {
      line.clock.advance(20);
      if (!isSo()) throw new Error(`not yet: ${JSON.stringify(line.connection.view().line)}`);
    },
    { timeout: 8_000, interval: 2 },
  );

/** The board in a tab of this device. */
function tabOf({ person, seat }: Joined): OpenLine {
  const line = openLine({
    url: server.wsOrigin,
    board: board.id,
    openCopy: () =>
      openIndexedDbCopy({ database: disk, small: null }, copyName(board.id, person.id), `tab${lines.length}`),
    takeTicket: () => at(seat).ticket(),
  });
  lines.push(line);
  return line;
}

async function open(who: Joined): Promise<OpenLine> {
  const line = tabOf(who);
  await line.connection.start();
  await until(line, () => ['live', 'ended'].includes(line.connection.view().line.kind));
  return line;
}

/** Joins, works without a line, and closes the tab. */
async function leaveUnsent(): Promise<Joined> {
  const answer = await api.join(board.id, { key: keyOf(board.links.participant), name: 'Jordan' });
  if (!answer.ok) throw new Error(answer.code);
  const line = await open(answer.value);
  line.setOnline(false);
  await until(line, () => line.connection.view().line.kind === 'offline');
  line.connection.view().doc.transact(() => {
    const record = { id: 'page:spite', typeName: 'page', name: 'Spite', index: 'a2', meta: {} };
    writeRecord(line.connection.view().doc.getMap('canvas'), record);
  });
  line.connection.stop();
  return answer.value;
}

/** The end page offers what is still on the device. */
async function isToldOfRest({ connection }: OpenLine): Promise<void> {
  await vi.waitFor(() => expect(connection.view().line).toMatchObject({ kind: 'ended', reason: 'removed', kept: 1 }));
}

async function stored(): Promise<readonly string[]> {
  const line = await open(fay);
  return [...line.connection.view().doc.getMap('canvas').keys()];
}

it('[DOOR-18] [LINE-2] is not taken when they come back, is still on the device, and they are told', async () => {
  const jordan = await leaveUnsent();
  await at(fay.seat).removePerson(jordan.person.id);
  await isToldOfRest(await open(jordan));
  expect(await stored()).not.toContain('page:spite');
});

it('[DOOR-18] is not taken through somebody new on the same device', async () => {
  const jordan = await leaveUnsent();
  await at(fay.seat).removePerson(jordan.person.id);
  const again = await api.join(board.id, { key: keyOf(board.links.participant), name: 'Jordan' });
  if (!again.ok) throw new Error(again.code);
  const leaving = tabOf(jordan);
  let isSettled = false;
  const sending = sendLeft({
    disk: { database: disk, small: null },
    board: board.id,
    person: jordan.person.id,
    clock: { now: () => leaving.clock.nowMs(), after: (ms, run) => leaving.clock.setTimer(run, ms) },
    report: () => {},
    connect: () => leaving.connection,
  }).finally(() => {
    isSettled = true;
  });
  await until(leaving, () => isSettled);
  expect(await sending).toBe(false);
  const line = await open(again.value);
  await until(line, () => line.connection.view().line.kind === 'live');
  expect(line.connection.view().doc.getMap('canvas').has('page:spite')).toBe(false);
  expect(await stored()).not.toContain('page:spite');
});

it('[DOOR-18] who is kept out is told so by the device, also as somebody else', async () => {
  const jordan = await leaveUnsent();
  const answer = await api.join(board.id, { key: keyOf(board.links.participant), name: 'Maya' });
  if (!answer.ok) throw new Error(answer.code);
  const maya = await open(answer.value);
  const kept = await at(fay.seat).keepOut(jordan.person.id);
  if (!kept.ok) throw new Error(kept.code);
  await until(maya, () => maya.connection.view().line.kind === 'ended');
  expect(maya.connection.view().line).toMatchObject({ reason: 'keptOut' });
  const key = keyOf(kept.value.links.participant);
  expect(await api.door(board.id, key)).toEqual({ ok: false, code: 'kept-out' });
  expect(await api.join(board.id, { key, name: 'Ana' })).toEqual({ ok: false, code: 'kept-out' });
  await isToldOfRest(await open(jordan));
});

it('[DOOR-28] [LINE-2] on a device that was ended is still there, is told, and is sent when they come back on it', async () => {
  const jordan = await leaveUnsent();
  const link = await readReturnLink(at(jordan.seat));
  const other = await comeBack(api, board.id, link.ok ? (link.value.link.split('#r=')[1] ?? '') : '', {});
  if (!other.ok) throw new Error(other.code);
  const ended = await endDevice(at(other.value.seat), null);
  if (!ended.ok) throw new Error(ended.code);
  const page = await open(jordan);
  expect(page.connection.view().line).toMatchObject({ kind: 'ended', reason: 'deviceEnded', kept: 1 });
  expect(page.connection.view().mayEdit).toBe(false);
  page.connection.stop();
  expect(await stored()).not.toContain('page:spite');
  const again = await comeBack(api, board.id, ended.value.link.split('#r=')[1] ?? '', {});
  if (!again.ok) throw new Error(again.code);
  const back = await open(again.value);
  await until(back, () => back.connection.view().line.kind === 'live');
  await vi.waitFor(async () => expect(await stored()).toContain('page:spite'));
});

it('[DOOR-18] a browser that keeps nothing has no mark', () => {
  const refused = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  expect(deviceMark({ getItem: refused, setItem: refused })).toBeNull();
  expect(deviceMark({ getItem: () => null, setItem: () => {} })).toBeNull();
});
