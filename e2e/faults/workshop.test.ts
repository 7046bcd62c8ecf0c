/**
 * The server killed with SIGKILL in the middle of a running workshop: every command that was answered counts, every command
 * that was not is sent again under its id and counts once, the clock goes on, and everybody is back in the same step.
 */
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BoardRecord } from '#shared/record/BoardRecord.ts';
import { workshopsOf } from '#shared/record/workshopsOf.ts';
import { runSheets } from '#shared/testing/english.ts';
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import { timeLeft } from '#shared/workshop/timer.ts';
import type { WorkshopNow } from '#shared/wire/http.ts';
import { HonestClient } from '../../server/testing/hostile/HonestClient.ts';
import { BoardApi, type Guest } from '../BoardApi.ts';
import { LoggedServer } from './LoggedServer.ts';

const kills = Number(process.env['KILLS'] ?? 3);
const settles = { timeout: 20_000, interval: 25 };
const agenda = [...(runSheets[0]?.steps ?? [])];

let server: LoggedServer;
let api: BoardApi;
beforeAll(async () => {
  server = await LoggedServer.start({ COMMANDS_PER_MINUTE: '100000' });
  api = new BoardApi(server.origin);
});
afterAll(() => server.remove());

const address = (guest: Guest) => `/api/boards/${guest.board}/session`;

/** Sends it under one id until somebody answers. */
async function surely(guest: Guest, id: string, command: WorkshopCommand): Promise<void> {
  for (;;) {
    try {
      await api.call('POST', address(guest), { id, command }, guest.seat);
      return;
    } catch (error) {
      // the server is down, or goes down before it answers; a refusal would be a fault of the test
      if (error instanceof Error && error.message.startsWith('POST')) throw error;
      await wait(20);
    }
  }
}

const now = async (guest: Guest) => (await api.call('GET', address(guest), undefined, guest.seat)) as WorkshopNow;
const lastSession = (client: HonestClient): WorkshopState | undefined =>
  client.messages.findLast((message) => message.type === 'session')?.session;

describe('a workshop on a server that is killed', () => {
  it(
    `[SESSION-10] ${kills} times SIGKILL: each command counts exactly once, the clock runs on, everybody lands in the same step`,
    async () => {
      const board = await api.createBoard('Killed');
      const fay = await api.join(board, 'facilitator', 'Fay');
      const people = await Promise.all(['A', 'B', 'C'].map((name) => api.join(board, 'participant', name)));
      await surely(fay, 'the-agenda', { do: 'setAgenda', agenda, from: 0 });
      await surely(fay, 'the-first-step', { do: 'goToStep', step: agenda[2]?.id ?? '' });
      const before = (await now(fay)).session;

      let sent = 0;
      const work = { isOver: false };
      const adding = (async () => {
        while (!work.isOver) await surely(fay, `one-more-minute-${++sent}`, { do: 'addTime', minutes: 1 });
      })();
      const hands = people.map(async (guest, index) => {
        for (let turn = 0; !work.isOver; turn++)
          await surely(guest, `hand-${index}-turn-${turn}`, { do: turn % 2 === 0 ? 'raiseHand' : 'lowerHand' });
      });
      for (let kill = 0; kill < kills; kill++) {
        await wait(100 + 60 * kill);
        await server.end('SIGKILL');
        await server.startAgain();
      }
      work.isOver = true;
      await Promise.all([adding, ...hands]);

      const { session, now: at } = await now(fay);
      expect(session).toMatchObject({ step: agenda[2]?.id, stepStartedAt: before.stepStartedAt, done: before.done });
      expect(session.timer?.totalMs).toBe((before.timer?.totalMs ?? 0) + sent * 60_000);
      const passed = at - (session.stepStartedAt ?? 0);
      const left = session.timer === null ? 0 : timeLeft(session.timer, at);
      expect(left).toBe((session.timer?.totalMs ?? 0) - passed);

      const clients = await Promise.all(
        [fay, ...people].map(async (guest) => {
          const client = new HonestClient(async () => ({
            url: `ws://127.0.0.1:${server.port}/sync/${guest.board}`,
            protocols: ['roundtable', await api.ticket(guest)],
          }));
          await client.connect();
          return client;
        }),
      );
      for (const client of clients) {
        await vi.waitFor(() => expect(lastSession(client)).toEqual(session), settles);
        await client.leave();
      }
    },
    60_000 + kills * 15_000,
  );

  it(
    `[RECORD-4] ${kills} times SIGKILL: each step that was left stands in the record once, and begins where the one before ended`,
    async () => {
      const board = await api.createBoard('Killed between steps');
      const fay = await api.join(board, 'facilitator', 'Fay');
      await surely(fay, 'the-agenda', { do: 'setAgenda', agenda, from: 0 });
      await surely(fay, 'the-first-step', { do: 'goToStep', step: agenda[0]?.id ?? '' });
      let moves = 0;
      const work = { isOver: false };
      const moving = (async () => {
        // fewer than a workshop may have in its record
        while (!work.isOver && moves < 250)
          await surely(fay, `move-number-${++moves}`, { do: moves % 2 === 1 ? 'nextStep' : 'previousStep' });
      })();
      for (let kill = 0; kill < kills; kill++) {
        await wait(60 + 40 * kill);
        await server.end('SIGKILL');
        await server.startAgain();
      }
      work.isOver = true;
      await moving;
      await surely(fay, 'the-end-of-it', { do: 'endWorkshop' });

      const read = await api.call('GET', `/api/boards/${fay.board}/record`, undefined, fay.seat);
      const { workshops } = workshopsOf(v.parse(BoardRecord, read).entries);
      expect(workshops).toHaveLength(1);
      const [held] = workshops;
      const stretches = (held?.steps ?? []).flatMap((one) => one.stretches).toSorted((a, b) => a.from - b.from);
      expect(stretches).toHaveLength(moves + 1);
      for (const [at, { to }] of stretches.entries()) expect(to).toBe(stretches[at + 1]?.from ?? held?.to);
    },
    60_000 + kills * 15_000,
  );
});
