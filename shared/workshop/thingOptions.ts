/** What is voted on, as options: each thing stands for itself, under the words that it has when the vote begins. */
import type { EntityOf } from '#shared/map/collections.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { sheetOf } from '#shared/map/readings/sheets.ts';
import { cutAtWord } from '#shared/text/cutAtWord.ts';
import { isBlank } from '#shared/text/unseen.ts';
import type { VoteOption } from '#shared/wire/SealedActivity.ts';
import { lockKey } from './permits.ts';

export type VotedOn = { readonly kind: 'ideas' | 'groups'; readonly sheet: string } | { readonly kind: 'interests' };

const maxLabelLength = 300;

/** All of them, also where they are more than a vote takes; what says nothing is no option. */
export function thingOptions(map: PartnershipMap, on: VotedOn): readonly VoteOption[] {
  return thingsOf(map, on)
    .filter(({ text }) => !isBlank(text))
    .map(({ ref, text }, at) => ({ id: `o${at + 1}`, label: cutAtWord(text, maxLabelLength).line, ref }));
}

interface Thing {
  readonly ref: string;
  readonly text: string;
}

function thingsOf(map: PartnershipMap, on: VotedOn): readonly Thing[] {
  if (on.kind === 'interests')
    return map.interests.map(({ id, title }) => ({ ref: lockKey.entity('interests', id), text: title }));
  const shown = sheetOf(map, on.sheet);
  if (shown === null) return [];
  const ideaThing = ({ id, text }: EntityOf<'ideas'>): Thing => ({ ref: lockKey.entity('ideas', id), text });
  if (on.kind === 'groups')
    return shown.groups.map(({ group, notes }) => ({
      ref: lockKey.entity('groups', group.id),
      text: isBlank(group.title) ? (notes[0]?.idea.text ?? '') : group.title,
    }));
  return [...shown.groups.flatMap(({ notes }) => notes), ...shown.ungrouped].map(({ idea }) => ideaThing(idea));
}
