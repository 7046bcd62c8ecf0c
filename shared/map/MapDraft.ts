/**
 * A map on which several commands run as one act, each on what the ones before left. What a command looks for is found by id
 * or by group, and what it changed is put in its place: the work grows with the commands, not with the lists (MAP-19).
 */
import { applyToMap, changedEntity } from './applyToMap.ts';
import type { Change, Fields } from './Change.ts';
import { type CollectionName, type EntityOf, isTextField, kindOf } from './collections.ts';
import { type DraftEntity, DraftList } from './DraftList.ts';
import { entitiesOf, type ListName, type PartnershipMap } from './PartnershipMap.ts';
import { roundField } from './references.ts';

/** What entities of a collection share. The function itself is the name under which a draft keeps them, so it is made once. */
export interface Grouping<C extends ListName> {
  readonly collection: C;
  readonly keyOf: (entity: EntityOf<C>) => string | null;
}

export function groupingOf<C extends ListName>(
  collection: C,
  keyOf: (entity: EntityOf<C>) => string | null,
): Grouping<C> {
  return { collection, keyOf };
}

type Undo =
  | { readonly collection: CollectionName; readonly id: string; readonly before: DraftEntity | undefined }
  | { readonly map: PartnershipMap };

export interface DraftMark {
  readonly steps: number;
  readonly hasLooseEnds: boolean;
}

export class MapDraft {
  #map: PartnershipMap;
  readonly #lists = new Map<CollectionName, DraftList>();
  readonly #changed = new Set<CollectionName>();
  readonly #undo: Undo[] = [];
  /** something was removed, and what named it still does */
  #hasLooseEnds = false;

  constructor(map: PartnershipMap) {
    this.#map = map;
  }

  get<C extends CollectionName>(collection: C, id: string): EntityOf<C> | undefined {
    return this.#list(collection).get(id) as EntityOf<C> | undefined;
  }

  /** In table order. */
  all<C extends CollectionName>(collection: C): readonly EntityOf<C>[] {
    return this.#list(collection).all() as unknown as readonly EntityOf<C>[];
  }

  last<C extends CollectionName>(collection: C): EntityOf<C> | undefined {
    return this.#list(collection).last() as EntityOf<C> | undefined;
  }

  group<C extends ListName>({ collection, keyOf }: Grouping<C>, key: string): readonly EntityOf<C>[] {
    return this.#list(collection).group(keyOf, key) as unknown as readonly EntityOf<C>[];
  }

  /** The map as it is now, normalized; lists in which nothing changed are the same as before. */
  map(): PartnershipMap {
    this.settle();
    for (const collection of this.#changed) this.#map = { ...this.#map, [collection]: this.#list(collection).all() };
    this.#changed.clear();
    return this.#map;
  }

  /** The changes of one command. */
  take(changes: readonly Change[]): void {
    if (changes.every((change) => isPlain(change))) for (const change of changes) this.#takeOne(change);
    else if (changes.every((change) => isPlain(change) || leavesLooseEnds(change))) {
      for (const change of changes) this.#takeOne(change);
      this.#hasLooseEnds = true;
    } else this.#replace(applyToMap(this.map(), changes));
  }

  /** Mends what removals left. Needless between removals, which do not look at what only names something. */
  settle(): void {
    if (!this.#hasLooseEnds) return;
    this.#hasLooseEnds = false;
    this.#replace(applyToMap(this.map(), []));
  }

  /** How far it is; `back` leads there again. */
  mark(): DraftMark {
    return { steps: this.#undo.length, hasLooseEnds: this.#hasLooseEnds };
  }

  back(mark: DraftMark): void {
    this.#hasLooseEnds = mark.hasLooseEnds;
    while (this.#undo.length > mark.steps) {
      const step = this.#undo.pop();
      if (step === undefined) return;
      if ('map' in step) this.#start(step.map);
      else this.#put(step.collection, step.id, step.before);
    }
  }

  #list(collection: CollectionName): DraftList {
    let list = this.#lists.get(collection);
    if (list === undefined) {
      // lists of the map are in table order
      list = new DraftList(entitiesOf(this.#map, collection));
      this.#lists.set(collection, list);
    }
    return list;
  }

  #takeOne(change: Change): void {
    const { collection, id } = change;
    const before = this.#list(collection).get(id);
    const changed = changedEntity(before as Fields | undefined, change);
    const after = change.op === 'add' ? this.#numbered(collection, changed) : changed;
    this.#undo.push({ collection, id, before });
    // the entity was checked by the schema of its collection
    this.#put(collection, id, after as DraftEntity | undefined);
  }

  /** Changes name a round by its id, the map by its number. */
  #numbered(collection: CollectionName, entity: Fields | undefined): Fields | undefined {
    const field = collection === 'iterations' ? null : roundField(collection);
    if (entity === undefined || field === null) return entity;
    const id = entity[field];
    const round = typeof id === 'number' ? this.get('iterations', String(id)) : undefined;
    return round === undefined || round.number === id ? entity : { ...entity, [field]: round.number };
  }

  #put(collection: CollectionName, id: string, entity: DraftEntity | undefined): void {
    if (entity === undefined) this.#list(collection).remove(id);
    else this.#list(collection).put(entity);
    this.#changed.add(collection);
  }

  #replace(map: PartnershipMap): void {
    this.#undo.push({ map: this.map() });
    this.#start(map);
  }

  #start(map: PartnershipMap): void {
    this.#map = map;
    this.#lists.clear();
    this.#changed.clear();
  }
}

/** Needs no mending of anything else. */
function isPlain({ op, collection, ...change }: Change): boolean {
  const { standsAlone } = kindOf(collection);
  if (op === 'add' || op === 'remove') return standsAlone.includes(op);
  const field = 'field' in change ? change.field : '';
  const isText = isTextField(collection, field) || field === 'order' || field === 'changed_on';
  return standsAlone.includes('edit') || (isText && standsAlone.includes('texts'));
}

function leavesLooseEnds({ op, collection }: Change): boolean {
  return op === 'remove' && kindOf(collection).leavesNames === true;
}
