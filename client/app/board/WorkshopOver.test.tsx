// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noCanvas } from '#client/board/CanvasPort.ts';
import { cast, showWorkshop, type ShownWorkshop, type Someone } from '#client/testing/showWorkshop.tsx';
import type { VoteActivity } from '#shared/wire/SealedActivity.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import { Preferences } from '#client/app/Preferences.ts';
import { ServicesContext, type Services } from '#client/app/Services.ts';
import { WorkshopOver } from './WorkshopOver.tsx';

const step = (id: string): Step => ({
  id,
  title: id,
  minutes: 5,
  instruction: '',
  view: 'coverage',
  stage: null,
  tools: null,
  activity: null,
});
let shown: ShownWorkshop;
let seen: string[];

/** A canvas comes after the page. */
const canvasComes = (): void =>
  act(() => shown.screen.change({ canvas: { ...noCanvas, showPart: (part) => void seen.push(part) } }));

async function show(who: Someone): Promise<void> {
  shown?.close();
  // nothing else is asked of them here
  const services = { preferences: new Preferences({ getItem: () => null, setItem: () => {} }) } as Services;
  const writing: Step = {
    ...step('write'),
    view: 'free',
    activity: { kind: 'ideas', prompt: 'Who?', named: false, place: 'sheet', minutes: 5, end: 'show' },
  };
  shown = await showWorkshop(
    who,
    <ServicesContext value={services}>
      <button type="button">Elsewhere</button>
      <aside>
        <textarea />
      </aside>
      <WorkshopOver />
    </ServicesContext>,
    { agenda: [step('first'), step('second'), { ...step('goal'), view: 'goal' }, writing] },
  );
}

beforeEach(async () => {
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { media, matches: true }));
  seen = [];
  await show(cast.jordan);
});
afterEach(() => {
  shown.close();
  vi.unstubAllGlobals();
});

it('[DRAFT-2] [STEP-5] a step opens its panel, but not over somebody who writes, and takes no focus from them', () => {
  canvasComes();
  shown.asks(cast.maya, { do: 'goToStep', step: 'first' });
  expect(shown.screen.state().panel).toBe('coverage');
  act(() => shown.screen.open(null));
  const field = shown.place.querySelector('textarea');
  act(() => field?.focus());
  if (field) shown.type(field, 'Half a sente');
  shown.asks(cast.maya, { do: 'goToStep', step: 'second' });
  expect(shown.screen.state().panel).toBeNull();
  expect(document.activeElement).toBe(field);
});

it('[STEP-5] whoever comes into a running step gets its view once, when their canvas is there', () => {
  shown.asks(cast.maya, { do: 'goToStep', step: 'goal' });
  expect(seen).toEqual([]);
  canvasComes();
  expect(seen).toEqual(['goal']);
  // a canvas of something else, and back: the view is theirs by then
  canvasComes();
  expect(seen).toEqual(['goal']);
});

const vote: VoteActivity = {
  kind: 'vote',
  id: 'aaaaaaaaaaaaaaaa',
  question: 'Which?',
  options: [],
  dots: 3,
  cap: 2,
  status: 'open',
  openedAt: 1,
  closedAt: null,
  cast: 0,
  counted: 0,
  invited: 3,
  totals: null,
};
const panel = () => shown.screen.state().panel;

it('[TAKEPART-12] what people take part in opens by itself and takes no focus, with the step that has it and when it begins', () => {
  const button = shown.place.querySelector('button');
  canvasComes();
  shown.asks(cast.maya, { do: 'goToStep', step: 'write' });
  expect([panel(), shown.screen.state().wasOpened]).toEqual(['workshop', false]);
  // put away, it is left alone until something begins
  act(() => shown.screen.close());
  shown.asks(cast.maya, { do: 'raiseHand' });
  expect(panel()).toBeNull();
  act(() => button?.focus());
  shown.activities(vote);
  expect(panel()).toBe('workshop');
  expect(document.activeElement).toBe(button);
});

it('[TAKEPART-12] [DRAFT-2] nobody is called away from what they write', () => {
  const field = shown.place.querySelector('textarea');
  act(() => field?.focus());
  if (field) shown.type(field, 'Half a sente');
  shown.activities(vote);
  expect(panel()).toBeNull();
  expect(document.activeElement).toBe(field);
});

it.each([cast.maya, cast.olga])('[TAKEPART-12] for who leads or looks on nothing opens by it ($role)', async (who) => {
  await show(who);
  shown.activities(vote);
  expect(panel()).toBeNull();
});

it('[COCKPIT-6] who leads gets the panel with each new step, in place of another one, and a step’s own view where it has one', async () => {
  await show(cast.maya);
  canvasComes();
  const button = shown.place.querySelector('button');
  act(() => button?.focus());
  act(() => shown.screen.open('sheets'));
  shown.asks(cast.maya, { do: 'goToStep', step: 'goal' });
  expect([panel(), document.activeElement]).toEqual(['workshop', button]);
  shown.asks(cast.maya, { do: 'goToStep', step: 'first' });
  expect(panel()).toBe('coverage');
  shown.asks(cast.maya, { do: 'goToStep', step: 'write' });
  expect(panel()).toBe('workshop');
  // put away, it is left alone until the next one
  act(() => shown.screen.close());
  shown.asks(cast.maya, { do: 'raiseHand' });
  expect(panel()).toBeNull();
});

it('[COCKPIT-6] where a panel would cover the canvas it comes only in place of another one', async () => {
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { media, matches: false }));
  await show(cast.maya);
  canvasComes();
  shown.asks(cast.maya, { do: 'goToStep', step: 'goal' });
  expect(panel()).toBeNull();
  act(() => shown.screen.open('sheets'));
  shown.asks(cast.maya, { do: 'goToStep', step: 'first' });
  expect(panel()).toBe('workshop');
});

it('[COCKPIT-6] [STEP-5] nothing comes over what was written in a panel and not sent, also after its field was left', async () => {
  await show(cast.maya);
  canvasComes();
  act(() => shown.screen.open('sheets'));
  const field = shown.place.querySelector('textarea');
  act(() => field?.focus());
  shown.type(field, 'Half a sente');
  shown.drafts.keep('form', { text: 'Half a sente', day: '' });
  act(() => field?.blur());
  shown.asks(cast.maya, { do: 'goToStep', step: 'goal' });
  expect(panel()).toBe('sheets');
  act(() => shown.drafts.forget('form'));
  shown.asks(cast.maya, { do: 'goToStep', step: 'write' });
  expect(panel()).toBe('workshop');
});
