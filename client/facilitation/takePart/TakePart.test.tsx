// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { ActivityResult } from '#client/facilitation/activities/ActivityResult.tsx';
import { ownActivitiesFor, type OwnGiven } from '#client/testing/ownActivitiesFor.ts';
import { cast, showWorkshop, type ShownWorkshop, type Someone } from '#client/testing/showWorkshop.tsx';
import { stepActivityId } from '#shared/wire/StepActivity.ts';
import type { IdeasActivity, VoteActivity } from '#shared/wire/SealedActivity.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import { TakePart } from './TakePart.tsx';

const step: Step = {
  id: 'people',
  title: 'Interests',
  minutes: 12,
  instruction: 'Alone, in silence: who helps, who hinders? One thought per note.',
  view: 'free',
  stage: null,
  tools: [],
  activity: { kind: 'ideas', prompt: 'Who lives with it?', named: false, place: 'sheet', minutes: 5, end: 'show' },
};
const common = { id: 'aaaaaaaaaaaaaaaa', status: 'open', openedAt: 1, closedAt: null, counted: 0 } as const;
const ideas: IdeasActivity = {
  ...common,
  kind: 'ideas',
  prompt: 'Who lives with it?',
  named: false,
  target: { kind: 'sheet' },
  ideas: 31,
  writers: 9,
};
const vote: VoteActivity = {
  ...common,
  kind: 'vote',
  question: 'Which are essential?',
  options: ['Schools', 'Housing', 'Transport'].map((label, at) => ({ id: `o${at}`, label, ref: null })),
  dots: 3,
  cap: 2,
  cast: 4,
  invited: 5,
  totals: null,
};
const idea = (id: string, text: string) => ({ id: id.padEnd(16, '0'), text, version: 1 });

// jsdom scrolls nothing
Element.prototype.scrollIntoView = () => {};

let shown: ShownWorkshop;
afterEach(() => shown.close());
const text = (): string => shown.place.textContent ?? '';
const heading = (): string => shown.place.querySelector('h3')?.textContent ?? '';
const fold = () => shown.place.querySelector('details');

async function show(given: OwnGiven | null, who: Someone = cast.jordan) {
  const own = given === null ? null : await ownActivitiesFor(given);
  shown = await showWorkshop(who, <TakePart />, {
    agenda: [step, { ...step, id: 'next', title: 'Coverage check', activity: null }],
    ...(own === null ? {} : { sealed: own.sealed, drafts: own.drafts }),
  });
  if (given !== null) shown.activities(given.activity);
  return own;
}

describe('what participants have before them', () => {
  it('[TAKEPART-1] the question stands first and what comes else below it, and a step says what it waits for', async () => {
    await show(null);
    expect(text()).toContain('No workshop is running');
    shown.asks(cast.maya, { do: 'goToStep', step: 'people' });
    expect(heading()).toBe('Who helps, who hinders?');
    expect(text()).toContain('One thought per note.');
    expect(text()).toContain('This begins when a facilitator starts it.');
    expect(text()).toContain('In this step we look and talk; only facilitators change the board.');
    expect(text()).toContain('Next: Coverage check');
    const begun = shown.state().stepStartedAt ?? 0;
    shown.activities({ ...ideas, id: stepActivityId('ideas', begun) });
    expect(heading()).toBe('Who lives with it?');
    expect(text()).not.toContain('This begins when');
    // the words of the step are not lost
    expect(text()).toContain('Alone, in silence');
    const order = ['Who lives with it?', 'Only you see your ideas', 'Your idea', 'In this step', 'Agenda', 'Signs to'];
    expect(order.map((part) => text().indexOf(part))).toEqual(
      order.map((part) => text().indexOf(part)).toSorted((a, b) => a - b),
    );
  });

  it('[TAKEPART-2] who sees what is read whole before one begins, then in short', async () => {
    await show({ activity: ideas });
    expect(fold()).toBeNull();
    expect(text()).toContain('Who wrote what is deleted then');
    shown.close();
    await show({ activity: ideas, mine: { ideas: [idea('one', 'Churches')] } });
    expect(fold()?.open).toBe(false);
    expect(fold()?.querySelector('summary')?.textContent).toBe('Only you see your ideas.');
    expect(fold()?.textContent).toContain('Who wrote what is deleted then');
  });

  it('[TAKEPART-3] own ideas stand the newest first; what is not on the server says so, and is removed where it is changed', async () => {
    const own = await show({
      activity: ideas,
      mine: { ideas: [idea('one', 'Churches'), idea('two', 'Schools')] },
      isOffline: true,
    });
    act(() => own?.sealed.addIdea(ideas.id, 'Buses'));
    const rows = () => [...shown.place.querySelectorAll('li[data-waiting]')];
    expect(rows().map((row) => row.querySelector('p')?.textContent)).toEqual(['Buses', 'Schools', 'Churches']);
    expect(rows().map((row) => row.getAttribute('data-waiting'))).toEqual(['true', 'false', 'false']);
    expect(rows()[0]?.textContent).toContain('Not on the server yet.');
    shown.click(shown.button('Change “Schools”'));
    shown.click(shown.button('Remove “Schools”'));
    expect(rows().map((row) => row.querySelector('p')?.textContent)).toEqual(['Buses', 'Churches']);
    expect(document.activeElement).toBe(shown.place.querySelector('textarea'));
  });

  it('[TAKEPART-4] the field is empty and has the focus after an idea, also when the button was pressed', async () => {
    await show({ activity: ideas });
    const field = shown.place.querySelector('textarea');
    act(() => field?.focus());
    shown.type(field, 'Buses at night');
    const write = shown.button('Write');
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    act(() => void write?.dispatchEvent(down));
    // a keyboard of a phone would go away with the focus
    expect(down.defaultPrevented).toBe(true);
    shown.click(write);
    expect(field?.value).toBe('');
    expect(document.activeElement).toBe(field);
    expect(text()).toContain('Buses at night');
  });

  it('[TAKEPART-5] what cannot be pressed in a vote keeps its place and the focus', async () => {
    await show({ activity: vote, mine: { dots: { o0: 2 } } });
    const less = shown.button('One dot less for “Housing”');
    const more = shown.button('One dot more for “Schools”');
    expect([less?.ariaDisabled ?? less?.getAttribute('aria-disabled'), less?.disabled]).toEqual(['true', false]);
    expect(more?.getAttribute('aria-disabled')).toBe('true');
    act(() => less?.focus());
    expect(document.activeElement).toBe(less);
    shown.click(less);
    shown.click(more);
    expect(text()).toContain('1 of 3 dots left.');
  });

  it('[TAKEPART-6] a result has totals and ties, and of nobody what they gave', async () => {
    const closed: VoteActivity = { ...vote, status: 'closed', closedAt: 2, totals: [5, 2, 5] };
    shown = await showWorkshop(cast.jordan, <ActivityResult activity={closed} />);
    const rows = [...shown.place.querySelectorAll('li')].map((row) => [
      row.getAttribute('data-place'),
      row.textContent,
    ]);
    expect(rows).toEqual([
      ['1', 'Schools5 dotstied, place 1'],
      ['1', 'Transport5 dotstied, place 1'],
      ['3', 'Housing2 dots'],
    ]);
    expect(text()).toContain('4 of 5 voted');
    expect(text()).toContain('Nobody can see who voted for what.');
  });
});
