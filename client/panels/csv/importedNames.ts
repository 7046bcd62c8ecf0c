/** What an import adds and changes, by name, for people to look at before it happens (CSV-4). */
import type { TFunction } from 'i18next';
import { applyToMap } from '#shared/map/applyToMap.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { ImportPreview } from '#shared/report/importPreview.ts';
import { entityName, isInspected, organizationName } from '../entityName.ts';

export type AddedKind = keyof ImportPreview['added'];
export const addedKinds = ['organizations', 'interests', 'placements', 'representatives', 'bodies', 'seats'] as const;

export interface ImportedNames {
  readonly added: Readonly<Record<AddedKind, readonly string[]>>;
  readonly changed: readonly string[];
}

export function importedNames(before: PartnershipMap, preview: ImportPreview, t: TFunction): ImportedNames {
  const after = applyToMap(before, preview.changes);
  const added: Record<AddedKind, string[]> = {
    organizations: [],
    interests: [],
    placements: [],
    representatives: [],
    bodies: [],
    seats: [],
  };
  const isNew = new Set<string>();
  for (const kind of addedKinds) {
    const known = new Set(before[kind].map(({ id }) => id));
    for (const { id } of after[kind]) {
      if (known.has(id)) continue;
      isNew.add(`${kind} ${id}`);
      added[kind].push(nameOf(after, kind, id, t));
    }
  }
  const touched = new Map(preview.changes.map((change) => [`${change.collection} ${change.id}`, change]));
  const changed = [...touched]
    .filter(([key]) => !isNew.has(key))
    .map(([, { collection, id }]) => nameOf(before, collection, id, t));
  return { added, changed };
}

function nameOf(map: PartnershipMap, collection: string, id: string, t: TFunction): string {
  if (collection === 'placements') {
    const placement = map.placements.find((one) => one.id === id);
    const interest = map.interests.find((one) => one.id === placement?.interest_id)?.title;
    const organization = organizationName(map, placement?.organization_id ?? '', t);
    return interest === undefined ? organization : t('map.csv.place', { organization, interest });
  }
  if (collection === 'bodies') return map.bodies.find((one) => one.id === id)?.name ?? id;
  const person = collection === 'seats' ? map.seats.find((one) => one.id === id)?.representative_id : id;
  if (collection === 'representatives' || collection === 'seats') {
    const found = map.representatives.find((one) => one.id === person);
    const role = entityName(map, { collection: 'representatives', id: person ?? '' }, t);
    return t('map.csv.speaksFor', { role, organization: organizationName(map, found?.organization_id ?? '', t) });
  }
  return isInspected(collection) ? entityName(map, { collection, id }, t) : id;
}
