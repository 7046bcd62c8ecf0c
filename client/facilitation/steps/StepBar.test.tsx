// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { cast, showWorkshop, type ShownWorkshop, type Someone } from '#client/testing/showWorkshop.tsx';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { runSheets } from '#shared/testing/english.ts';
import { StepBar } from './StepBar.tsx';

let shown: ShownWorkshop;
afterEach(() => shown.close());

const show = async (who: Someone, options = {}): Promise<void> => {
  shown = await showWorkshop(who, <StepBar />, options);
};
const agenda = [...(runSheets[0]?.steps ?? [])];
const ended = { id: 'r1', kind: 'pulse', status: 'discarded' } as SealedActivity;

it('[STEP-7] before a workshop facilitators have its button', async () => {
  await show(cast.maya);
  expect(shown.button('Workshop')).toBeDefined();
});

it('[STEP-7] others have it where there is an agenda to read, and not without', async () => {
  await show(cast.jordan);
  expect(shown.button('Workshop')).toBeUndefined();
  shown.close();
  await show(cast.jordan, { agenda });
  expect(shown.button('Workshop')).toBeDefined();
});

it('[STEP-7] others have it where there is an earlier activity to read', async () => {
  await show(cast.olga);
  expect(shown.button('Workshop')).toBeUndefined();
  shown.activities(ended);
  expect(shown.button('Workshop')).toBeDefined();
});
