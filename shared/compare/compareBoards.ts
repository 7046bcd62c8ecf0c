/**
 * Compares two moments of a board (COMPARE-1): pure, both read on one day, so that only what people did differs. What only
 * followed from something else is told with it and not by itself: an interest that went is one change, whoever stood in it.
 */
import { same } from '#shared/board/same.ts';
import { collectionNames, type CollectionName, kindOf } from '#shared/map/collections.ts';
import { indexMap } from '#shared/map/MapIndex.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { coverage, coveragePercent } from '#shared/map/readings/coverage.ts';
import { compareBase } from '#shared/map/readings/coverageBase.ts';
import { endOf, lineEnds, namedIds, references } from '#shared/map/references.ts';
import { computeFindings } from '#shared/map/rules/computeFindings.ts';
import type { Finding } from '#shared/map/rules/Finding.ts';
import type {
  Attendant,
  BoardMoment,
  ChangeGroup,
  Comparison,
  CoverageChange,
  FieldChange,
  ItemChange,
} from './Comparison.ts';

type Entity = Readonly<Record<string, unknown>>;
type Sides = { readonly before: PartnershipMap; readonly after: PartnershipMap };

/** The order in which people read them: what the map is made of first. */
const last: readonly CollectionName[] = ['goals_before', 'sectors'];
export const comparedCollections = [...collectionNames.filter((name) => !last.includes(name)), ...last];

const alwaysSilent = new Set(['id', 'order', 'created_on', 'changed_on']);

export function compareBoards(before: BoardMoment, after: BoardMoment, asOf: string): Comparison {
  const sides: Sides = { before: before.map, after: after.map };
  const items = withAttendants(
    comparedCollections.flatMap((collection) => compareCollection(sides, collection)),
    sides,
  );
  const groups = comparedCollections
    .map((collection): ChangeGroup => ({ collection, items: items.filter((item) => item.collection === collection) }))
    .filter((group) => group.items.length > 0);
  const [was, is] = [indexMap(before.map, asOf), indexMap(after.map, asOf)];
  const drawings = compareDrawings(before.drawings, after.drawings);
  return {
    groups,
    percent: { before: coveragePercent(was), after: coveragePercent(is) },
    base: compareBase(was, is),
    coverage: compareCoverage(coverage(was), coverage(is)),
    findings: compareFindings(computeFindings(was), computeFindings(is)),
    drawings,
    isSame: groups.length === 0 && drawings.added + drawings.removed + drawings.changed === 0,
  };
}

/** Placements are known by where they stand: one that lost its interest keeps an id that names it. */
function keyOf(collection: CollectionName, entity: Entity): string {
  return collection === 'placements'
    ? JSON.stringify([entity['organization_id'], entity['interest_id'], entity['part_of_work']])
    : String(entity['id']);
}

function byKey(map: PartnershipMap, collection: CollectionName): ReadonlyMap<string, Entity> {
  const entities: readonly Entity[] = entitiesOf(map, collection);
  return new Map(entities.map((entity) => [keyOf(collection, entity), entity]));
}

function compareCollection({ before, after }: Sides, collection: CollectionName): readonly ItemChange[] {
  const [was, is] = [byKey(before, collection), byKey(after, collection)];
  const change = (how: ItemChange['how'], entity: Entity, fields: readonly FieldChange[] = []): ItemChange => ({
    collection,
    id: String(entity['id']),
    how,
    fields,
    attendants: [],
  });
  const removed = [...was].filter(([key]) => !is.has(key)).map(([, entity]) => change('removed', entity));
  const others = [...is].flatMap(([key, entity]) => {
    const old = was.get(key);
    if (old === undefined) return [change('added', entity)];
    const fields = compareFields(after, collection, old, entity);
    return fields.length === 0 ? [] : [change('changed', entity, fields)];
  });
  return [...others, ...removed];
}

function compareFields(
  after: PartnershipMap,
  collection: CollectionName,
  old: Entity,
  entity: Entity,
): readonly FieldChange[] {
  const { silent = [] } = kindOf(collection);
  return Object.keys(entity).flatMap((field) => {
    if (alwaysSilent.has(field) || silent.includes(field) || same(old[field], entity[field])) return [];
    if (lostOnlyGone(after, collection, field, old[field], entity[field])) return [];
    return [{ field, before: old[field], after: entity[field] }];
  });
}

