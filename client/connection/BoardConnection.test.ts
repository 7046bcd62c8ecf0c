import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TicketAnswer } from './api/SeatApi.ts';
import * as Y from 'yjs';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import type { CloseName } from '#shared/wire/closeCodes.ts';
import type { Failure } from './api/failureOf.ts';
import { LineServer } from '#client/testing/LineServer.ts';
import { openLine } from '#client/testing/openLine.ts';
import type { LineOptions, OpenLine } from '#client/testing/openLine.ts';

let server: LineServer;
const lines: OpenLine[] = [];

beforeEach(() => {
  server = new LineServer();
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.connection.stop();
  await server.stop();
});

async function open(options: Partial<LineOptions> = {}): Promise<OpenLine> {
  const line = openLine({ url: server.url, ...options });
  lines.push(line);
  await line.connection.start();
  return line;
}

/** Does not wait for the start, which waits for the first ticket. */
function openHanging(options: Partial<LineOptions>): OpenLine {
  const line = openLine({ url: server.url, ...options });
  lines.push(line);
  void line.connection.start();
  return line;
}

async function openLive(options: Partial<LineOptions> = {}): Promise<OpenLine> {
  const line = await open(options);
  await until(line, () => line.connection.view().line.kind === 'live');
  return line;
}

/** Lets real sockets work and the clock run, 20 ms at a time, until it is so. */
async function until(line: OpenLine, isSo: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      line.clock.advance(20);
      if (!isSo()) throw new Error(`not yet: ${JSON.stringify(line.connection.view().line)}`);
    },
    { timeout: 5_000, interval: 2 },
  );
}

const write = (line: OpenLine, key: string, value: unknown = 1): void => {
  line.connection.view().doc.getMap('canvas').set(key, value);
};
const onServer = (key: string): boolean => server.doc.getMap('canvas').has(key);
const isSaved = (line: OpenLine): boolean => {
  const { line: state } = line.connection.view();
  return state.kind === 'live' && !state.saving;
};

