/** A vote that is being put together by hand: on a facilitator's own account, or for a step whose options are not clear. */
import * as v from 'valibot';
import type { Drafts } from '#client/drafts/Drafts.ts';
import { newSealedId } from '#client/facilitation/activities/newSealedId.ts';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import { type StepActivity, stepActivityId } from '#shared/wire/StepActivity.ts';
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';
import type { OptionDraft } from './chosenOptions.ts';

export const voteDraftName = 'sealed.starting.vote';
/** Which form is open. */
export const startingName = 'sealed.starting';

export const VoteDraft = v.object({
  question: v.string(),
  rows: v.array(v.object({ key: v.string(), label: v.string(), ref: v.nullable(v.string()) })),
  dots: v.nullable(v.number()),
  cap: v.nullable(v.number()),
  abstains: v.boolean(),
  /** for which step, begun when */
  begun: v.optional(v.nullable(v.object({ step: v.string(), stepStartedAt: v.number(), minutes: v.number() })), null),
});
export type VoteDraft = v.InferOutput<typeof VoteDraft>;
export type VoteRow = VoteDraft['rows'][number];

export function emptyRow(newId: () => string): VoteRow {
  return { key: newId(), label: '', ref: null };
}

/** As many as a vote may have. */
export function asRows(options: readonly OptionDraft[], newId: () => string): readonly VoteRow[] {
  return options.slice(0, sealedLimits.maxOptions).map(({ label, ref }) => ({ label, ref, key: newId() }));
}

/** Opens the form with what the step says and what there is to vote on. */
export function chooseByHand(
  drafts: Drafts,
  { question, dots, cap, minutes }: Extract<StepActivity, { kind: 'vote' }>,
  begun: { readonly step: string; readonly stepStartedAt: number },
  options: readonly OptionDraft[],
): void {
  const empty = Array.from({ length: Math.max(0, sealedLimits.minOptions - options.length) }, () => ({
    label: '',
    ref: null,
  }));
  const rows = [...options, ...empty].map((option) => ({ ...option, key: newSealedId() }));
  const draft: VoteDraft = { question, rows, dots, cap, abstains: false, begun: { ...begun, minutes } };
  drafts.keep(voteDraftName, draft);
  drafts.keep(startingName, 'vote');
}

/** Id and step of the vote; where another step runs by now it is one of no step. */
export function ofBegunStep(
  begun: VoteDraft['begun'],
  { step, stepStartedAt }: Pick<WorkshopState, 'step' | 'stepStartedAt'>,
  newId: () => string,
): { readonly id: string; readonly step?: string; readonly minutes?: number } {
  if (begun === null || begun.step !== step || begun.stepStartedAt !== stepStartedAt) return { id: newId() };
  return { id: stepActivityId('vote', begun.stepStartedAt), step: begun.step, minutes: begun.minutes };
}
