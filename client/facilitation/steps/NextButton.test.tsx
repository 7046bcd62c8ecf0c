// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OwnActivities } from '#client/facilitation/activities/OwnActivities.ts';
import type { SealedRequest } from '#client/connection/api/SeatApi.ts';
import { systemClock } from '#client/connection/systemClock.ts';
import { Workshop } from '#client/connection/sync/Workshop.ts';
import { Drafts } from '#client/drafts/Drafts.ts';
import { cast, showWorkshop, type ShownWorkshop, type Someone } from '#client/testing/showWorkshop.tsx';
import { runSheets } from '#shared/testing/english.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { stepActivityId } from '#shared/wire/StepActivity.ts';
import { StepBar } from './StepBar.tsx';

const agenda = [...(runSheets[0]?.steps ?? [])];
let shown: ShownWorkshop;
let sent: SealedRequest[] = [];
let refusal: 'few-writers' | null = null;
const drafts = new Drafts(null, { board: 'b', person: 'p' });

async function show(who: Someone): Promise<void> {
  sent = [];
  refusal = null;
  const sealed = new OwnActivities({
    workshop: new Workshop(systemClock),
    send: async (request) => {
      sent.push(request);
      return refusal === null || request.method === 'GET'
        ? { ok: true, value: undefined }
        : { ok: false, code: refusal };
    },
    showRefusal: () => {},
    drafts,
    after: () => () => {},
  });
  shown = await showWorkshop(who, <StepBar />, { agenda, sealed, drafts });
}

const goTo = (step: string): void => shown.asks(cast.maya, { do: 'goToStep', step });
const acts = () => sent.filter(({ method }) => method !== 'GET');
const primary = () => shown.place.querySelector<HTMLButtonElement>('[data-thing]');
/** What was pressed a moment ago is not pressed again by the same hand. */
const settled = () => expect.poll(() => primary()?.getAttribute('aria-disabled')).toBeNull();
const press = async (name: string | RegExp): Promise<void> => {
  await settled();
  shown.click(shown.button(name));
};
const ideas = (change: object = {}): SealedActivity => ({
  kind: 'ideas',
  id: stepActivityId('ideas', shown.state().stepStartedAt ?? 0),
  prompt: 'Who?',
  named: false,
  target: { kind: 'sheet' },
  status: 'open',
  openedAt: 1,
  closedAt: null,
  step: 'n3',
  ideas: 30,
  writers: 5,
  counted: 5,
  ...change,
});

