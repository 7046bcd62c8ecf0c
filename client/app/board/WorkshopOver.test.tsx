// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noCanvas } from '#client/board/CanvasPort.ts';
import { cast, showWorkshop, type ShownWorkshop } from '#client/testing/showWorkshop.tsx';
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

beforeEach(async () => {
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { media, matches: true }));
  seen = [];
  // nothing else is asked of them here
  const services = { preferences: new Preferences({ getItem: () => null, setItem: () => {} }) } as Services;
  shown = await showWorkshop(
    cast.jordan,
    <ServicesContext value={services}>
      <aside>
        <textarea />
      </aside>
      <WorkshopOver />
    </ServicesContext>,
    { agenda: [step('first'), step('second'), { ...step('goal'), view: 'goal' }] },
  );
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
