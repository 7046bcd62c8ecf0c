import { describe, expect, it, vi } from 'vitest';
import type { Answer } from '#client/connection/api/Api.ts';
import type { SealedRequest } from '#client/connection/api/SeatApi.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { WorkshopView } from '#client/connection/sync/Workshop.ts';
import { Drafts } from '#client/drafts/Drafts.ts';
import { emptyWorkshop, type WorkshopState } from '#shared/wire/WorkshopState.ts';
import type { SealedMine } from '#shared/wire/SealedRequest.ts';
import type { ServerMessage } from '#shared/wire/messages.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { OwnActivities } from './OwnActivities.ts';
import { refusedTexts, sealedDrafts } from './sealedDrafts.ts';

const activity = (id: string, status: 'open' | 'closed' = 'open'): SealedActivity => ({
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
  counted: 0,
  invited: 0,
  totals: null,
});
const [one, two] = [activity('one'), activity('two')];

interface Desk {
  readonly desk: OwnActivities;
  readonly sent: SealedRequest[];
  readonly refused: Failure[];
  /** what the server answers next, by method; success when there is nothing */
  readonly answers: Answer<unknown>[];
  mine: SealedMine[];
  readonly drafts: Drafts;
  say(message: ServerMessage): void;
  tell(...activities: SealedActivity[]): void;
  goTo(next: WorkshopState): void;
  /** runs what waits, in order, once */
  wait(): Promise<void>;
}

