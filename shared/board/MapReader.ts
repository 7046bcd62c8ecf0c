/**
 * Follows the map of a document: after a change only the entities that changed are read again, and everything that is
 * equal to before is the same object as before (MAP-14), so that readings and screens can compare by identity.
 */
import * as Y from 'yjs';
import { type CollectionName, collectionNames, isCollectionName } from '#shared/map/collections.ts';
import { normalizeMap } from '#shared/map/normalizeMap.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { listsOf, readCollection, storedCollection } from './mapDocument.ts';
import { entityFromY } from './mapFields.ts';
import { roots } from './roots.ts';
import { same } from './same.ts';

type Entity = Readonly<Record<string, unknown>>;

export class MapReader {
  private readonly doc: Y.Doc;
  private readonly read = new Map<CollectionName, Map<string, Entity>>();
  private readonly listeners = new Set<() => void>();
  private current: PartnershipMap | null = null;

  constructor(doc: Y.Doc) {
    this.doc = doc;
    for (const collection of collectionNames) this.readAll(collection);
    doc.getMap(roots.map).observeDeep(this.follow);
  }

  /** The map as the document is now; the same object until something in it changes. */
  map(): PartnershipMap {
    this.current ??= normalizeMap(listsOf(this.read));
    return this.current;
  }

  /** Calls after every change of the map; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Ends following. */
  close(): void {
    this.doc.getMap(roots.map).unobserveDeep(this.follow);
    this.listeners.clear();
  }

  private readonly follow = (events: Array<Y.YEvent<Y.AbstractType<unknown>>>): void => {
    for (const event of events) {
      const [collection, id] = event.path;
      if (collection === undefined) for (const key of event.keys.keys()) this.readNamed(key);
      else if (typeof collection === 'string' && isCollectionName(collection)) {
        if (typeof id === 'string') this.readOne(collection, id);
        else for (const key of event.keys.keys()) this.readOne(collection, key);
      }
    }
    const before = this.current;
    this.current = before && shared(before, normalizeMap(listsOf(this.read)));
    if (before !== null && this.current === before) return;
    for (const listener of this.listeners) listener();
  };

  private readNamed(key: string): void {
    if (isCollectionName(key)) this.readAll(key);
  }

  private readAll(collection: CollectionName): void {
    this.read.set(collection, new Map(readCollection(this.doc, collection)));
  }

  private readOne(collection: CollectionName, id: string): void {
    const stored = storedCollection(this.doc, collection)?.get(id);
    const entity = stored instanceof Y.Map ? entityFromY(collection, id, stored) : null;
    const entities = this.read.get(collection) ?? new Map<string, Entity>();
    const before = entities.get(id);
    if (entity === null) entities.delete(id);
    else if (!before || !same(before, entity)) entities.set(id, entity);
    this.read.set(collection, entities);
  }
}

/** The next map, with every entity, list and, where nothing differs, the whole map of the one before. */
function shared(before: PartnershipMap, next: PartnershipMap): PartnershipMap {
  let isSame = true;
  const lists: Record<string, unknown> = {};
  for (const collection of collectionNames) {
    const was: readonly Entity[] = entitiesOf(before, collection);
    const byId = new Map(was.map((entity) => [entity['id'], entity]));
    const is = entitiesOf(next, collection).map((entity: Entity) => {
      const old = byId.get(entity['id']);
      return old !== undefined && (old === entity || same(old, entity)) ? old : entity;
    });
    const isSameList = is.length === was.length && is.every((entity, place) => entity === was[place]);
    isSame &&= isSameList;
    const kept = isSameList ? before[collection] : collection === 'partnership' || collection === 'goal' ? is[0] : is;
    lists[collection] = kept;
  }
  // every value comes from one of two maps, under the same name
  return isSame ? before : (lists as unknown as PartnershipMap);
}
