// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OwnActivities } from '#client/facilitation/activities/OwnActivities.ts';
import { wantActivity } from '#client/facilitation/activities/wantedActivity.ts';
import { WorkshopPanel } from '#client/facilitation/WorkshopPanel.tsx';
import { systemClock } from '#client/connection/systemClock.ts';
import { Workshop } from '#client/connection/sync/Workshop.ts';
import { Drafts } from '#client/drafts/Drafts.ts';
import { cast, showWorkshop, type ShownWorkshop, type Someone } from '#client/testing/showWorkshop.tsx';
import { notedSheets, runSheets } from '#shared/testing/english.ts';
import type { IdeasActivity, SealedActivity, VoteActivity } from '#shared/wire/SealedActivity.ts';
import { stepActivityId } from '#shared/wire/StepActivity.ts';
import { splitNotes } from '#shared/workshop/agendaNotes.ts';
import { wantPart } from './wantedPart.ts';

const agenda = [...(runSheets[0]?.steps ?? [])];
const { notes } = splitNotes(notedSheets[0]?.steps ?? []);
const asked: string[] = [];
let shown: ShownWorkshop;
let line: Workshop;

/** A server on which two doers and a designee are here. */
const server = {
  ask: async (path: string) => {
    asked.push(path);
    return {
      ok: true,
      value: path === '/people/kinds' ? { designee: 1, doer: 2, decision_maker: 0 } : { agendas: [] },
    };
  },
} as never;

async function show(who: Someone, options = {}): Promise<void> {
  asked.length = 0;
  line = new Workshop(systemClock);
  const drafts = new Drafts(null, { board: 'b', person: 'p' });
  const sealed = new OwnActivities({
    workshop: line,
    send: async () => ({ ok: true, value: undefined }),
    showRefusal: () => {},
    drafts,
    after: () => () => {},
  });
  const panel = <WorkshopPanel starters={<p>Ways to begin</p>} after={<p>What is left</p>} />;
  shown = await showWorkshop(who, panel, { agenda, notes, sealed, drafts, board: { server }, ...options });
}

/** To the page as a whole, and to what is one's own in it. */
function tell(...rounds: SealedActivity[]): void {
  line.receive({ type: 'rounds', now: Date.now(), rounds });
  shown.activities(...rounds);
}

const text = () => shown.place.textContent ?? '';
const goTo = (step: string): void => shown.asks(cast.maya, { do: 'goToStep', step });
const title = (name: string | RegExp) =>
  [...shown.place.querySelectorAll<HTMLButtonElement>('[role=group] > [aria-expanded]')].find((one) =>
    typeof name === 'string' ? one.textContent === name : name.test(one.textContent ?? ''),
  );
const isOpen = (name: string | RegExp) => title(name)?.getAttribute('aria-expanded');
const ideas = (change: Partial<IdeasActivity> = {}): IdeasActivity => ({
  kind: 'ideas',
  id: stepActivityId('ideas', shown.state().stepStartedAt ?? 0),
  prompt: 'Who?',
  named: false,
  target: { kind: 'sheet' },
  status: 'open',
  openedAt: 1,
  closedAt: null,
  step: 'n3',
  ideas: 4,
  writers: 1,
  counted: 1,
  ...change,
});

beforeEach(() => {
  localStorage.clear();
  // jsdom draws nothing
  Element.prototype.scrollIntoView = vi.fn<() => void>();
});
afterEach(() => shown.close());

describe('the panel of a facilitator in a running step', () => {
  it('[COCKPIT-1] [STEP-14] has what everybody reads, then what only facilitators see: counts, kinds, hands and notes, and two acts', async () => {
    await show(cast.maya);
    goTo('n3');
    shown.activities(ideas());
    shown.asks(cast.jordan, { do: 'raiseHand' });
    const only = shown.place.querySelector('section[aria-labelledby]:nth-of-type(2)');
    expect(only?.querySelector('h3')?.textContent).toBe('Only facilitators see this');
    expect(only?.textContent).toContain('1 of 2 has written');
    expect(only?.textContent).toContain('4 here now');
    expect(only?.textContent).toContain('Let two or three people group together');
    expect(only?.querySelector('ol')?.textContent).toContain('Jordan Tate');
    await expect.poll(() => only?.textContent).toContain('Designee: 1Doer: 2Decision-maker: 0');
    const acts = shown.place.querySelector('[aria-label="Likely next"]');
    const names = [...(acts?.querySelectorAll('button') ?? [])].map((one) => one.textContent);
    expect(names).toEqual(['Reveal 4 ideas', '+1 minute']);
    // one's own part is not in the way
    expect(shown.place.querySelector('textarea')).toBeNull();
  });

  it('[COCKPIT-1] [COCKPIT-4] [STEP-14] nobody else gets anything of it, and asks for none of it', async () => {
    for (const who of [cast.jordan, cast.olga]) {
      await show(who);
      goTo('n3');
      shown.activities(ideas());
      for (const secret of ['Only facilitators', 'has written', 'here now', 'Let two or three', 'Frame and locks'])
        expect(text()).not.toContain(secret);
      expect(shown.place.querySelector('[aria-label="Likely next"]')).toBeNull();
      expect(asked).not.toContain('/people/kinds');
      shown.close();
    }
    await show(cast.maya);
  });

  it('[COCKPIT-2] does the second act, and a press twice over is one', async () => {
    await show(cast.maya);
    goTo('n3');
    await expect.poll(() => shown.button('Ask who is ready')?.getAttribute('aria-disabled')).toBeNull();
    shown.click(shown.button('Ask who is ready'));
    expect(shown.state().ready?.question).toBe('Are you ready?');
    const end = shown.button('End the check, 0 of 2 ready');
    shown.click(end);
    expect(shown.state().ready).not.toBeNull();
    await expect.poll(() => end?.getAttribute('aria-disabled')).toBeNull();
    shown.click(end);
    expect(shown.state().ready).toBeNull();
  });

  it('[COCKPIT-1] the first hands are in sight, the others on request', async () => {
    await show(cast.maya);
    goTo('n4');
    for (const who of [cast.jordan, cast.amina, cast.maya]) shown.asks(who, { do: 'raiseHand' });
    const hands = () => [...shown.place.querySelectorAll('ol li')].map((one) => one.textContent);
    expect(hands()).toEqual([expect.stringContaining('Jordan'), expect.stringContaining('Amina')]);
    shown.click(shown.button('1 more'));
    expect(hands()).toHaveLength(3);
    shown.click(shown.button('Lower all hands'));
    expect(shown.state().hands).toEqual([]);
  });
});

