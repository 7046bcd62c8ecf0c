/**
 * What open votes hold in a transaction (SHEET-8): what their options say and that they are there, what these cannot be without,
 * and that nothing is merged into them or parted from them.
 */
import * as Y from 'yjs';
import type { CollectionName } from '#shared/map/collections.ts';
import { ownersOf } from '#shared/map/references.ts';
import { entityOfKey } from '#shared/workshop/entityOfKey.ts';
import { lockKey } from '#shared/workshop/permits.ts';
import { isHeldField } from '#shared/workshop/voteRefusal.ts';
import { plainBefore, typeBefore } from '#shared/board/changes/recordBefore.ts';
import { roots } from '#shared/board/roots.ts';

export class HeldByVotes {
  readonly #transaction: Y.Transaction;
  readonly #voted: ReadonlySet<string>;
  #owners: ReadonlySet<string> | null = null;

  /** Keys as in `lockKey.entity`. */
  constructor(transaction: Y.Transaction, voted: ReadonlySet<string>) {
    this.#transaction = transaction;
    this.#voted = voted;
  }

  /** `field` null: the existence of the entity; `isGone`: it was there and was removed or replaced. */
  holds(collection: CollectionName, list: Y.Map<unknown>, id: string, field: string | null, isGone: boolean): boolean {
    if (this.#voted.size === 0) return false;
    const key = lockKey.entity(collection, id);
    if (this.#voted.has(key) && (field === null ? isGone : isHeldField(collection, field))) return true;
    if (field === null && isGone) return this.#isOwner(key);
    return collection === 'ideas' && (field === null || field === 'merged_into') && this.#isMerged(list, id);
  }

  /** True where an idea was merged into an option, or is now. */
  #isMerged(ideas: Y.Map<unknown>, id: string): boolean {
    const was = typeBefore(this.#transaction, ideas, id);
    const is = ideas.get(id);
    const into = [
      was === null ? null : plainBefore(this.#transaction, was, 'merged_into'),
      is instanceof Y.Map ? is.get('merged_into') : null,
    ];
    return into.some((one) => typeof one === 'string' && this.#voted.has(lockKey.entity('ideas', one)));
  }

  #isOwner(key: string): boolean {
    this.#owners ??= this.#findOwners();
    return this.#owners.has(key);
  }

  #findOwners(): ReadonlySet<string> {
    const found = new Set<string>();
    const map = this.#transaction.doc.getMap(roots.map);
    for (const key of this.#voted) {
      const voted = entityOfKey(key);
      if (voted === null) continue;
      const { collection, id } = voted;
      const list = typeBefore(this.#transaction, map, collection);
      const entity = list === null ? null : typeBefore(this.#transaction, list, id);
      if (entity === null) continue;
      for (const owner of ownersOf(collection, (field) => plainBefore(this.#transaction, entity, field)))
        found.add(lockKey.entity(owner.collection, owner.id));
    }
    return found;
  }
}
