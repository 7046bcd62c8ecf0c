/** What people do in a step as it begins in the editor, and what of it is still to be written. */
import type { TFunction } from 'i18next';
import { questionOf } from '#client/facilitation/ideas/questionOf.ts';
import type { ActivityKind, StepActivity } from '#shared/wire/StepActivity.ts';
import type { Step } from '#shared/wire/WorkshopState.ts';
import { isBlank } from '#shared/text/unseen.ts';

export function newStepActivity(
  kind: ActivityKind,
  { instruction, stage }: Step,
  earlier: readonly Step[],
  t: TFunction,
): StepActivity {
  const asked = questionOf(instruction);
  switch (kind) {
    case 'ideas':
      return { kind, prompt: asked, named: false, place: stage ?? 'sheet', minutes: 5, end: 'show' };
    case 'vote': {
      const last = earlier.findLast(({ activity }) => activity?.kind === 'ideas');
      const on = last === undefined ? ({ of: 'interests' } as const) : ({ of: 'groups', step: last.id } as const);
      return { kind, question: asked, on, dots: null, cap: null, minutes: 3, end: 'show' };
    }
    case 'pulse':
      return { kind, minutes: 2, end: 'show' };
    case 'walk':
      return { kind };
    case 'ready':
      return { kind, question: t('workshop.ready.question') };
  }
}

/** As it is saved: without empty options. */
export function finishedActivity(activity: StepActivity | null): StepActivity | null {
  if (activity?.kind !== 'vote' || activity.on.of !== 'options') return activity;
  const options = activity.on.options.map((option) => option.trim()).filter((option) => !isBlank(option));
  return { ...activity, on: { of: 'options', options } };
}

/** People would not know what is asked. */
export function lacksWords(activity: StepActivity | null): boolean {
  if (activity === null) return false;
  if (activity.kind === 'ideas') return isBlank(activity.prompt);
  return (activity.kind === 'vote' || activity.kind === 'ready') && isBlank(activity.question);
}