function open(drafts = new Drafts(null, { board: 'b', person: 'p' })): Desk {
  let view: WorkshopView = { state: emptyWorkshop, activities: [] };
  const watchers = new Set<() => void>();
  const listeners = new Set<(message: ServerMessage) => void>();
  const waiting: { run: () => void }[] = [];
  const world = { sent: [] as SealedRequest[], refused: [] as Failure[], answers: [] as Answer<unknown>[] };
  const state = { mine: [] as SealedMine[] };
  const desk = new OwnActivities({
    workshop: {
      view: () => view,
      subscribe: (run) => {
        watchers.add(run);
        return () => watchers.delete(run);
      },
      onMessage: (run) => {
        listeners.add(run);
        return () => listeners.delete(run);
      },
    },
    drafts,
    send: async (request) => {
      if (request.method === 'GET') return { ok: true, value: { now: 1, rounds: view.activities, mine: state.mine } };
      world.sent.push(request);
      return world.answers.shift() ?? { ok: true, value: state.mine[0] ?? null };
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
    drafts,
    ...world,
    say(message) {
      for (const run of listeners) run(message);
    },
    get mine() {
      return state.mine;
    },
    set mine(mine) {
      state.mine = mine;
    },
    goTo(next) {
      view = { ...view, state: next };
      for (const run of watchers) run();
    },
    tell(...activities) {
      view = { ...view, activities };
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
  version: 1,
  changes: [],
  ideas: [],
  dots: null,
  abstains: false,
  answered: false,
  ...change,
});

describe('what I wrote in private activities', () => {
  it('[SEALED-1] comes from the server when an activity is open, and goes when it ends', async () => {
    const t = open();
    t.mine = [mine(one.id, { ideas: [{ id: 'a'.repeat(16), text: 'kept', version: 1 }], dots: { x: 1 } })];
    t.tell(one);
    await settle();
    expect(t.desk.own().get(one.id)).toMatchObject({
      ideas: [{ text: 'kept', isWaiting: false }],
      dots: { x: 1 },
    });
    t.tell({ ...one, status: 'closed' } as SealedActivity);
    expect(t.desk.own().size).toBe(0);
    expect([...t.desk.fresh()]).toEqual([one.id]);
    t.desk.putAway(one.id);
    expect(t.desk.fresh().size).toBe(0);
  });

  it('[SEALED-1] a new activity takes the place of the last result', () => {
    const t = open();
    t.tell(one);
    t.tell({ ...one, status: 'closed' } as SealedActivity);
    expect(t.desk.fresh().size).toBe(1);
    t.tell({ ...one, status: 'closed' } as SealedActivity, two);
    expect(t.desk.fresh().size).toBe(0);
  });

  it('[SEALED-13] the result of an activity is news until the step ends in which it ended', () => {
    const t = open();
    const steps = (step: string | null): void =>
      t.goTo({ ...emptyWorkshop, step, stepStartedAt: step === null ? null : 1 });
    steps('a');
    t.tell(one);
    t.tell({ ...one, status: 'closed' } as SealedActivity);
    expect([...t.desk.fresh()]).toEqual([one.id]);
    steps('a');
    expect([...t.desk.fresh()]).toEqual([one.id]);
    steps('b');
    expect(t.desk.fresh().size).toBe(0);
    // the end of the workshop ends a step, too
    t.tell(two);
    t.tell({ ...two, status: 'closed' } as SealedActivity);
    expect([...t.desk.fresh()]).toEqual([two.id]);
    steps(null);
    expect(t.desk.fresh().size).toBe(0);
  });

  it('[SEALED-1] a result that was there before the page came is not news', () => {
    const t = open();
    t.tell({ ...one, status: 'closed' } as SealedActivity, two);
    expect(t.desk.fresh().size).toBe(0);
  });

  it('[SEALED-1] is shown at once and sent until the server has it', async () => {
    const t = open();
    t.tell(one);
    await settle();
    t.answers.push({ ok: false, code: 'unreachable' }, { ok: false, code: 'restarting' });
    t.desk.addIdea(one.id, 'mine');
    t.mine = [mine(one.id, { ideas: [{ id: 'a'.repeat(16), text: 'mine', version: 1 }] })];
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

  it('[SEALED-1] several presses are one change, laid on what the server holds', async () => {
    const t = open();
    t.mine = [mine(one.id, { dots: { a: 1 } })];
    t.tell(one);
    await settle();
    t.desk.addDot(one.id, 'a', 1);
    t.desk.addDot(one.id, 'b', 1);
    t.desk.addDot(one.id, 'b', -1);
    expect(t.desk.own().get(one.id)).toMatchObject({ dots: { a: 2, b: 0 }, isWaiting: true });
    expect(t.sent).toEqual([]);
    t.answers.push({ ok: true, value: mine(one.id, { version: 3, dots: { a: 2, c: 1 } }) });
    await t.wait();
    expect(t.sent.map(({ body }) => body)).toMatchObject([{ by: { a: 1, b: 0 } }]);
    // with what another screen did in between
    expect(t.desk.own().get(one.id)).toMatchObject({ dots: { a: 2, c: 1 }, isWaiting: false });
  });

  it('[SEALED-1] a retry is the same change, and one whose answer was lost is not shown twice', async () => {
    const t = open();
    t.tell(one);
    await settle();
    t.answers.push({ ok: false, code: 'unreachable' });
    t.desk.addDot(one.id, 'a', 1);
    await t.wait();
    const { change } = (t.sent[0]?.body ?? { change: '' }) as { change: string };
    t.mine = [mine(one.id, { dots: { a: 1 }, changes: [change] })];
    await t.desk.refresh();
    expect(t.desk.own().get(one.id)).toMatchObject({ dots: { a: 1 }, isWaiting: false });
    await t.wait();
    expect(t.sent[1]).toEqual(t.sent[0]);
  });

  it('[SEALED-1] what another screen of mine did is shown as soon as the server speaks of it, and after a break', async () => {
    const t = open();
    t.tell(one);
    await settle();
    t.mine = [mine(one.id, { version: 2, dots: { a: 2 } })];
    t.say({ type: 'mine', round: one.id, version: 2 });
    await settle();
    expect(t.desk.own().get(one.id)?.dots).toEqual({ a: 2 });
    t.mine = [mine(one.id, { version: 3, dots: { a: 1 } })];
    t.say({
      type: 'welcome',
      person: { id: 'person0000000001' as never, name: 'A', color: '#000', role: 'participant' },
      title: '',
      now: 1,
      readOnly: null,
    });
    await settle();
    expect(t.desk.own().get(one.id)?.dots).toEqual({ a: 1 });
    // an older answer that comes late changes nothing
    t.mine = [mine(one.id, { version: 2, dots: { a: 2 } })];
    await t.desk.refresh();
    expect(t.desk.own().get(one.id)?.dots).toEqual({ a: 1 });
  });

  it('[SEALED-1] what was not on the server yet goes there after a reload', async () => {
    const t = open();
    t.tell(one);
    await settle();
    t.answers.push({ ok: false, code: 'unreachable' });
    t.desk.addIdea(one.id, 'written without a line');
    await settle();
    t.desk.close();
    const again = open(t.drafts);
    again.tell(one);
    await settle();
    expect(again.sent).toEqual(t.sent);
    expect(again.drafts.get(sealedDrafts.acts)).toBeUndefined();
  });

  it('[SEALED-4] a refusal is shown, and what the server has is shown again', async () => {
    const t = open();
    t.mine = [mine(one.id, { dots: { a: 1 } })];
    t.tell(one);
    await settle();
    t.answers.push({ ok: false, code: 'vote-over-budget' });
    t.desk.addDot(one.id, 'a', 1);
    await t.wait();
    await settle();
    expect(t.refused).toEqual(['vote-over-budget']);
    expect(t.desk.own().get(one.id)?.dots).toEqual({ a: 1 });
  });

  it.each(['idea-moved', 'round-ended', 'too-many-ideas'] as const)(
    '[DRAFT-3] words that the server refuses (%s) are kept for their writer',
    async (code) => {
      const t = open();
      t.tell(one);
      await settle();
      t.answers.push({ ok: false, code });
      t.desk.addIdea(one.id, 'not taken');
      await settle();
      expect(t.refused).toEqual([code]);
      expect(refusedTexts(t.drafts, one.id)).toEqual(['not taken']);
    },
  );

  it('[DRAFT-3] what was being written when the activity ended is offered, until its writer has said what shall become of it', () => {
    const t = open();
    t.tell(one);
    t.drafts.keep(sealedDrafts.idea(one.id), 'half an id');
    t.drafts.keep(sealedDrafts.pulse(one.id), { truth: 3 });
    t.tell({ ...one, status: 'closed' } as SealedActivity);
    expect(refusedTexts(t.drafts, one.id)).toEqual(['half an id']);
    expect([...t.drafts.all().keys()]).toEqual([sealedDrafts.unsent(one.id)]);
    t.desk.putAway(one.id);
    expect(refusedTexts(t.drafts, one.id)).toEqual(['half an id']);
    expect(t.drafts.get(sealedDrafts.isAway(one.id))).toBe(true);
  });

  it('[SEALED-8] answers are sent and forgotten; that one answered is kept', async () => {
    const t = open();
    t.tell(one);
    await settle();
    const answers = { reliability: 1, truth: 1, ability: 1, strength: 1, safe_to_disagree: 1, clear_rules: 1 };
    t.answers.push({ ok: true, value: mine(one.id, { answered: true }) });
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
