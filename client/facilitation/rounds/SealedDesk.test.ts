import { describe, expect, it, vi } from 'vitest';
import type { Answer, Failure, SealedRequest } from '#client/connection/Api.ts';
import type { WorkshopView } from '#client/connection/Workshop.ts';
import { emptySession } from '#shared/session/Session.ts';
import type { SealedMine } from '#shared/session/SealedRequest.ts';
import type { SealedRound } from '#shared/session/SealedRound.ts';
import { SealedDesk } from './SealedDesk.ts';

const round = (id: string, status: 'open' | 'closed' = 'open'): SealedRound => ({
  kind: 'vote',
  id: id.padEnd(16, '0'),
  question: 'Which?',
  options: [],
  dots: 3,
  cap: 2,
  status,
  openedAt: 1,
  closedAt: null,
  cast: 0,
  invited: 0,
  totals: null,
});
const [one, two] = [round('one'), round('two')];

interface Desk {
  readonly desk: SealedDesk;
  readonly sent: SealedRequest[];
  readonly refused: Failure[];
  /** what the server answers next, by method; success when there is nothing */
  readonly answers: Answer<unknown>[];
  mine: SealedMine[];
  tell(...rounds: SealedRound[]): void;
  /** runs what waits, in order, once */
  wait(): Promise<void>;
}

function open(): Desk {
  let view: WorkshopView = { session: emptySession, rounds: [] };
  const watchers = new Set<() => void>();
  const waiting: { run: () => void }[] = [];
  const world = { sent: [] as SealedRequest[], refused: [] as Failure[], answers: [] as Answer<unknown>[] };
  const state = { mine: [] as SealedMine[] };
  const desk = new SealedDesk({
    workshop: {
      view: () => view,
      subscribe: (run) => {
        watchers.add(run);
        return () => watchers.delete(run);
      },
    },
    send: async (request) => {
      if (request.method === 'GET') return { ok: true, value: { now: 1, rounds: view.rounds, mine: state.mine } };
      world.sent.push(request);
      return world.answers.shift() ?? { ok: true, value: null };
    },
    showRefusal: (code) => world.refused.push(code),
    after: (_ms, run) => {
      const entry = { run };
      waiting.push(entry);
      return () => void waiting.splice(waiting.indexOf(entry), 1);
    },
  });
  return {
    desk,
    ...world,
    get mine() {
      return state.mine;
    },
    set mine(mine) {
      state.mine = mine;
    },
    tell(...rounds) {
      view = { ...view, rounds };
      for (const run of watchers) run();
    },
    async wait() {
      for (const { run } of waiting.splice(0)) run();
      await vi.waitFor(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));
const mine = (id: string, change: Partial<SealedMine> = {}): SealedMine => ({
  round: id,
  ideas: [],
  dots: null,
  abstains: false,
  answered: false,
  ...change,
});

describe('what I wrote in private rounds', () => {
  it('[SEALED-1] comes from the server when a round is open, and goes when it ends', async () => {
    const t = open();
    t.mine = [mine(one.id, { ideas: [{ id: 'a'.repeat(16), text: 'kept' }], dots: { x: 1 } })];
    t.tell(one);
    await settle();
    expect(t.desk.own().get(one.id)).toMatchObject({
      ideas: [{ text: 'kept', isWaiting: false }],
      dots: { x: 1 },
    });
    t.tell({ ...one, status: 'closed' } as SealedRound);
    expect(t.desk.own().size).toBe(0);
    expect([...t.desk.fresh()]).toEqual([one.id]);
    t.desk.putAway(one.id);
    expect(t.desk.fresh().size).toBe(0);
  });

  it('[SEALED-1] a new round takes the place of the last result', () => {
    const t = open();
    t.tell(one);
    t.tell({ ...one, status: 'closed' } as SealedRound);
    expect(t.desk.fresh().size).toBe(1);
    t.tell({ ...one, status: 'closed' } as SealedRound, two);
    expect(t.desk.fresh().size).toBe(0);
  });

  it('[SEALED-1] a result that was there before the page came is not news', () => {
    const t = open();
    t.tell({ ...one, status: 'closed' } as SealedRound, two);
    expect(t.desk.fresh().size).toBe(0);
  });

  it('[SEALED-1] is shown at once and sent until the server has it', async () => {
    const t = open();
    t.tell(one);
    await settle();
    t.answers.push({ ok: false, code: 'unreachable' }, { ok: false, code: 'restarting' });
    t.desk.addIdea(one.id, 'mine');
    expect(t.desk.own().get(one.id)?.ideas).toMatchObject([{ text: 'mine', isWaiting: true }]);
    await settle();
    await t.wait();
    expect(t.desk.own().get(one.id)?.ideas).toMatchObject([{ isWaiting: true }]);
    await t.wait();
    expect(t.desk.own().get(one.id)?.ideas).toMatchObject([{ text: 'mine', isWaiting: false }]);
    expect(t.sent).toHaveLength(3);
    expect(new Set(t.sent.map(({ path }) => path)).size).toBe(1);
    expect(t.refused).toEqual([]);
  });

  it('[SEALED-1] what the server tells while something waits here does not take it away', async () => {
    const t = open();
    t.tell(one);
    await settle();
    t.answers.push({ ok: false, code: 'unreachable' });
    t.desk.addIdea(one.id, 'waits');
    await settle();
    await t.desk.refresh();
    expect(t.desk.own().get(one.id)?.ideas).toMatchObject([{ text: 'waits' }]);
  });

  it('[SEALED-1] several presses are one ballot, and the newest counts', async () => {
    const t = open();
    t.tell(one);
    await settle();
    t.desk.setDots(one.id, { a: 1 });
    t.desk.setDots(one.id, { a: 2 });
    expect(t.desk.own().get(one.id)).toMatchObject({ dots: { a: 2 }, isWaiting: true });
    expect(t.sent).toEqual([]);
    await t.wait();
    expect(t.sent.map(({ body }) => body)).toEqual([{ dots: { a: 2 } }]);
    expect(t.desk.own().get(one.id)?.isWaiting).toBe(false);
  });

  it('[SEALED-4] a refusal is shown, and what the server has is shown again', async () => {
    const t = open();
    t.mine = [mine(one.id, { dots: { a: 1 } })];
    t.tell(one);
    await settle();
    t.answers.push({ ok: false, code: 'vote-over-budget' });
    t.desk.setDots(one.id, { a: 9 });
    await t.wait();
    await settle();
    expect(t.refused).toEqual(['vote-over-budget']);
    expect(t.desk.own().get(one.id)?.dots).toEqual({ a: 1 });
  });

  it('[SEALED-8] answers are sent and forgotten; that one answered is kept', async () => {
    const t = open();
    t.tell(one);
    await settle();
    const answers = { reliability: 1, truth: 1, ability: 1, strength: 1, safe_to_disagree: 1, clear_rules: 1 };
    expect(await t.desk.answer(one.id, answers)).toBeNull();
    expect(t.desk.own().get(one.id)).toEqual({
      ideas: [],
      dots: {},
      isWaiting: false,
      abstains: false,
      answered: true,
    });
  });
});
