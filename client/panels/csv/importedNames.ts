/** What an import adds and changes, for people to look at before it happens (CSV-4). */
import type { TFunction } from 'i18next';
import type { CompareWords } from '#shared/compare/CompareWords.ts';
import { itemName } from '#shared/compare/itemName.ts';
import type { Change } from '#shared/map/Change.ts';
import type { CollectionName } from '#shared/map/collections.ts';
import { isSame } from '#shared/map/commands/entityFields.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { references } from '#shared/map/references.ts';
import type { ImportPreview } from '#shared/report/importing/importPreview.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { entityName, isInspected, organizationName } from '#client/panels/things/entityName.ts';

export type AddedKind = keyof ImportPreview['added'];
export const addedKinds = ['organizations', 'interests', 'placements', 'representatives', 'bodies', 'seats'] as const;

export interface ImportedName {
  readonly name: string;
  /** of what changes: field by field, from what to what */
  readonly details: readonly string[];
}

export interface ImportedIds {
  readonly added: Readonly<Record<AddedKind, readonly string[]>>;
  readonly changed: readonly EntityRef[];
}

/** What is added and changed, by id: names are made of those that somebody looks at. */
export function importedIds(changes: readonly Change[]): ImportedIds {
  const added: Record<AddedKind, string[]> = {
    organizations: [],
    interests: [],
    placements: [],
    representatives: [],
    bodies: [],
    seats: [],
  };
  const isNew = new Set<string>();
  const touched = new Map<string, EntityRef>();
  for (const { op, collection, id } of changes) {
    const key = `${collection} ${id}`;
    const kind = addedKinds.find((one) => one === collection);
    if (op === 'add' && kind !== undefined) {
      isNew.add(key);
      added[kind].push(id);
    } else if (!isNew.has(key)) touched.set(key, { collection, id });
  }
  return { added, changed: [...touched.values()] };
}

export interface Moments {
  readonly before: PartnershipMap;
  readonly after: PartnershipMap;
}

export function addedName({ after }: Moments, kind: AddedKind, id: string, t: TFunction): ImportedName {
  return { name: nameOf(after, kind, id, t), details: [] };
}

export function changedName(moments: Moments, ref: EntityRef, words: CompareWords, t: TFunction): ImportedName {
  const { collection, id } = ref;
  return { name: nameOf(moments.before, collection, id, t), details: detailsOf(moments, collection, id, words, t) };
}

type Entity = Readonly<Record<string, unknown>>;

/** Fields that the map writes by itself. */
const ownFields = ['id', 'order', 'created_on', 'changed_on', 'kind_since', 'position'];

function detailsOf(
  { before, after }: Moments,
  collection: CollectionName,
  id: string,
  words: CompareWords,
  t: TFunction,
): readonly string[] {
  const find = (map: PartnershipMap): Entity | undefined => {
    const entities: readonly Entity[] = entitiesOf(map, collection);
    return entities.find((one) => one['id'] === id);
  };
  const [was, is] = [find(before), find(after)];
  if (was === undefined || is === undefined) return [];
  const say = (map: PartnershipMap, field: string, value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'map.csv.yes' : 'map.csv.no');
    const lead = references.find((one) => one.from === collection && one.field === field)?.to;
    if (lead === undefined || lead === 'sectors' || lead === 'iterations' || value === null)
      return words.value(field, value);
    const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
    return ids.map((one) => itemName(map, lead, String(one), words)).join(', ') || words.value(field, null);
  };
  return Object.keys(is)
    .filter((field) => !ownFields.includes(field) && !isSame(was[field], is[field]))
    .map((field) =>
      words.fromTo(words.field(field, collection), say(before, field, was[field]), say(after, field, is[field])),
    );
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
