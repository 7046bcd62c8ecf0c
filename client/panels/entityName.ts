/** What a thing on the map is called for people; what has no name yet says so. Roles, never names of persons. */
import type { TFunction } from 'i18next';
import type { CollectionName } from '#shared/map/collections.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { EntityRef } from '#client/map/Selection.ts';

/** Things that have details to look at and to change. */
export const inspected = [
  'goal',
  'interests',
  'organizations',
  'placements',
  'representatives',
  'indicators',
  'actions',
] as const satisfies readonly CollectionName[];
export type Inspected = (typeof inspected)[number];

export function isInspected(collection: string): collection is Inspected {
  return inspected.some((one) => one === collection);
}

/** The entity of a reference; undefined when it is gone. */
export function entityOf(map: PartnershipMap, ref: EntityRef): Readonly<Record<string, unknown>> | undefined {
  const entities: readonly Readonly<Record<string, unknown>>[] = entitiesOf(map, ref.collection);
  return entities.find((entity) => entity['id'] === ref.id);
}

export function organizationName(map: PartnershipMap, id: string, t: TFunction): string {
  return map.organizations.find((one) => one.id === id)?.name || t('map.unnamed.organizations');
}

export function entityName(map: PartnershipMap, ref: EntityRef, t: TFunction): string {
  const { collection } = ref;
  if (!isInspected(collection)) return ref.id;
  const entity = entityOf(map, ref);
  if (collection === 'placements') return organizationName(map, String(entity?.['organization_id'] ?? ''), t);
  const field = { goal: 'statement', interests: 'title', organizations: 'name', indicators: 'name', actions: 'title' };
  const value = entity?.[collection === 'representatives' ? 'role_title' : field[collection]];
  return typeof value === 'string' && value.trim() !== '' ? value : t(`map.unnamed.${collection}`);
}

const standard = ['business', 'government', 'nonprofit', 'philanthropy', 'labor', 'community', 'education'] as const;

/** The word for a sector; a board may have its own. */
export function sectorName(map: PartnershipMap, sector: string | null, t: TFunction): string {
  if (sector === null) return t('map.sector.none');
  const known = standard.find((one) => one === sector);
  return map.sectors.find((one) => one.id === sector)?.label || (known ? t(`map.sector.${known}`) : sector);
}
