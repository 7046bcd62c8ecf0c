/** Changes on a plain map: for several commands in one act (an import), where each sees what the ones before did. */
import type { Change } from './Change.ts';
import { collectionNames, type CollectionName } from './collections.ts';
import { normalizeMap } from './normalizeMap.ts';
import { entitiesOf, type PartnershipMap } from './PartnershipMap.ts';
import { roundId } from './roundId.ts';

type Entity = Readonly<Record<string, unknown>>;

/** New entities at the end of their lists need no mending, since their command checked them. Null when there is more to do. */
function appended(map: PartnershipMap, changes: readonly Change[]): PartnershipMap | null {
  const lists = new Map<CollectionName, readonly Entity[]>();
  for (const change of changes) {
    if (change.op !== 'add' || change.collection === 'iterations') return null;
    const list: readonly Entity[] = lists.get(change.collection) ?? entitiesOf(map, change.collection);
    const last = list.at(-1);
    if (last && String(last['order']) >= String(change.entity['order'])) return null;
    lists.set(change.collection, [...list, { ...change.entity, id: change.id }]);
  }
  // partnership and goal are never added
  return { ...map, ...(Object.fromEntries(lists) as Partial<PartnershipMap>) };
}

/** The map after the changes; normalized, the given one stays as it was. */
export function applyToMap(map: PartnershipMap, changes: readonly Change[]): PartnershipMap {
  const quick = appended(map, changes);
  if (quick) return quick;
  const touched = new Set(changes.map((change) => change.collection));
  const drafts = new Map<CollectionName, Map<string, Entity>>();
  for (const collection of collectionNames) {
    const entities: readonly Entity[] = entitiesOf(map, collection);
    drafts.set(
      collection,
      new Map(
        entities.map((entity) => [
          String(entity['id']),
          touched.size > 0 ? unnumbered(map, collection, entity) : entity,
        ]),
      ),
    );
  }
  for (const change of changes) applyOne(drafts, change);
  const lists = Object.fromEntries([...drafts].map(([collection, entities]) => [collection, [...entities.values()]]));
  // fields were checked by the commands that made the changes
  return normalizeMap(lists);
}

/** Inside documents and changes a round is named by its id; on the map by its number. */
function unnumbered(map: PartnershipMap, collection: CollectionName, entity: Entity): Entity {
  const field =
    collection === 'iterations'
      ? 'carries_from'
      : collection === 'notes' || collection === 'experiments'
        ? 'iteration'
        : null;
  const number = field === null ? null : entity[field];
  if (field === null || typeof number !== 'number') return entity;
  const id = roundId(map, number);
  return id === null || id === number ? entity : { ...entity, [field]: id };
}

function applyOne(drafts: ReadonlyMap<CollectionName, Map<string, Entity>>, change: Change): void {
  const entities = drafts.get(change.collection);
  if (!entities) return;
  const entity = entities.get(change.id);
  if (change.op === 'add') entities.set(change.id, { ...change.entity, id: change.id });
  else if (change.op === 'remove') entities.delete(change.id);
  else if (!entity) return;
  else if (change.op === 'set') entities.set(change.id, { ...entity, [change.field]: change.value });
  else if (change.op === 'text') entities.set(change.id, { ...entity, [change.field]: change.after });
  else {
    const list = entity[change.field];
    const others = Array.isArray(list) ? list.filter((member) => member !== change.member) : [];
    const isThere = Array.isArray(list) && list.includes(change.member);
    if (change.on && isThere) return;
    entities.set(change.id, { ...entity, [change.field]: change.on ? [...others, change.member] : others });
  }
}