describe('BoardConnection', () => {
  it('[LINE-1] goes from connecting over catching up to live, with a ticket of its own', async () => {
    const line = await openLive();
    expect(line.lines).toEqual(['connecting', 'catchingUp', 'live']);
    expect(server.tickets).toEqual(['ticket-1']);
    expect(line.connection.view()).toMatchObject({ isReady: true, mayEdit: true, title: 'Early reading' });
  });

  it('[LINE-1] nothing may be edited before the server has sent the document', async () => {
    const line = await open();
    expect(line.connection.view()).toMatchObject({ isReady: false, mayEdit: false });
    await until(line, () => line.connection.view().isReady);
  });

  it('[LINE-3] says saved only when the server has acknowledged, with its time', async () => {
    const line = await openLive();
    server.acknowledges = false;
    write(line, 'a');
    await until(line, () => onServer('a'));
    expect(line.connection.view().line).toMatchObject({ kind: 'live', saving: true });
    server.say({ type: 'saved', frames: server.messages.length, at: 1_800_000_000_000 });
    await until(line, () => isSaved(line));
    expect(line.connection.view().line).toEqual({ kind: 'live', saving: false, savedAt: 1_800_000_000_000 });
  });

  it('[LINE-4] what changes within a moment leaves as one message', async () => {
    const line = await openLive();
    const before = server.messages.length;
    for (let n = 0; n < 50; n += 1) write(line, `n${n}`);
    await until(line, () => isSaved(line) && onServer('n49'));
    expect(server.messages.length - before).toBeLessThanOrEqual(2);
  });

  it('[LINE-8] while the page is hidden nothing waits for a timer', async () => {
    const line = await openLive();
    const now = line.clock.nowMs();
    line.connection.hurry(true);
    write(line, 'last words');
    await vi.waitFor(() => expect(onServer('last words')).toBe(true));
    expect(line.clock.nowMs()).toBe(now);
  });

  it('[LINE-5] comes back by itself with a fresh ticket after a lost line, not at once', async () => {
    const line = await openLive();
    server.closeAll(1012);
    await until(line, () => line.connection.view().line.kind === 'offline');
    expect(line.ticketsTaken).toBe(1);
    await until(line, () => line.connection.view().line.kind === 'live');
    expect(server.tickets).toEqual(['ticket-1', 'ticket-2']);
  });

  it('[LINE-5] waits longer and longer while nobody answers, and not when the device is online again', async () => {
    const line = await open({ takeTicket: () => Promise.resolve({ ok: false, code: 'unreachable' }) });
    const gaps: number[] = [];
    let since = line.clock.nowMs();
    let seen = line.ticketsTaken;
    await vi.waitFor(
      () => {
        line.clock.advance(100);
        if (line.ticketsTaken > seen) {
          gaps.push(line.clock.nowMs() - since);
          since = line.clock.nowMs();
          seen = line.ticketsTaken;
        }
        expect(gaps.length).toBe(8);
      },
      { timeout: 10_000, interval: 1 },
    );
    expect(gaps.slice(0, 4)).toEqual(gaps.slice(0, 4).toSorted((a, b) => a - b));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30_000);
    line.setOnline(true);
    expect(line.ticketsTaken).toBe(seen + 1);
  });

  it('[LINE-17] a ticket request that is never answered is given up and tried again; a late answer is nobody’s', async () => {
    let answer: (ticket: TicketAnswer) => void = () => {};
    const hanging = [true, true];
    const line = openHanging({
      takeTicket: () =>
        hanging.pop() === undefined
          ? Promise.resolve({ ok: true, value: { ticket: 'fresh' } })
          : new Promise((resolve) => (answer = resolve)),
    });
    await vi.waitFor(() => expect(line.ticketsTaken).toBe(1));
    line.clock.advance(14_999);
    expect(line.connection.view().line.kind).toBe('connecting');
    line.clock.advance(1);
    expect(line.connection.view().line).toMatchObject({ kind: 'offline', reason: 'network' });
    answer({ ok: true, value: { ticket: 'late' } });
    await until(line, () => line.connection.view().line.kind === 'live');
    expect(server.tickets).toEqual(['fresh']);
    expect(line.ticketsTaken).toBe(3);
  });

  it('[LINE-17] when the device is online again, or somebody asks, a ticket that does not come is asked for anew', async () => {
    const line = openHanging({ takeTicket: () => new Promise(() => {}) });
    await vi.waitFor(() => expect(line.ticketsTaken).toBe(1));
    line.setOnline(false);
    line.setOnline(true);
    expect(line.ticketsTaken).toBe(2);
    line.connection.retry();
    expect(line.ticketsTaken).toBe(3);
    line.clock.advance(15_000);
    expect(line.connection.view().line.kind).toBe('offline');
  });

  it.each([
    'malformed',
    'roleRefused',
    'boardUnknown',
    'boardDeleted',
    'tooLarge',
    'clientTooOld',
  ] satisfies CloseName[])('[LINE-2] %s ends the line for good', async (name) => {
    server.closeWith = closeCodes[name];
    const line = await open();
    await until(line, () => line.connection.view().line.kind === 'ended');
    expect(line.connection.view()).toMatchObject({ line: { kind: 'ended', reason: name }, mayEdit: false });
    line.clock.advance(120_000);
    expect(line.ticketsTaken).toBe(1);
  });

  it.each(['restarting', 'boardUnreadable', 'roomFull', 'tooManyTabs', 'tooFast', 'slowReader'] satisfies CloseName[])(
    '[LINE-2] after %s the line says why, and comes back',
    async (name) => {
      server.closeWith = closeCodes[name];
      const line = await open();
      await until(line, () => line.connection.view().line.kind === 'offline');
      expect(line.connection.view().line).toMatchObject({ reason: name });
      server.closeWith = null;
      await until(line, () => line.connection.view().line.kind === 'live');
    },
  );

  it('[LINE-13] a line on which nothing comes any more is offline within half a minute', async () => {
    const line = await openLive();
    line.clock.advance(22_000);
    expect(line.connection.view().line.kind).toBe('live');
    line.clock.advance(7_500);
    expect(line.connection.view().line).toMatchObject({ kind: 'offline', reason: 'network' });
  });

  it('[LINE-13] whatever the server says shows that the line holds', async () => {
    const line = await openLive();
    for (const title of ['One', 'Two', 'Three']) {
      // y-websocket stamps what it hears with the wall clock: two messages within one of its milliseconds look like one
      const now = Date.now();
      await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(now + 1), { interval: 1 });
      line.clock.advance(20_000);
      server.say({ type: 'board', title });
      await vi.waitFor(() => expect(line.connection.view().title).toBe(title));
    }
    expect(line.connection.view().line.kind).toBe('live');
    expect(line.ticketsTaken).toBe(1);
  });

  it('[LINE-13] a device that slept for an hour comes back by itself, with what it had not sent and what others did meanwhile', async () => {
    const line = await openLive();
    write(line, 'just before');
    line.clock.stall(3_600_000);
    server.doc.getMap('canvas').set('meanwhile', 1);
    line.clock.advance(30_000);
    expect(line.lines).toContain('offline');
    await until(line, () => isSaved(line) && onServer('just before'));
    expect(line.connection.view().doc.getMap('canvas').has('meanwhile')).toBe(true);
    expect(line.ticketsTaken).toBe(2);
    expect(line.faults).toEqual([]);
  });

  it('[LINE-13] a device that says it is offline is offline at once', async () => {
    const line = await openLive();
    line.setOnline(false);
    expect(line.connection.view().line).toMatchObject({ kind: 'offline', reason: 'network' });
  });

  it('[LINE-2] a ticket that grew old is replaced once; a removed person gets none and is told', async () => {
    server.closeWith = closeCodes.ticketEnded;
    let mayReturn = true;
    const takeTicket = () =>
      Promise.resolve(
        mayReturn ? ({ ok: true, value: { ticket: 't' } } as const) : ({ ok: false, code: 'seat-ended' } as const),
      );
    const line = await open({ takeTicket });
    await until(line, () => line.connection.view().line.kind === 'offline');
    mayReturn = false;
    await until(line, () => line.connection.view().line.kind === 'ended');
    expect(line.connection.view().line).toMatchObject({ reason: 'ticketEnded' });
    expect(line.ticketsTaken).toBe(2);
  });

  it('[LINE-2] tickets refused one after the other end the line too', async () => {
    server.closeWith = closeCodes.ticketEnded;
    const line = await open();
    await until(line, () => line.connection.view().line.kind === 'ended');
    expect(line.ticketsTaken).toBe(2);
  });

  it.each([
    ['seat-ended', 'ticketEnded'],
    ['removed', 'removed'],
    ['kept-out', 'keptOut'],
    ['board-unknown', 'boardUnknown'],
    ['board-deleted', 'boardDeleted'],
  ] satisfies [Failure, CloseName][])('[LINE-2] a ticket refused with %s ends the line as %s', async (code, reason) => {
    const line = await open({ takeTicket: () => Promise.resolve({ ok: false, code }) });
    expect(line.connection.view().line).toMatchObject({ kind: 'ended', reason });
  });

  it('[LINE-2] an observer reads why nothing can be changed', async () => {
    server.role = 'observer';
    const line = await open({ role: 'observer' });
    await until(line, () => line.connection.view().line.kind === 'readOnly');
    expect(line.connection.view()).toMatchObject({ line: { reason: 'observer' }, mayEdit: false });
  });

  it('[LINE-2] a full disk makes the board read-only with the reason, until there is room again', async () => {
    const line = await openLive();
    server.say({ type: 'mode', readOnly: 'storage' });
    await until(line, () => line.connection.view().line.kind === 'readOnly');
    expect(line.connection.view().mayEdit).toBe(false);
    server.say({ type: 'mode', readOnly: null });
    await until(line, () => line.connection.view().line.kind === 'live');
    expect(line.connection.view().mayEdit).toBe(true);
  });

  it('[LINE-14] a role that changes on the server changes what may be done here, without a new connection', async () => {
    const line = await openLive();
    server.say({ type: 'role', role: 'observer' });
    await until(line, () => line.connection.view().role === 'observer');
    expect(line.connection.view()).toMatchObject({ line: { kind: 'readOnly', reason: 'observer' }, mayEdit: false });
    server.say({ type: 'role', role: 'facilitator' });
    await until(line, () => line.connection.view().role === 'facilitator');
    expect(line.connection.view()).toMatchObject({ line: { kind: 'live' }, mayEdit: true });
    expect(server.tickets).toHaveLength(1);
  });

  it('[LINE-2] a document of a newer version is shown and not changed', async () => {
    server.doc.getMap('meta').set('version', 99);
    const line = await open();
    await until(line, () => line.connection.view().line.kind === 'readOnly');
    expect(line.connection.view()).toMatchObject({ line: { reason: 'newerDocument' }, mayEdit: false });
  });

  it('[LINE-8] offline work is counted, kept and sent on return', async () => {
    const line = await openLive();
    line.setOnline(false);
    await until(line, () => line.connection.view().line.kind === 'offline');
    write(line, 'first');
    line.clock.advance(600);
    write(line, 'second');
    expect(line.connection.view()).toMatchObject({ line: { kind: 'offline', kept: 2 }, mayEdit: true });
    line.setOnline(true);
    await until(line, () => isSaved(line));
    expect([onServer('first'), onServer('second')]).toEqual([true, true]);
  });

  it('[LINE-8] a document larger than one answer leaves in parts', async () => {
    const line = await openLive({ limits: { maxUpdateBytes: 2_000, maxStep2Bytes: 4_000 } });
    line.setOnline(false);
    await until(line, () => line.connection.view().line.kind === 'offline');
    for (let n = 0; n < 100; n += 1) write(line, `n${n}`, 'x'.repeat(100));
    line.setOnline(true);
    await until(line, () => isSaved(line) && onServer('n99'));
    expect(server.doc.getMap('canvas').size).toBe(100);
    expect(Math.max(...server.messages)).toBeLessThanOrEqual(2_000);
  });

  it("[LINE-6] a refused change is set aside whole, and the board is the server's again", async () => {
    const line = await openLive();
    write(line, 'good');
    await until(line, () => isSaved(line) && onServer('good'));
    server.refuses = 'invalid';
    write(line, 'bad', 'my words');
    await until(line, () => line.connection.view().notices.length > 0);
    server.refuses = null;
    await until(line, () => line.connection.view().line.kind === 'live');
    const canvas = line.connection.view().doc.getMap('canvas');
    expect([canvas.has('good'), canvas.has('bad'), onServer('bad')]).toEqual([true, false, false]);
    const [kept] = await line.connection.setAside.list();
    const again = new Y.Doc();
    Y.applyUpdate(again, kept?.update ?? new Uint8Array());
    expect(kept?.reason).toBe('invalid');
    expect(again.getMap('canvas').get('bad')).toBe('my words');
    write(line, 'after');
    await until(line, () => onServer('after'));
  });

  it('[LINE-7] one thing that is too large is not sent, but kept and told', async () => {
    const line = await openLive({ limits: { maxUpdateBytes: 1_000, maxStep2Bytes: 4_000 } });
    write(line, 'huge', 'x'.repeat(5_000));
    await until(line, () => line.connection.view().notices.length > 0);
    expect(line.connection.view().notices[0]).toMatchObject({ kind: 'setAside', reason: 'tooLarge' });
    await until(line, () => line.connection.view().line.kind === 'live');
    expect(onServer('huge')).toBe(false);
    expect(line.ticketsTaken).toBe(2);
  });

  it('[LINE-7] many things at once leave in parts that the server takes', async () => {
    const line = await openLive({ limits: { maxUpdateBytes: 1_000, maxStep2Bytes: 100_000 } });
    line.connection.view().doc.transact(() => {
      for (let n = 0; n < 60; n += 1) write(line, `n${n}`, 'x'.repeat(50));
    });
    await until(line, () => isSaved(line) && onServer('n59'));
    expect(Math.max(...server.messages)).toBeLessThanOrEqual(1_000);
  });

  it('[LINE-9] what was undone for everybody is told', async () => {
    const line = await openLive();
    server.say({ type: 'undone', frame: 1, records: 2 });
    await until(line, () => line.connection.view().notices.length > 0);
    expect(line.connection.view().notices[0]).toMatchObject({ kind: 'undone', records: 2 });
    server.say({ type: 'undone', frame: 2, records: 1, reason: 'locked' });
    await until(line, () => line.connection.view().notices.length > 1);
    expect(line.connection.view().notices[1]).toMatchObject({ kind: 'undone', records: 1, reason: 'locked' });
    line.connection.dismiss(line.connection.view().notices[1]?.id ?? 0);
    line.connection.dismiss(line.connection.view().notices[0]?.id ?? 0);
    expect(line.connection.view().notices).toEqual([]);
  });

  it('[LINE-9] an error in whoever watches the document does not stop the line', async () => {
    const line = await openLive();
    line.connection
      .view()
      .doc.getMap('canvas')
      .observe(() => {
        throw new Error('a shape broke');
      });
    server.doc.getMap('canvas').set('one', 1);
    await until(line, () => line.connection.view().doc.getMap('canvas').has('one'));
    server.doc.getMap('canvas').set('two', 2);
    await until(line, () => line.connection.view().doc.getMap('canvas').has('two'));
    expect(line.faults.length).toBeGreaterThan(0);
    expect(line.lines.at(-1)).toBe('live');
  });
});
