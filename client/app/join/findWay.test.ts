import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Api } from '#client/connection/api/Api.ts';
import { SmallShelf } from '#client/testing/SmallShelf.ts';
import { VisitedBoards } from '#client/connection/device/VisitedBoards.ts';
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

const answer = (body: unknown, status = 200): Promise<Response> =>
  Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }));
const fay = { ...jordan, role: 'facilitator', seat: 'f'.repeat(32), person: 'personfayoduyaaa', name: 'Fay' } as const;
const ended = { error: { code: 'seat-ended', message: 'This seat is no longer valid.' } };
const backOf = ({ person }: { readonly person: string }) => person + 'b'.repeat(24);
let linkRole: 'facilitator' | 'participant' | 'observer';
let endedSeats: readonly string[];
let doorRefusal: string | null;
const given: string[] = [];
const api = new Api((input, init) => {
  const path = String(input);
  const secret = new Headers(init?.headers).get('authorization')?.slice('Bearer '.length) ?? '';
  if (path.endsWith('/return')) {
    const { person: id, name, role } = secret === backOf(fay) ? fay : jordan;
    if (init?.method === 'POST') given.push(id);
    const person = { id, name, color: '#224488', role };
    return answer({ person, role, ...(init?.method === 'POST' ? { seat: `new-${id}` } : { title: 'Riverbend' }) });
  }
  if (!path.includes('seat') && doorRefusal !== null)
    return answer({ error: { code: doorRefusal, message: 'No.' } }, 403);
  if (!path.includes('seat'))
    return answer({ id: board, title: 'Riverbend', role: linkRole, retentionDays: null, organizations: [] });
  if (endedSeats.includes(secret)) return answer(ended, 401);
  const { person: id, name, role } = secret === fay.seat ? fay : jordan;
  return answer({ person: { id, name, color: '#224488', role }, role, title: 'Riverbend' });
});
const away = (ms: number): void => visited.keep({ ...jordan, visitedAt: now - ms });
const find = (rest: string) => findWay(board, rest, { api, visited });

beforeEach(() => {
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 Gecko Firefox/140.0', maxTouchPoints: 0 });
  vi.useFakeTimers({ now, toFake: ['Date'] });
  visited = new VisitedBoards(new SmallShelf(), new SmallShelf());
  linkRole = 'participant';
  endedSeats = [];
  doorRefusal = null;
  given.length = 0;
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
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

describe('a link that lets nobody new in', () => {
  it.each(['link-ended', 'link-over', 'table-closed'])('[DOOR-26] [DOOR-27] %s stops strangers alone', async (code) => {
    doorRefusal = code;
    expect(await find(link)).toEqual({ at: 'refused', code });
    away(minuteMs);
    expect(await find(link)).toMatchObject({ at: 'board', me: { name: 'Jordan' } });
  });

  it('[DOOR-18] who is kept out is, seat or not', async () => {
    doorRefusal = 'kept-out';
    away(minuteMs);
    expect(await find(link)).toEqual({ at: 'refused', code: 'kept-out' });
  });
});

describe('a device that knows somebody with a stronger place', () => {
  beforeEach(() => {
    visited.keep({ ...fay, visitedAt: now });
  });

  it('[PAGE-3] [PAGE-22] a weaker link asks, and takes nothing by itself', async () => {
    linkRole = 'observer';
    expect(await find(link)).toMatchObject({ at: 'join', door: { role: 'observer' }, known: { name: 'Fay' } });
    expect(visited.list()).toMatchObject([{ name: 'Fay' }]);
  });

  it('[PAGE-22] a tab that went on as the weaker one stays it, and asks for the stronger link alone no more', async () => {
    visited.keepForTab({ ...jordan, visitedAt: now });
    expect(await find('')).toMatchObject({ at: 'board', me: { name: 'Jordan' } });
    expect(await find(link)).toMatchObject({ at: 'board', me: { name: 'Jordan' } });
    linkRole = 'observer';
    expect(await find(link)).toMatchObject({ at: 'join', known: { name: 'Fay' } });
    linkRole = 'facilitator';
    expect(await find(link)).toMatchObject({ at: 'board', me: { name: 'Fay' } });
    expect(visited.find(board)).toMatchObject({ name: 'Fay' });
  });

  it('[PAGE-3] [PAGE-22] of two places the one whose seat has ended is forgotten', async () => {
    visited.keepForTab({ ...jordan, visitedAt: now });
    endedSeats = [jordan.seat];
    expect(await find(link)).toMatchObject({ at: 'join', known: { name: 'Fay' } });
    expect(visited.find(board)).toMatchObject({ name: 'Fay' });
    endedSeats = [jordan.seat, fay.seat];
    expect(await find(link)).toMatchObject({ at: 'join', known: null });
  });

  it('[PAGE-22] the return link of somebody else asks; that of the same person goes straight in', async () => {
    const returned = await find(`#r=${backOf(jordan)}`);
    expect(returned).toMatchObject({ at: 'return', comes: { name: 'Jordan' }, known: { name: 'Fay' } });
    expect(visited.list()).toMatchObject([{ name: 'Fay' }]);
    expect(await find(`#r=${backOf(fay)}`)).toMatchObject({ at: 'board', me: { name: 'Fay', seat: fay.seat } });
    expect(given).toEqual([]);
  });
});

describe('a return link', () => {
  it('[DOOR-28] [DOOR-29] on a device that knows nobody takes a seat of its own', async () => {
    expect(await find(`#r=${backOf(jordan)}`)).toMatchObject({ at: 'board', me: { seat: `new-${jordan.person}` } });
    expect(visited.list()).toMatchObject([{ name: 'Jordan', seat: `new-${jordan.person}`, role: 'participant' }]);
    expect(given).toEqual([jordan.person]);
  });

  it('[DOOR-28] [DOOR-29] of before, with the seat of then, works the same, and takes none where that is here', async () => {
    expect(await find(`#s=${'j'.repeat(32)}`)).toMatchObject({ me: { seat: `new-${jordan.person}` } });
    visited.forget(board);
    away(minuteMs);
    expect(await find(`#s=${'j'.repeat(32)}`)).toMatchObject({ at: 'board', me: { seat: jordan.seat } });
    expect(given).toHaveLength(1);
  });

  it('[DOOR-28] brings back on a device that was ended', async () => {
    away(minuteMs);
    endedSeats = [jordan.seat];
    expect(await find(`#r=${backOf(jordan)}`)).toMatchObject({ at: 'board', me: { seat: `new-${jordan.person}` } });
    expect(visited.list()).toMatchObject([{ seat: `new-${jordan.person}` }]);
  });
});
