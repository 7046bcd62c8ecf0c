/**
 * What must stay because something locked stands on it: groups, frames and pages around a locked record and the picture in
 * it, and whatever a locked entity refers to. Worked out only when somebody who is limited changed something, once per
 * transaction, from what was there before it.
 */
import type * as Y from 'yjs';
import { isCollectionName } from '#shared/map/collections.ts';
import { lineEndOf, namedIds, references } from '#shared/map/references.ts';
import { entityOfKey } from '#shared/workshop/entityOfKey.ts';
import { lockKey, type Permits } from '#shared/workshop/permits.ts';
import { plainBefore, recordFieldBefore, typeBefore, type Held } from '#shared/board/changes/recordBefore.ts';
import { roots } from '#shared/board/roots.ts';

/** deeper nesting is nobody's work, and a circle must end */
const maxDepth = 64;

export class NeededByLocks {
  readonly #transaction: Y.Transaction;
  readonly #permits: Permits;
  #records: ReadonlySet<string> | null = null;
  #entities: ReadonlySet<string> | null = null;

  constructor(transaction: Y.Transaction, permits: Permits) {
    this.#transaction = transaction;
    this.#permits = permits;
  }

  /** True for a record around or inside of a locked one. */
  hasRecord(id: string): boolean {
    this.#records ??= this.#findRecords();
    return this.#records.has(id);
  }

  /** True for an entity that a locked one refers to; `key` as in `lockKey.entity`. */
  hasEntity(key: string): boolean {
    this.#entities ??= this.#findEntities();
    return this.#entities.has(key);
  }

  #findRecords(): ReadonlySet<string> {
    const found = new Set<string>();
    const canvas = this.#transaction.doc.getMap(roots.canvas);
    for (const key of this.#permits.locks) {
      if (!key.startsWith('canvas:')) continue;
      let record = typeBefore(this.#transaction, canvas, key.slice('canvas:'.length));
      const asset = record === null ? null : recordFieldBefore(this.#transaction, record, 'props.assetId');
      if (typeof asset === 'string') found.add(asset);
      for (let depth = 0; record !== null && depth < maxDepth; depth++) {
        const parent: unknown = recordFieldBefore(this.#transaction, record, 'parentId');
        if (typeof parent !== 'string' || found.has(parent)) break;
        found.add(parent);
        record = typeBefore(this.#transaction, canvas, parent);
      }
    }
    return found;
  }

  #findEntities(): ReadonlySet<string> {
    const found = new Set<string>();
    const map = this.#transaction.doc.getMap(roots.map);
    for (const key of this.#permits.locks) {
      const locked = entityOfKey(key);
      if (locked === null) continue;
      const { collection, id } = locked;
      const holder = typeBefore(this.#transaction, map, collection);
      const entity = holder === null ? null : typeBefore(this.#transaction, holder, id);
      if (entity !== null) for (const target of targetsBefore(this.#transaction, collection, entity)) found.add(target);
    }
    return found;
  }
}

/** Keys of the entities that an entity referred to. */
export function targetsBefore(transaction: Y.Transaction, collection: string, entity: Held): readonly string[] {
  if (!isCollectionName(collection)) return [];
  const found: string[] = [];
  for (const { from, field, to } of references) {
    if (from !== collection) continue;
    for (const id of namedIds(plainBefore(transaction, entity, field))) found.push(lockKey.entity(to, id));
  }
  if (collection === 'lines') {
    for (const field of ['from', 'to']) {
      const end = lineEndOf(plainBefore(transaction, entity, field));
      if (end !== null) found.push(lockKey.entity(end.collection, end.id));
    }
  }
  return found;
}
