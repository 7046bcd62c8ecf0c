/** What is chosen on the board as options of a vote: the words people read there, and what they stand for. */
import type { EntityRef } from '#client/map/Selection.ts';
import { kindOf } from '#shared/map/collections.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { ChosenText } from '#client/board/CanvasPort.ts';

export interface OptionDraft {
  readonly label: string;
  readonly ref: string | null;
}

const maxLabelLength = 300;

/** Things without a word have nothing to vote on. */
export function chosenOptions(
  map: PartnershipMap,
  refs: readonly EntityRef[],
  texts: readonly ChosenText[],
): readonly OptionDraft[] {
  const ofMap = refs.map(({ collection, id }): OptionDraft => {
    const entities: readonly Readonly<Record<string, unknown>>[] = entitiesOf(map, collection);
    const found = entities.find((one) => one['id'] === id);
    const isPlaced = collection === 'placements';
    const shown = isPlaced ? organizationOf(map, found?.['organization_id']) : found;
    const field = kindOf(isPlaced ? 'organizations' : collection).name;
    const words = field === null ? null : shown?.[field];
    return { label: typeof words === 'string' ? line(words) : '', ref: `map:${collection}/${id}` };
  });
  const drawn = texts.map(({ id, text }): OptionDraft => ({ label: line(text), ref: `canvas:${id}` }));
  return [...ofMap, ...drawn].filter(({ label }) => label !== '');
}

function organizationOf(map: PartnershipMap, id: unknown): Readonly<Record<string, unknown>> | undefined {
  return map.organizations.find((one) => one.id === id);
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, maxLabelLength);
}
