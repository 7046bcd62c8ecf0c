// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { cast, showWorkshop, type ShownWorkshop, type Someone } from '#client/testing/showWorkshop.tsx';
import type { Step } from '#shared/wire/WorkshopState.ts';
import { StepAbove } from './StepAbove.tsx';

const step = (id: string, view: Step['view']): Step => ({
  id,
  title: `The step ${id}`,
  minutes: 5,
  instruction: 'We read three of them aloud.',
  view,
  stage: null,
  tools: null,
  activity: null,
});
const agenda = [step('look', 'coverage'), step('do', 'actions'), step('write', 'free')];
let shown: ShownWorkshop;
afterEach(() => shown.close());

async function at(who: Someone, of: string, view: string): Promise<string> {
  shown?.close();
  shown = await showWorkshop(who, <StepAbove view={view} />, { agenda });
  shown.asks(cast.maya, { do: 'goToStep', step: of });
  return shown.place.textContent ?? '';
}

it('[COCKPIT-6] above the view of a step stand the step, its words, and one press to its notes', async () => {
  expect(await at(cast.maya, 'look', 'coverage')).toContain('Step 1 of 3: The step look');
  expect(await at(cast.maya, 'look', 'findings')).toContain('We read three of them aloud.');
  shown.click(shown.button('Notes and what comes next'));
  expect(shown.screen.state().panel).toBe('workshop');
  expect(await at(cast.maya, 'do', 'actions')).toContain('Step 2 of 3: The step do');
});

it('[COCKPIT-6] nowhere else, and not for whoever takes part', async () => {
  expect(await at(cast.maya, 'look', 'actions')).toBe('');
  expect(await at(cast.maya, 'write', 'findings')).toBe('');
  expect(await at(cast.jordan, 'look', 'coverage')).toBe('');
});
