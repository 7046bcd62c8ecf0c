// @vitest-environment jsdom
import { act, useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noCanvas, type CanvasView } from '#client/map/CanvasView.ts';
import { cast, peopleFor, showWorkshop, type ShownWorkshop } from '#client/testing/showWorkshop.tsx';
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
});
let shown: ShownWorkshop;
let opened: (string | null)[];
let seen: string[];

/** A canvas comes after the page. */
function Board() {
  const [canvas, setCanvas] = useState<CanvasView>(noCanvas);
  return (
    <>
      <button type="button" onClick={() => setCanvas({ ...noCanvas, showPart: (part) => void seen.push(part) })}>
        The canvas comes
      </button>
      <WorkshopOver
        people={peopleFor(cast.jordan)}
        canvas={canvas}
        followed={null}
        onFollow={() => {}}
        onPanel={(name) => void opened.push(name)}
      />
    </>
  );
}

beforeEach(async () => {
  vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { media, matches: true }));
  opened = [];
  seen = [];
  // nothing else is asked of them here
  const services = { preferences: new Preferences({ getItem: () => null, setItem: () => {} }) } as Services;
  shown = await showWorkshop(
    cast.jordan,
    <ServicesContext value={services}>
      <aside>
        <textarea />
      </aside>
      <Board />
    </ServicesContext>,
    { agenda: [step('first'), step('second'), { ...step('goal'), view: 'goal' }] },
  );
});
afterEach(() => {
  shown.close();
  vi.unstubAllGlobals();
});

it('[DRAFT-2] [STEP-5] a step opens its panel, but not over somebody who writes, and takes no focus from them', () => {
  shown.click(shown.button('The canvas comes'));
  shown.asks(cast.maya, { do: 'goToStep', step: 'first' });
  expect(opened).toEqual(['coverage']);
  const field = shown.place.querySelector('textarea');
  act(() => field?.focus());
  if (field) shown.type(field, 'Half a sente');
  shown.asks(cast.maya, { do: 'goToStep', step: 'second' });
  expect(opened).toEqual(['coverage']);
  expect(document.activeElement).toBe(field);
});

it('[STEP-5] whoever comes into a running step gets its view once, when their canvas is there', () => {
  shown.asks(cast.maya, { do: 'goToStep', step: 'goal' });
  expect(seen).toEqual([]);
  shown.click(shown.button('The canvas comes'));
  expect(seen).toEqual(['goal']);
  // a canvas of something else, and back: the view is theirs by then
  shown.click(shown.button('The canvas comes'));
  expect(seen).toEqual(['goal']);
});
