/** What a step's vote is on, as options: the words people read there, and what they stand for. */
import { sheetsOf, type Sheet } from '#shared/map/readings/sheets.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { oneLine } from '#shared/text/unseen.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import type { VoteSubject } from '#shared/wire/StepActivity.ts';
import type { OptionDraft } from './chosenOptions.ts';

const maxLabelLength = 300;

/** In the order in which they stand; things without a word have nothing to vote on. */
export function subjectOptions(
  on: VoteSubject,
  map: PartnershipMap,
  activities: readonly SealedActivity[],
): readonly OptionDraft[] {
  const found = optionsOf(on, map, activities);
  return found.map(({ label, ref }) => ({ label: asLine(label), ref })).filter(({ label }) => label !== '');
}

function optionsOf(
  on: VoteSubject,
  map: PartnershipMap,
  activities: readonly SealedActivity[],
): readonly OptionDraft[] {
  switch (on.of) {
    case 'interests':
      return map.interests.map(({ id, title }) => ({ label: title, ref: `map:interests/${id}` }));
    case 'options':
      return on.options.map((label) => ({ label, ref: null }));
    case 'groups':
      return (sheetOfStep(on.step, map, activities)?.groups ?? []).map(({ group }) => ({
        label: group.title,
        ref: `map:groups/${group.id}`,
      }));
    case 'ideas':
      return ideasOfStep(on.step, map, activities);
  }
}

/** Of what was revealed last in that step. */
function revealedIn(step: string, activities: readonly SealedActivity[]) {
  const found = activities.findLast((one) => one.step === step && one.kind === 'ideas' && one.status === 'revealed');
  return found?.kind === 'ideas' ? found : undefined;
}

function sheetOfStep(step: string, map: PartnershipMap, activities: readonly SealedActivity[]): Sheet | undefined {
  const revealed = revealedIn(step, activities);
  return sheetsOf(map).findLast(({ sheet }) => revealed !== undefined && sheet.activity_id === revealed.id);
}

function ideasOfStep(step: string, map: PartnershipMap, activities: readonly SealedActivity[]): readonly OptionDraft[] {
  const sheet = sheetOfStep(step, map, activities);
  if (sheet !== undefined) {
    const notes = [...sheet.groups.flatMap((group) => group.notes), ...sheet.ungrouped];
    return notes.map(({ idea }) => ({ label: idea.text, ref: `map:ideas/${idea.id}` }));
  }
  const target = revealedIn(step, activities)?.target;
  if (target?.kind !== 'stage') return [];
  const open = map.iterations.filter(({ status }) => status === 'open');
  const round = open.find(({ id }) => id === target.iteration) ?? open.at(-1);
  return map.notes
    .filter(({ iteration, stage }) => iteration === round?.number && stage === target.stage)
    .map(({ id, text }) => ({ label: text, ref: `map:notes/${id}` }));
}

function asLine(text: string): string {
  return oneLine(text).slice(0, maxLabelLength);
}
