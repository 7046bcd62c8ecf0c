/** What a step's vote is on, as options: the words people read there, and what they stand for. */
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { oneLine } from '#shared/text/unseen.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import type { VoteSubject } from '#shared/wire/StepActivity.ts';
import { lockKey } from '#shared/workshop/permits.ts';
import { thingOptions, type VotedOn } from '#shared/workshop/thingOptions.ts';
import type { OptionDraft } from './chosenOptions.ts';

const maxLabelLength = 300;

/** In the order in which they stand; things without a word have nothing to vote on. */
export function subjectOptions(
  on: VoteSubject,
  map: PartnershipMap,
  activities: readonly SealedActivity[],
): readonly OptionDraft[] {
  switch (on.of) {
    case 'interests':
      return things(map, { kind: 'interests' });
    case 'options':
      return withWords(on.options.map((label) => ({ label, ref: null })));
    case 'groups':
    case 'ideas': {
      const sheet = sheetOfStep(on.step, map, activities);
      if (sheet !== undefined) return things(map, { kind: on.of, sheet: sheet.id });
      return on.of === 'groups' ? [] : withWords(notesOfStep(on.step, map, activities));
    }
  }
}

function things(map: PartnershipMap, on: VotedOn): readonly OptionDraft[] {
  return thingOptions(map, on).map(({ label, ref }) => ({ label, ref }));
}

function withWords(options: readonly OptionDraft[]): readonly OptionDraft[] {
  return options.map(({ label, ref }) => ({ label: asLine(label), ref })).filter(({ label }) => label !== '');
}

/** Of what was revealed last in that step. */
function revealedIn(step: string, activities: readonly SealedActivity[]) {
  const found = activities.findLast((one) => one.step === step && one.kind === 'ideas' && one.status === 'revealed');
  return found?.kind === 'ideas' ? found : undefined;
}

function sheetOfStep(step: string, { sheets }: PartnershipMap, activities: readonly SealedActivity[]) {
  const revealed = revealedIn(step, activities);
  return sheets.findLast((sheet) => revealed !== undefined && sheet.activity_id === revealed.id);
}

/** Ideas that went into a stage of the cycle. */
function notesOfStep(step: string, map: PartnershipMap, activities: readonly SealedActivity[]): readonly OptionDraft[] {
  const target = revealedIn(step, activities)?.target;
  if (target?.kind !== 'stage') return [];
  const open = map.iterations.filter(({ status }) => status === 'open');
  const round = open.find(({ id }) => id === target.iteration) ?? open.at(-1);
  return map.notes
    .filter(({ iteration, stage }) => iteration === round?.number && stage === target.stage)
    .map(({ id, text }) => ({ label: text, ref: lockKey.entity('notes', id) }));
}

function asLine(text: string): string {
  return oneLine(text).slice(0, maxLabelLength);
}
