import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TicketAnswer } from '#client/connection/api/SeatApi.ts';
import { copyName } from './copyDisk.ts';
import { openIndexedDbCopy } from './IndexedDbCopy.ts';
import { sendLeft } from './sendLeft.ts';
import { LineServer } from '#client/testing/LineServer.ts';
import { openLine, type OpenLine } from '#client/testing/openLine.ts';

const [board, person] = ['abcdefghijklmnop', 'p1'];
let server: LineServer;
let disk: IDBFactory;
const lines: OpenLine[] = [];

beforeEach(() => {
  server = new LineServer();
  disk = new IDBFactory();
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.connection.stop();
  await server.stop();
});

let tabs = 0;
function lineOfPerson(takeTicket?: () => Promise<TicketAnswer>): OpenLine {
  const openCopy = () =>
    openIndexedDbCopy({ database: disk, small: null }, copyName(board, person), `tab${(tabs += 1)}`);
  const line = openLine({ url: server.url, openCopy, ...(takeTicket && { takeTicket }) });
  lines.push(line);
  return line;
}

/** They work without the line, and close the tab. */
async function leaveUnsent(): Promise<void> {
  const line = lineOfPerson();
  await line.connection.start();
  await vi.waitFor(() => expect(line.connection.view().line.kind).toBe('live'));
  line.setOnline(false);
  await vi.waitFor(() => expect(line.connection.view().line.kind).toBe('offline'));
  line.connection.view().doc.getMap('canvas').set('theirs', 'not sent');
  line.connection.stop();
}

/** `connected` = lines that were opened for it. */
async function send(takeTicket?: () => Promise<TicketAnswer>): Promise<{ isSent: boolean; connected: number }> {
  const line = lineOfPerson(takeTicket);
  let connected = 0;
  const faults: unknown[] = [];
  let isDone = false;
  const sending = sendLeft({
    disk: { database: disk, small: null },
    board,
    person,
    clock: { now: () => line.clock.nowMs(), after: (ms, run) => line.clock.setTimer(run, ms) },
    report: (fault) => faults.push(fault),
    connect: () => {
      connected += 1;
      return line.connection;
    },
  }).finally(() => {
    isDone = true;
  });
  await vi.waitFor(
    () => {
      line.clock.advance(20);
      if (!isDone) throw new Error('not yet');
    },
    { timeout: 5_000, interval: 2 },
  );
  expect(faults).toEqual([]);
  return { isSent: await sending, connected };
}

const copies = async (): Promise<readonly (string | undefined)[]> =>
  (await disk.databases()).map(({ name }) => name).filter((name) => name === copyName(board, person));

it('[PAGE-20] what the person before left unsent reaches the server as theirs, and their copy leaves the device', async () => {
  await leaveUnsent();
  expect(await send()).toEqual({ isSent: true, connected: 1 });
  expect(server.doc.getMap('canvas').get('theirs')).toBe('not sent');
  await vi.waitFor(async () => expect(await copies()).toEqual([]));
});

it('[PAGE-20] what cannot be sent stays in their copy and is sent when they come back', async () => {
  await leaveUnsent();
  const nobody = () => Promise.resolve({ ok: false, code: 'unreachable' } as const);
  expect(await send(nobody)).toEqual({ isSent: false, connected: 1 });
  expect(server.doc.getMap('canvas').get('theirs')).toBeUndefined();
  const back = lineOfPerson();
  await back.connection.start();
  await vi.waitFor(() => expect(server.doc.getMap('canvas').get('theirs')).toBe('not sent'));
});

it('[PAGE-20] where nothing is unsent, no line is opened in the name of the person before', async () => {
  expect(await send()).toEqual({ isSent: true, connected: 0 });
  await vi.waitFor(async () => expect(await copies()).toEqual([]));
});
