/** Changes on a plain map, all at once. For commands of which each sees what the ones before did there is `MapDraft`. */
import type { Change } from './Change.ts';
import { collectionNames, type CollectionName } from './collections.ts';
import { normalizeMap } from './normalizeMap.ts';
import { entitiesOf, type PartnershipMap } from './PartnershipMap.ts';
import { roundField } from './references.ts';
import { roundId } from './roundId.ts';

type Entity = Readonly<Record<string, unknown>>;

/** The map after the changes; normalized, the given one stays as it was. */
export function applyToMap(map: PartnershipMap, changes: readonly Change[]): PartnershipMap {
  const drafts = new Map<CollectionName, Map<string, Entity>>();
  for (const collection of collectionNames) {
    const entities: readonly Entity[] = entitiesOf(map, collection);
    drafts.set(
      collection,
      new Map(entities.map((entity) => [String(entity['id']), unnumbered(map, collection, entity)])),
    );
  }
  for (const change of changes) {
    const entities = drafts.get(change.collection);
    const after = changedEntity(entities?.get(change.id), change);
    if (after === undefined) entities?.delete(change.id);
    else entities?.set(change.id, after);
  }
  const lists = Object.fromEntries([...drafts].map(([collection, entities]) => [collection, [...entities.values()]]));
  // fields were checked by the commands that made the changes
  return normalizeMap(lists);
}

/** Inside documents and changes a round is named by its id; on the map by its number. */
function unnumbered(map: PartnershipMap, collection: CollectionName, entity: Entity): Entity {
  const field = roundField(collection);
  const number = field === null ? null : entity[field];
  if (field === null || typeof number !== 'number') return entity;
  const id = roundId(map, number);
  return id === null || id === number ? entity : { ...entity, [field]: id };
}

/** The entity after a change; undefined where there is none then. */
export function changedEntity(entity: Entity | undefined, change: Change): Entity | undefined {
  switch (change.op) {
    case 'add':
      return { ...change.entity, id: change.id };
    case 'remove':
      return undefined;
    case 'set':
      return entity && { ...entity, [change.field]: change.value };
    case 'text':
      return entity && { ...entity, [change.field]: change.after };
    case 'member': {
      if (!entity) return undefined;
      const list = entity[change.field];
      const isThere = Array.isArray(list) && list.includes(change.member);
      if (change.on && isThere) return entity;
      const others = Array.isArray(list) ? list.filter((member) => member !== change.member) : [];
      return { ...entity, [change.field]: change.on ? [...others, change.member] : others };
    }
  }
}
