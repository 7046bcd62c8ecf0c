/** What is chosen on the board as options of a vote: the words people read there, and what they stand for. */
import type { EntityRef } from '#client/map/Selection.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { ChosenText } from '#client/facilitation/CanvasView.ts';

export interface OptionDraft {
  readonly label: string;
  readonly ref: string | null;
}

const nameFields = ['title', 'name', 'text', 'role_title', 'statement'] as const;
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
    const shown = collection === 'placements' ? organizationOf(map, found?.['organization_id']) : found;
    const words = nameFields.map((field) => shown?.[field]).find((word) => typeof word === 'string' && word !== '');
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