describe('the one next thing of a facilitator', () => {
  beforeEach(() => show(cast.maya));
  afterEach(() => shown.close());

  it('[STEP-11] starts with one press, with all that the step says', async () => {
    goTo('n3');
    await press('Start: alone, 5 minutes');
    await expect.poll(acts).toMatchObject([
      {
        method: 'POST',
        body: {
          kind: 'ideas',
          id: stepActivityId('ideas', shown.state().stepStartedAt ?? 0),
          step: 'n3',
          minutes: 5,
          prompt: 'Who helps, who hinders, who pays, who lives with it?',
          named: false,
          target: { kind: 'sheet' },
        },
      },
    ]);
  });

  it('[STEP-11] a press twice over is one: what has just come under the finger rests for a moment', async () => {
    goTo('n3');
    await settled();
    shown.activities(ideas());
    const reveal = shown.button('Reveal 30 ideas');
    expect(reveal?.getAttribute('aria-disabled')).toBe('true');
    shown.click(reveal);
    expect(acts()).toEqual([]);
    await press('Reveal 30 ideas');
    await expect.poll(acts).toMatchObject([{ method: 'PUT', body: { to: 'revealed', evenIfFew: false } }]);
    expect(shown.place.querySelector('[role="alertdialog"]')).toBeNull();
    shown.activities(ideas({ status: 'revealed' }));
    await press(/^On to the next step: Essential interests/);
    expect(shown.state().step).toBe('n3v');
  });

  it('[STEP-12] asks first where few wrote or nobody did, and where the server says so', async () => {
    goTo('n3');
    shown.activities(ideas({ ideas: 0, writers: 0, counted: 0 }));
    await press('Reveal 0 ideas');
    expect(acts()).toEqual([]);
    expect(shown.place.querySelector('[role="alertdialog"]')).not.toBeNull();
    shown.click(shown.button('Cancel'));
    shown.activities(ideas({ counted: 2 }));
    await press('Reveal 30 ideas');
    expect(shown.place.textContent).toContain('Only 2 people');
    shown.click(shown.button('Reveal anyway'));
    await expect.poll(acts).toMatchObject([{ body: { to: 'revealed', evenIfFew: true } }]);

    sent = [];
    shown.activities(ideas());
    refusal = 'few-writers';
    await press('Reveal 30 ideas');
    await expect.poll(() => shown.button('Reveal anyway')).toBeDefined();
    // somebody else has ended it: nothing is asked any more
    shown.activities(ideas({ status: 'revealed' }));
    expect(shown.button('Reveal anyway')).toBeUndefined();
  });

  it('[STEP-12] on to the next step shows first what is open, as the step says, with the same press', async () => {
    goTo('n3');
    shown.activities(ideas());
    await press(/^On to the next step/);
    await expect.poll(() => shown.state().step).toBe('n3v');
    expect(acts()).toMatchObject([{ method: 'PUT', body: { to: 'revealed' } }]);
  });

  it('[STEP-12] and stays where few wrote, until that is answered; what may outlive its step is left open', async () => {
    goTo('n3');
    shown.activities(ideas({ counted: 1 }));
    await press(/^On to the next step/);
    expect([shown.state().step, acts()]).toEqual(['n3', []]);
    shown.click(shown.button('Reveal anyway'));
    await expect.poll(() => shown.state().step).toBe('n3v');

    sent = [];
    const lasting = agenda.map((step) =>
      step.activity?.kind === 'ideas' ? { ...step, activity: { ...step.activity, end: 'nothing' as const } } : step,
    );
    shown.asks(cast.maya, { do: 'setAgenda', agenda: lasting, from: shown.state().agendaVersion });
    goTo('n3');
    shown.activities(ideas());
    await press(/^On to the next step/);
    await expect.poll(() => shown.state().step).toBe('n3v');
    expect(acts()).toEqual([]);
  });

  it('[STEP-11] a vote on what the board has is put together by itself', async () => {
    goTo('n3v');
    await press('Start the vote, 3 minutes');
    await expect.poll(acts).toMatchObject([
      {
        body: {
          kind: 'vote',
          step: 'n3v',
          minutes: 3,
          question: 'Which interests does our goal fail without?',
          cap: 2,
        },
      },
    ]);
    const { options, dots } = (acts()[0] as { body: { options: { ref: string }[]; dots: number } }).body;
    expect(options.length).toBeGreaterThan(1);
    for (const { ref } of options) expect(ref).toMatch(/^map:interests\/./);
    expect(dots).toBe(Math.max(2, Math.round(options.length / 4)));
  });

  it('[STEP-11] a vote that has nothing to vote on yet opens its form, with the question of the step', async () => {
    const on = { of: 'groups', step: 'n3' } as const;
    const grouped = agenda.map((step) =>
      step.activity?.kind === 'vote' ? { ...step, activity: { ...step.activity, on } } : step,
    );
    shown.asks(cast.maya, { do: 'setAgenda', agenda: grouped, from: shown.state().agendaVersion });
    goTo('n3v');
    await press('Start the vote, 3 minutes');
    await expect.poll(() => shown.screen.state().panel).toBe('workshop');
    expect(acts()).toEqual([]);
    expect(drafts.get('sealed.starting')).toBe('vote');
    expect(drafts.get('sealed.starting.vote')).toMatchObject({
      question: 'Which interests does our goal fail without?',
    });
    act(() => drafts.forgetAll());
  });

  it('[STEP-17] has the result of a vote with the press that closes it, but not on the way to the next step', async () => {
    const vote: SealedActivity = {
      kind: 'vote',
      id: stepActivityId('vote', 1),
      question: 'Which?',
      options: [],
      dots: 2,
      cap: 2,
      status: 'open',
      openedAt: 1,
      closedAt: null,
      cast: 5,
      counted: 5,
      invited: 5,
      totals: null,
    };
    goTo('n3v');
    shown.activities(vote);
    await press('Close the vote, 5 of 5');
    await expect.poll(() => shown.screen.state().panel).toBe('workshop');
    expect(acts()).toMatchObject([{ method: 'PUT', body: { to: 'closed' } }]);

    act(() => shown.screen.open(null));
    shown.activities({ ...vote, id: stepActivityId('vote', shown.state().stepStartedAt ?? 0) });
    await press(/^On to the next step/);
    await expect.poll(() => shown.state().step).toBe('n4');
    expect(shown.screen.state().panel).toBeNull();
  });

  it('[STEP-11] asks who is ready, goes on, and ends the workshop after asking', async () => {
    goTo('n1');
    await press('Ask who is ready');
    expect(shown.state().ready?.question).toContain('Have you found your place');
    await press(/^On to the next step: Goal/);
    expect(shown.state()).toMatchObject({ step: 'n2', ready: null });
    goTo('n9');
    await press('End the workshop');
    expect(shown.state().step).toBe('n9');
    shown.click(shown.place.querySelector('[role="alertdialog"] button'));
    await expect.poll(() => shown.state().step).toBeNull();
    // [STEP-17] what is left to do
    await expect.poll(() => shown.screen.state().panel).toBe('workshop');
  });
});
