import { expect, it, vi } from 'vitest';
import type { BoardCreated } from '#shared/wire/http.ts';
import { systemClock } from '#server/clock/systemClock.ts';
import { callApi } from '#server/testing/callApi.ts';
import { FaultyStore } from '#server/testing/FaultyStore.ts';
import { joinAs, keyOf, openBoard } from '#server/testing/openBoard.ts';
import { startServer } from '#server/testing/startServer.ts';
import { sweepUntouched } from './sweepUntouched.ts';

const dayMs = 24 * 60 * 60 * 1000;

it('[OPS-6] boards untouched for longer than RETENTION_DAYS are deleted, others stay', async () => {
  let skippedMs = 0;
  const nowMs = () => Date.now() + skippedMs;
  const server = await startServer({ clock: { ...systemClock, nowMs }, environment: { retentionDays: 30 } });
  try {
    const old = await openBoard(server, 'Old');
    skippedMs = 20 * dayMs;
    const recent = await openBoard(server, 'Recent');
    const forgotten: string[] = [];
    const sweep = () =>
      sweepUntouched({
        store: server.store,
        relay: server.relay,
        sealed: { forget: async (board) => void forgotten.push(board) },
        log: { info() {}, warn() {}, error() {} },
        retentionDays: 30,
        nowMs: nowMs(),
      });
    expect(await sweep()).toBe(0);
    skippedMs = 31 * dayMs;
    await joinAs(server, recent, 'observer');
    expect(await sweep()).toBe(1);
    expect(forgotten).toEqual([old.id]);
    expect(
      (await callApi(server, 'GET', `/api/boards/${old.id}/door`, { secret: keyOf(old.links.observer) })).code,
    ).toBe('board-deleted');
    expect(
      (await callApi(server, 'GET', `/api/boards/${recent.id}/door`, { secret: keyOf(recent.links.observer) })).body,
    ).toMatchObject({ retentionDays: 30 });
  } finally {
    await server.stop();
  }
});

it('[OPS-6] a board that somebody comes back to while others are being deleted stays', async () => {
  let skippedMs = 0;
  let store: FaultyStore | undefined;
  const nowMs = () => Date.now() + skippedMs;
  const server = await startServer({
    clock: { ...systemClock, nowMs },
    wrapStore: (inner) => (store = new FaultyStore(inner)),
  });
  try {
    const [first, second] = [await openBoard(server, 'First'), await openBoard(server, 'Second')];
    skippedMs = 31 * dayMs;
    const release = store?.hold('deleteBoard');
    const log = { info() {}, warn() {}, error() {} };
    const sealed = { forget: async () => {} };
    const parts = { store: server.store, relay: server.relay, sealed, log };
    const swept = sweepUntouched({ ...parts, retentionDays: 30, nowMs: nowMs() });
    await vi.waitFor(() => expect(store?.calls).toContain('deleteBoard'));
    await joinAs(server, second, 'participant');
    release?.();
    expect(await swept).toBe(1);
    const door = async ({ id, links }: BoardCreated) =>
      (await callApi(server, 'GET', `/api/boards/${id}/door`, { secret: keyOf(links.observer) })).code;
    expect([await door(first), await door(second)]).toEqual(['board-deleted', undefined]);
  } finally {
    await server.stop();
  }
});
