/** What a step of the agenda has people do, and what is made of it at its end. Public: it stands in the agenda that all get. */
import * as v from 'valibot';
import { line, storedLine } from '../text/line.ts';
import { stages } from '#shared/kinds/values.ts';

export const StepId = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/));

export const activityKinds = ['ideas', 'vote', 'pulse', 'walk', 'ready'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** Where ideas stand after the reveal: on a sheet of their own, or in a stage of the cycle. */
export const ideaPlaces = ['sheet', ...stages] as const;

export const stepActivityLimits = { options: 40, optionLength: 120, dots: 20 } as const;

/** The clock of the activity while it is open; 0: the clock of the step goes on. */
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600));
const dots = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(stepActivityLimits.dots));
/** `show`: whoever goes on to the next step ends it and shows what came of it; `nothing`: it stays open until somebody ends it. */
const end = v.picklist(['show', 'nothing']);

/** What is voted on. `step`: of which step the ideas are. */
export const VoteSubject = v.variant('of', [
  v.strictObject({ of: v.literal('ideas'), step: StepId }),
  v.strictObject({ of: v.literal('groups'), step: StepId }),
  v.strictObject({ of: v.literal('interests') }),
  v.strictObject({
    of: v.literal('options'),
    options: v.pipe(v.array(storedLine(stepActivityLimits.optionLength)), v.maxLength(stepActivityLimits.options)),
  }),
]);
export type VoteSubject = v.InferOutput<typeof VoteSubject>;

const Vote = v.strictObject({
  kind: v.literal('vote'),
  question: storedLine(300),
  on: VoteSubject,
  /** null: as many as suit the number of options */
  dots: v.nullable(dots),
  /** most dots of one person on one option; null: two */
  cap: v.nullable(dots),
  minutes,
  end,
});
const Ideas = v.strictObject({
  kind: v.literal('ideas'),
  prompt: storedLine(300),
  named: v.boolean(),
  place: v.picklist(ideaPlaces),
  minutes,
  end,
});
const Pulse = v.strictObject({ kind: v.literal('pulse'), minutes, end });
/** The stages of the cycle one after the other, from the first to the last. */
const Walk = v.strictObject({ kind: v.literal('walk') });
const Ready = v.strictObject({ kind: v.literal('ready'), question: storedLine(200) });

export const StepActivity = v.variant('kind', [Ideas, Vote, Pulse, Walk, Ready]);
export type StepActivity = v.InferOutput<typeof StepActivity>;
/** As it comes in: what is asked has words. */
export const WrittenActivity = v.variant('kind', [
  v.strictObject({ ...Ideas.entries, prompt: line(300) }),
  v.strictObject({ ...Vote.entries, question: line(300) }),
  Pulse,
  Walk,
  v.strictObject({ ...Ready.entries, question: line(200) }),
]);

/** Those whose answers the server keeps sealed. */
export type SealedStepActivity = Extract<StepActivity, { kind: 'ideas' | 'vote' | 'pulse' }>;

export function isSealed(activity: StepActivity): activity is SealedStepActivity {
  return activity.kind === 'ideas' || activity.kind === 'vote' || activity.kind === 'pulse';
}

/**
 * The id of the sealed activity that a step begins: one for each time the step is begun, so that two facilitators who press at
 * once begin one.
 */
export function stepActivityId(kind: SealedStepActivity['kind'], stepStartedAt: number): string {
  return kind.charAt(0) + stepStartedAt.toString(36).padStart(15, '0');
}
