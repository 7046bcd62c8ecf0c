/** What the server is asked for when a step begins its activity. */
import type { OptionDraft } from '#client/facilitation/vote/chosenOptions.ts';
import { subjectOptions } from '#client/facilitation/vote/subjectOptions.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { IdeaTarget, SealedActivity } from '#shared/wire/SealedActivity.ts';
import { type OpenActivity, sealedLimits } from '#shared/wire/SealedRequest.ts';
import { type SealedStepActivity, stepActivityId } from '#shared/wire/StepActivity.ts';
import { suggestedCap, suggestedDots } from '#shared/workshop/votes.ts';

export interface BegunStep {
  readonly step: string;
  readonly stepStartedAt: number;
}

export interface StepAround {
  readonly map: PartnershipMap;
  readonly activities: readonly SealedActivity[];
}

/** A vote that has too few options, or more than people can hold beside each other, is put together by hand. */
export interface ToChoose {
  readonly choose: readonly OptionDraft[];
}

export function openStepActivity(
  activity: SealedStepActivity,
  { step, stepStartedAt }: BegunStep,
  { map, activities }: StepAround,
): OpenActivity | ToChoose {
  const common = { id: stepActivityId(activity.kind, stepStartedAt), step, minutes: activity.minutes };
  switch (activity.kind) {
    case 'ideas': {
      const { prompt, named, place } = activity;
      return { kind: 'ideas', ...common, prompt, named, target: targetOf(place, map) };
    }
    case 'vote': {
      const found = subjectOptions(activity.on, map, activities);
      if (found.length < sealedLimits.minOptions || found.length > sealedLimits.maxOptions) return { choose: found };
      const options = found.map((option, index) => ({ id: `o${index + 1}`, ...option }));
      const dots = activity.dots ?? suggestedDots(options.length);
      const cap = Math.min(dots, activity.cap ?? suggestedCap);
      return { kind: 'vote', ...common, question: activity.question, options, dots, cap };
    }
    case 'pulse':
      // who runs it asks, and is not asked
      return { kind: 'pulse', ...common, abstain: true };
  }
}

function targetOf(place: Extract<SealedStepActivity, { kind: 'ideas' }>['place'], map: PartnershipMap): IdeaTarget {
  if (place === 'sheet') return { kind: 'sheet' };
  const round = map.iterations.findLast(({ status }) => status === 'open');
  return { kind: 'stage', stage: place, iteration: round?.id ?? '' };
}
