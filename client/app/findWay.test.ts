import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Api } from '#client/connection/Api.ts';
import { SmallShelf } from '#client/connection/testing/SmallShelf.ts';
import { VisitedBoards } from '#client/connection/VisitedBoards.ts';
import { findWay } from './findWay.ts';

const board = 'abcdefghijklmnop';
const link = `#k=${'k'.repeat(24)}`;
const hourMs = 3_600_000;
const minuteMs = 60_000;
const now = Date.UTC(2026, 2, 2, 9);
const jordan = {
  id: board,
  title: 'Riverbend',
  role: 'participant',
  seat: 'seat-j',
  person: 'personjordantate',
  name: 'Jordan',
} as const;
let visited: VisitedBoards;

const answer = (body: unknown): Promise<Response> =>
  Promise.resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }));
const api = new Api((input) =>
  String(input).includes('seat')
    ? answer({
        person: { id: 'personjordantate', name: 'Jordan', color: '#224488', role: 'participant' },
        role: 'participant',
        title: 'Riverbend',
      })
    : answer({ id: board, title: 'Riverbend', role: 'participant', retentionDays: null, organizations: [] }),
);
const away = (ms: number): void => visited.keep({ ...jordan, visitedAt: now - ms });
const find = (rest: string) => findWay(board, rest, { api, visited });

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] });
  visited = new VisitedBoards(new SmallShelf());
  return () => void vi.useRealTimers();
});

describe('the way in of somebody whom this device knows', () => {
  it('[PAGE-20] a link asks after 12 hours away, and not a minute before', async () => {
    away(12 * hourMs - minuteMs);
    expect(await find(link)).toMatchObject({ at: 'board', me: { person: 'personjordantate' } });
    away(12 * hourMs);
    expect(await find(link)).toMatchObject({ at: 'join', known: { person: 'personjordantate', name: 'Jordan' } });
  });

  it('[PAGE-3] [PAGE-20] a reload, whose address has no key any more, never asks', async () => {
    away(12 * hourMs);
    expect(await find('')).toMatchObject({ at: 'board', me: { person: 'personjordantate' } });
    away(1_000 * hourMs);
    expect(await find('')).toMatchObject({ at: 'board', me: { person: 'personjordantate' } });
  });

  it('[PAGE-20] away is counted from when they left', async () => {
    away(13 * hourMs);
    visited.renew({ id: board, seat: jordan.seat });
    expect(await find(link)).toMatchObject({ at: 'board' });
  });
});
