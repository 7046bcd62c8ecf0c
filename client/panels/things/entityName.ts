/** What a thing on the map is called for people; what has no name yet says so. Roles, never names of persons. */
import type { TFunction } from 'i18next';
import type { ListsWith } from '#shared/kinds/kinds.ts';
import { collectionNames, isCollectionName, kindOf } from '#shared/map/collections.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { endOf } from '#shared/map/references.ts';
import { lineKinds, trustStages } from '#shared/kinds/values.ts';
import { isBlank } from '#shared/text/unseen.ts';
import type { EntityRef } from '#client/map/Selection.ts';

/** Things that have details to look at and to change. */
export type Inspected = ListsWith<{ readonly details: readonly unknown[] }>;

export function isInspected(collection: string): collection is Inspected {
  return isCollectionName(collection) && kindOf(collection).details !== undefined;
}

export const inspected = collectionNames.filter(isInspected);

/** The entity of a reference; undefined when it is gone. */
export function entityOf(map: PartnershipMap, ref: EntityRef): Readonly<Record<string, unknown>> | undefined {
  const entities: readonly Readonly<Record<string, unknown>>[] = entitiesOf(map, ref.collection);
  return entities.find((entity) => entity['id'] === ref.id);
}

export function organizationName(map: PartnershipMap, id: string, t: TFunction): string {
  return map.organizations.find((one) => one.id === id)?.name || t('map.unnamed.organizations');
}

/** A round is known by its number. */
function activityName(round: Readonly<Record<string, unknown>> | undefined, t: TFunction): string {
  const [number, title] = [Number(round?.['number'] ?? 0), round?.['title']];
  return typeof title === 'string' && !isBlank(title)
    ? t('cycle.roundTitled', { number, title: title.trim() })
    : t('cycle.round', { number });
}

export function entityName(map: PartnershipMap, ref: EntityRef, t: TFunction): string {
  const { collection } = ref;
  if (!isInspected(collection)) return ref.id;
  const entity = entityOf(map, ref);
  const field = kindOf(collection).name;
  const value = field === null || collection === 'iterations' ? madeName(map, collection, entity, t) : entity?.[field];
  if (typeof value === 'string' && !isBlank(value)) return value;
  // an empty place is called by the question that stands in it
  const question = collection === 'interests' ? entity?.['placeholder'] : null;
  return typeof question === 'string' && !isBlank(question) ? question : t(`map.unnamed.${collection}`);
}

type Entity = Readonly<Record<string, unknown>> | undefined;

/** The name of what is called after what it connects, or by its number. */
function madeName(map: PartnershipMap, collection: Inspected, entity: Entity, t: TFunction): string {
  const textOf = (field: string) => String(entity?.[field] ?? '');
  switch (collection) {
    case 'placements':
      return organizationName(map, textOf('organization_id'), t);
    case 'seats':
      return entity ? personName(map, textOf('representative_id'), t) : '';
    case 'lines': {
      const kind = lineKinds.find((one) => one === entity?.['kind']);
      const [from, to] = [endName(map, textOf('from'), t), endName(map, textOf('to'), t)];
      return kind ? t('map.structure.line', { from, kind: t(`map.value.${kind}`), to }) : '';
    }
    case 'trust_stages': {
      const stage = trustStages.find((one) => one === entity?.['stage']);
      const word = stage ? t(`map.value.${stage}`) : '';
      return entity?.['date'] ? t('map.structure.trustOn', { stage: word, day: dateOf(textOf('date')) }) : word;
    }
    case 'trust_pulses':
      return entity ? t('map.structure.pulseOn', { day: dateOf(textOf('closed_on')) }) : '';
    case 'iterations':
      return activityName(entity, t);
    default:
      return '';
  }
}

/** Bodies, organizations and roles, as ends of lines. */
export function endName(map: PartnershipMap, end: string, t: TFunction): string {
  const { type, id } = endOf(end);
  if (type === 'body') return entityName(map, { collection: 'bodies', id }, t);
  return type === 'organization' ? organizationName(map, id, t) : personName(map, id, t);
}

/** A role with its organization, since many organizations have a director. */
export function personName(map: PartnershipMap, id: string, t: TFunction): string {
  const person = map.representatives.find((one) => one.id === id);
  const role = entityName(map, { collection: 'representatives', id }, t);
  return person ? `${role}, ${organizationName(map, person.organization_id, t)}` : role;
}

/** A day without its time, as `{{day}}` of a sentence. */
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

const standard = ['business', 'government', 'nonprofit', 'philanthropy', 'labor', 'community', 'education'] as const;

/** The word for a sector; a board may have its own. */
export function sectorName(map: PartnershipMap, sector: string | null, t: TFunction): string {
  if (sector === null) return t('map.sector.none');
  const known = standard.find((one) => one === sector);
  return map.sectors.find((one) => one.id === sector)?.label || (known ? t(`map.sector.${known}`) : sector);
}