describe('its folded parts', () => {
  it('[COCKPIT-3] open with one press, stay open on this device, and fold again', async () => {
    await show(cast.maya);
    goTo('n3');
    expect(isOpen('Clock')).toBe('false');
    expect(shown.button('Pause the clock')).toBeUndefined();
    shown.click(title('Clock'));
    expect(isOpen('Clock')).toBe('true');
    expect(shown.button('Pause the clock')).toBeDefined();
    shown.close();
    await show(cast.maya);
    goTo('n4');
    expect(isOpen('Clock')).toBe('true');
    shown.click(title('Clock'));
    expect(isOpen('Clock')).toBe('false');
    shown.close();
    await show(cast.maya);
    expect(isOpen('Clock')).toBe('false');
  });

  it('[COCKPIT-3] all that a facilitator can do is in them, and titles say what is on', async () => {
    await show(cast.maya);
    goTo('n3');
    const all = ['Agenda', 'Clock', 'Activities', 'Ready check', 'Spotlight', 'Frame and locks', 'Signs'];
    for (const name of all) shown.click(title(name));
    const inside = [
      'Change the agenda',
      'End the workshop',
      'Next: Essential interests',
      'Pause the clock',
      'Ask',
      'Bring everyone here',
      'Everyone may change the frame',
      'Lock everything',
      'Applause',
    ];
    for (const name of inside) expect(shown.button(name), name).toBeDefined();
    expect(text()).toContain('Ways to begin');
    for (const name of all) shown.click(title(name));
    shown.asks(cast.maya, { do: 'askReady', question: 'Ready?' });
    shown.asks(cast.maya, { do: 'lockAll', on: true });
    shown.asks(cast.maya, { do: 'pauseTimer' });
    shown.asks(cast.maya, { do: 'spotlight', person: cast.maya.id, firm: false, place: null });
    for (const told of [
      'Ready check, 0 of 2 ready',
      'Frame and locks, everything locked',
      'Clock, paused',
      'Spotlight, on',
    ])
      expect(title(told), told).toBeDefined();
    shown.asks(cast.maya, { do: 'lockAll', on: false });
    shown.asks(cast.maya, { do: 'openSkeleton', open: true });
    expect(title('Frame and locks, frame open to all')).toBeDefined();
  });

  it('[COCKPIT-3] one’s own part opens by the banner, a result by itself, the agenda from the rail', async () => {
    await show(cast.maya);
    goTo('n3');
    shown.activities(ideas());
    expect(isOpen('Your ideas')).toBe('false');
    shown.close();

    await show(cast.maya);
    goTo('n3');
    const own = ideas();
    shown.activities(own);
    shown.close();
    wantActivity(own.id);
    wantPart('agenda');
    await show(cast.maya);
    goTo('n3');
    shown.activities(own);
    expect(isOpen('Your ideas')).toBe('true');
    expect(shown.place.querySelector('textarea')).not.toBeNull();
    expect(isOpen('Agenda')).toBe('true');
    shown.click(title('Agenda'));
    expect(isOpen('Agenda')).toBe('false');
    shown.close();
    await show(cast.maya);
    goTo('n3');
    expect(isOpen('Agenda')).toBe('false');
  });

  it('[COCKPIT-5] before a workshop run sheets are offered, at its end what is left to do', async () => {
    await show(cast.maya, { agenda: [] });
    expect(shown.button(/^Who is needed for our goal\?/)).toBeDefined();
    expect(title('Agenda')).toBeUndefined();
    expect(text()).toContain('4 here now');
    shown.click(shown.button(/^Who is needed for our goal\?/));
    expect(text()).not.toContain('What is left');
    shown.click(shown.button('Start the workshop'));
    goTo('n9');
    expect(text()).toContain('What is left');
    shown.asks(cast.maya, { do: 'endWorkshop' });
    expect(text()).toContain('What is left');
    expect(shown.button('Start the workshop')).toBeDefined();
  });
});

describe('what a vote gave', () => {
  it('[COCKPIT-3] stands open in the panel once it is closed, while it ran one’s own part was folded', async () => {
    await show(cast.maya);
    goTo('n3v');
    const vote: VoteActivity = {
      kind: 'vote',
      id: stepActivityId('vote', shown.state().stepStartedAt ?? 0),
      question: 'Which?',
      options: [{ id: 'o1', label: 'Schools', ref: null }],
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
    tell(vote);
    expect(isOpen('Your vote')).toBe('false');
    expect(text()).not.toContain('Schools');
    tell({ ...vote, status: 'closed', closedAt: Date.now() + 1_000, totals: [7] });
    expect(isOpen('The result')).toBe('true');
    expect(text()).toContain('Schools');
    expect(shown.button('Show the result large')).toBeDefined();
    shown.click(title('The result'));
    expect(text()).not.toContain('Schools');
  });
});
