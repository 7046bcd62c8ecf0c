// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noCanvas } from '#client/facilitation/CanvasView.ts';
import { cast, peopleFor, showWorkshop, type ShownWorkshop } from '#client/facilitation/testing/showWorkshop.tsx';
import type { Step } from '#shared/session/Session.ts';
import { Preferences } from './Preferences.ts';
import { ServicesContext, type Services } from './Services.ts';
import { WorkshopOver } from './WorkshopOver.tsx';

const step = (id: string): Step => ({
  id,
  title: id,
  minutes: 5,
  instruction: '',
  view: 'coverage',
  stage: null,
  tools: null,
});
let shown: ShownWorkshop;
let opened: (string | null)[];

beforeEach(async () => {
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { media, matches: true }));
  opened = [];
  // nothing else is asked of them here
  const services = { preferences: new Preferences({ getItem: () => null, setItem: () => {} }) } as Services;
  shown = await showWorkshop(
    cast.jordan,
    <ServicesContext value={services}>
      <aside>
        <textarea />
      </aside>
      <WorkshopOver
        people={peopleFor(cast.jordan)}
        canvas={noCanvas}
        followed={null}
        onFollow={() => {}}
        onPanel={(name) => void opened.push(name)}
      />
    </ServicesContext>,
    { agenda: [step('first'), step('second')] },
  );
});
afterEach(() => {
  shown.close();
  vi.unstubAllGlobals();
});

it('[DRAFT-2] [STEP-5] a step opens its panel, but not over somebody who writes, and takes no focus from them', () => {
  shown.asks(cast.maya, { do: 'goToStep', step: 'first' });
  expect(opened).toEqual(['coverage']);
  const field = shown.place.querySelector('textarea');
  act(() => field?.focus());
  if (field) shown.type(field, 'Half a sente');
  shown.asks(cast.maya, { do: 'goToStep', step: 'second' });
  expect(opened).toEqual(['coverage']);
  expect(document.activeElement).toBe(field);
});