/** True when a reference, or a list of them, lost nothing but what went from the board. */
function lostOnlyGone(
  after: PartnershipMap,
  collection: CollectionName,
  field: string,
  old: unknown,
  now: unknown,
): boolean {
  const reference = references.find((one) => one.from === collection && one.field === field);
  if (reference === undefined || reference.to === 'iterations' || reference.to === 'sectors') return false;
  if (Array.isArray(old) !== Array.isArray(now) && now !== null) return false;
  const there = new Set(entitiesOf(after, reference.to).map(({ id }) => id));
  return same(
    namedIds(old).filter((id) => there.has(id)),
    namedIds(now),
  );
}

/** Whom an entity belongs to: it comes and goes with any of these. */
function ownersOf(collection: CollectionName, entity: Entity): readonly Attendant[] {
  const owners = references
    .filter(({ from, how, comesWith }) => from === collection && (how === 'owner' || comesWith === true))
    .map(({ field, to }) => ({ collection: to, id: entity[field] }));
  const ends = collection === 'lines' ? ['from', 'to'].map((field) => endOf(String(entity[field]))) : [];
  return [...owners, ...ends.map(({ type, id }) => ({ collection: lineEnds[type], id }))].flatMap(
    ({ collection: to, id }) =>
      to === undefined || id === null || id === undefined ? [] : { collection: to, id: String(id) },
  );
}

function withAttendants(items: readonly ItemChange[], sides: Sides): readonly ItemChange[] {
  const { before, after } = sides;
  const name = (how: string, { collection, id }: Attendant): string => `${how} ${collection} ${id}`;
  const owners = new Map(items.filter((item) => item.how !== 'changed').map((item) => [name(item.how, item), item]));
  const entities = {
    added: new Map(collectionNames.map((collection) => [collection, byId(after, collection)])),
    removed: new Map(collectionNames.map((collection) => [collection, byId(before, collection)])),
  };
  const attendants = new Map<ItemChange, Attendant[]>();
  const led = new Set<ItemChange>();
  // owners first: a seat of a representative whose organization went belongs to the organization
  for (const item of items) {
    if (item.how === 'changed') continue;
    const entity = entities[item.how].get(item.collection)?.get(item.id);
    const owner =
      entity &&
      ownersOf(item.collection, entity)
        .map((one) => owners.get(name(item.how, one)))
        .find((one) => one !== undefined);
    if (!owner) continue;
    const leader =
      [...attendants].find(([, list]) =>
        list.some((one) => one.collection === owner.collection && one.id === owner.id),
      )?.[0] ?? owner;
    attendants.set(leader, [...(attendants.get(leader) ?? []), { collection: item.collection, id: item.id }]);
    led.add(item);
  }
  return items
    .filter((item) => !led.has(item) && !isLeftOver(item, items, sides))
    .map((item) => ({ ...item, attendants: attendants.get(item) ?? [] }));
}

function byId(map: PartnershipMap, collection: CollectionName): ReadonlyMap<string, Entity> {
  const entities: readonly Entity[] = entitiesOf(map, collection);
  return new Map(entities.map((entity) => [String(entity['id']), entity]));
}

/** A placement in no interest says only that another one of its organization ended, which is told already. */
function isLeftOver(item: ItemChange, items: readonly ItemChange[], { before, after }: Sides): boolean {
  if (item.collection !== 'placements' || item.how !== 'added') return false;
  const placement = after.placements.find(({ id }) => id === item.id);
  if (!placement || placement.interest_id !== null) return false;
  const ended = items.filter(({ collection, how }) => collection === 'placements' && how === 'removed');
  return ended.some(({ id }) =>
    before.placements.some((one) => one.id === id && one.organization_id === placement.organization_id),
  );
}

function compareCoverage(was: ReturnType<typeof coverage>, is: ReturnType<typeof coverage>): readonly CoverageChange[] {
  const before = new Map(was.map((row) => [row.interest, row.counts]));
  const after = new Map(is.map((row) => [row.interest, row.counts]));
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((interest) => ({ interest, before: before.get(interest) ?? null, after: after.get(interest) ?? null }))
    .filter((row) => !same(row.before, row.after));
}

function compareFindings(was: readonly Finding[], is: readonly Finding[]): Comparison['findings'] {
  const key = ({ rule, subject }: Finding): string => `${rule} ${subject}`;
  const [before, after] = [new Set(was.map(key)), new Set(is.map(key))];
  return { came: is.filter((one) => !before.has(key(one))), went: was.filter((one) => !after.has(key(one))) };
}

function compareDrawings(before: BoardMoment['drawings'], after: BoardMoment['drawings']): Comparison['drawings'] {
  const added = [...after.keys()].filter((id) => !before.has(id)).length;
  const removed = [...before.keys()].filter((id) => !after.has(id)).length;
  const changed = [...after].filter(([id, text]) => before.has(id) && before.get(id) !== text).length;
  return { added, removed, changed };
}
