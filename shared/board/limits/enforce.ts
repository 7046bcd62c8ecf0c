/**
 * Undoes, inside the running transaction, what the workshop does not let participants change (SESSION-20), so that nobody
 * ever sees it. Everything the transaction did must come from people who are limited. Looks only at what it changed.
 */
/* oxlint-disable no-underscore-dangle -- Yjs shows what a type holds, without copying it, only in these fields */
import * as Y from 'yjs';
import { isCollectionName } from '#shared/map/collections.ts';
import { ownersOf } from '#shared/map/references.ts';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import {
  isCanvasFree,
  lockKey,
  permitRefusal,
  type Permits,
  rightOf,
  rightOfRecord,
} from '#shared/workshop/permits.ts';
import { HeldByVotes } from './HeldByVotes.ts';
import { NeededByLocks, targetsBefore } from './NeededByLocks.ts';
import { pathOf } from '#shared/board/changes/pathOf.ts';
import {
  plainBefore,
  recordFieldBefore,
  recordFieldNow,
  typeBefore,
  type Held,
} from '#shared/board/changes/recordBefore.ts';
import { roots } from '#shared/board/roots.ts';
import { isNew, nothing, runsBefore, valueBefore } from '#shared/board/changes/valueBefore.ts';

/** A part that was undone, or a deleted part that came back. */
export interface Withdrawn {
  readonly client: number;
  readonly clock: number;
  readonly wasDeletion: boolean;
  readonly reason: PermitRefusal;
}

/** The parts of a shared type that are needed here, whatever events it sends. */
type Type = Pick<Y.AbstractType<unknown>, '_item' | '_map' | '_start'>;

/** Whom a change concerns: a record (`collection` null) or an entity. */
interface Subject {
  readonly key: string;
  readonly collection: string | null;
  readonly id: string;
  readonly holder: Y.Map<unknown>;
}

const none: ReadonlySet<string> = new Set();

/**
 * Call inside the transaction, after everything was applied and inspected. `permits` null: nobody in it is limited; what is voted
 * on holds for them all the same.
 */
export function enforce(transaction: Y.Transaction, permits: Permits | null, voted = none): Withdrawn[] {
  const enforcement = new Enforcement(transaction, permits, voted);
  for (const [type, keys] of Array.from(transaction.changed)) enforcement.look(type, Array.from(keys));
  enforcement.bringBackDependents();
  return enforcement.withdrawn;
}

class Enforcement {
  readonly withdrawn: Withdrawn[] = [];
  readonly #transaction: Y.Transaction;
  readonly #permits: Permits | null;
  readonly #needed: NeededByLocks | null;
  readonly #voted: HeldByVotes;
  readonly #isCanvasFree: boolean;
  /** keys of what came back, and why */
  readonly #cameBack = new Map<string, PermitRefusal>();
  /** pictures in records that came back */
  readonly #wanted = new Map<string, PermitRefusal>();
  /** deletions that may stay */
  readonly #deleted: Subject[] = [];

  constructor(transaction: Y.Transaction, permits: Permits | null, voted: ReadonlySet<string>) {
    this.#transaction = transaction;
    this.#permits = permits;
    this.#needed = permits === null ? null : new NeededByLocks(transaction, permits);
    this.#voted = new HeldByVotes(transaction, voted);
    this.#isCanvasFree = permits === null || isCanvasFree(permits);
  }

  look(type: Type, keys: ReadonlyArray<string | null>): void {
    if (type._item?.deleted === true) return;
    const [root, ...path] = pathOf(type);
    const { share } = this.#transaction.doc;
    const isCanvas = root === share.get(roots.canvas);
    if (isCanvas ? this.#isCanvasFree : root !== share.get(roots.map)) return;
    const holder: unknown = isCanvas ? root : path.shift();
    if (!(holder instanceof Y.Map)) return;
    const collection = isCanvas ? null : (holder._item?.parentSub ?? '');
    const [record, field] = path;
    if (record === undefined) {
      for (const id of keys) if (id !== null) this.#lookAtWhole(subject(holder, collection, id));
      return;
    }
    const one = subject(holder, collection, record._item?.parentSub ?? '');
    if (field === undefined && !isCanvas) this.#lookAtFields(one, type, keys);
    else this.#lookInto(type, keys, this.#reason(one, field?._item?.parentSub ?? null, false));
  }

  #lookAtFields(one: Subject, entity: Type, keys: ReadonlyArray<string | null>): void {
    for (const key of keys) if (key !== null) this.#lookInto(entity, [key], this.#reason(one, key, false));
  }

  #lookInto(type: Type, keys: ReadonlyArray<string | null>, reason: PermitRefusal | null): void {
    if (reason === null) return;
    if (type instanceof Y.Text && keys.includes(null)) this.#revertText(type, reason);
    for (const key of keys) if (key !== null) this.#revert(type, key, reason);
  }

  /** What hangs on something whose deletion was undone was deleted along with it, so it comes back, too. */
  bringBackDependents(): void {
    let rest = this.#cameBack.size === 0 ? [] : this.#deleted;
    for (let found = true; found;) {
      found = false;
      for (const one of rest) {
        const reason = this.#wanted.get(one.key) ?? this.#reasonToComeBack(one);
        if (reason === undefined) continue;
        this.#revert(one.holder, one.id, reason);
        this.#cameBackAs(one, reason);
        found = true;
      }
      rest = rest.filter(({ key }) => !this.#cameBack.has(key));
    }
  }

  #reasonToComeBack(one: Subject): PermitRefusal | undefined {
    const on = this.#hangsOn(one).find((key) => this.#cameBack.has(key));
    return on === undefined ? undefined : this.#cameBack.get(on);
  }

  #cameBackAs(one: Subject, reason: PermitRefusal): void {
    this.#cameBack.set(one.key, reason);
    if (one.collection !== null) return;
    const was = typeBefore(this.#transaction, one.holder, one.id);
    const asset = was === null ? undefined : recordFieldBefore(this.#transaction, was, 'props.assetId');
    if (typeof asset === 'string') this.#wanted.set(lockKey.record(asset), reason);
  }

  /** A record or entity was made, replaced or deleted. */
  #lookAtWhole(one: Subject): void {
    const item = one.holder._map.get(one.id);
    if (item === undefined) return;
    const was = typeBefore(this.#transaction, one.holder, one.id);
    const isGone = was !== null && (item.deleted || isNew(this.#transaction, item));
    const reason = this.#reason(one, null, isGone);
    if (reason !== null && !(mayFall(reason) && isGone && item.deleted && this.#fallsWith(one, was))) {
      this.#revert(one.holder, one.id, reason);
      if (isGone) this.#cameBackAs(one, reason);
    } else if (isGone && item.deleted) this.#deleted.push(one);
  }

  /** True where it was removed with something that it cannot be without, and that may go. */
  #fallsWith({ collection, holder }: Subject, was: Held): boolean {
    if (collection === null || !isCollectionName(collection)) return false;
    return ownersOf(collection, (field) => plainBefore(this.#transaction, was, field)).some((owner) => {
      const owners = holder.parent instanceof Y.Map ? holder.parent.get(owner.collection) : undefined;
      if (!(owners instanceof Y.Map) || owners._map.get(owner.id)?.deleted !== true) return false;
      const one = subject(owners, owner.collection, owner.id);
      const wasThere = typeBefore(this.#transaction, owners, owner.id);
      const reason = wasThere === null ? 'step' : this.#reason(one, null, true);
      return reason === null || (mayFall(reason) && wasThere !== null && this.#fallsWith(one, wasThere));
    });
  }

  /** `field` null: its existence. */
  #reason(one: Subject, field: string | null, isGone: boolean): PermitRefusal | null {
    return one.collection === null ? this.#reasonOfRecord(one, isGone) : this.#reasonOfEntity(one, field, isGone);
  }

  #reasonOfRecord(one: Subject, isGone: boolean): PermitRefusal | null {
    if (this.#permits === null || this.#needed === null) return null;
    for (const type of this.#saidOf(one, 'type')) {
      const reason = permitRefusal(this.#permits, one.key, rightOfRecord(type));
      if (reason !== null) return reason;
    }
    if (this.#permits.locks.size === 0) return null;
    // a page is needed as the ground things stand on: it may be renamed
    if ((isGone || !one.id.startsWith('page:')) && this.#needed.hasRecord(one.id)) return 'locked';
    const { locks } = this.#permits;
    const isBinding = one.id.startsWith('binding:');
    return isBinding && this.#saidOf(one, 'fromId').some((id) => locks.has(lockKey.record(id))) ? 'locked' : null;
  }

  #reasonOfEntity(
    { collection, key, holder, id }: Subject,
    field: string | null,
    isGone: boolean,
  ): PermitRefusal | null {
    if (collection === null || !isCollectionName(collection)) return null;
    if (this.#voted.holds(collection, holder, id, field, isGone)) return 'voting';
    if (this.#permits === null || this.#needed === null) return null;
    const reason = permitRefusal(this.#permits, key, rightOf(collection, field));
    return reason ?? (isGone && this.#permits.locks.size > 0 && this.#needed.hasEntity(key) ? 'locked' : null);
  }

  /** What a record says of itself in this field and what it said before; one empty word where it said nothing. */
  #saidOf({ holder, id }: Subject, field: string): readonly string[] {
    const was = typeBefore(this.#transaction, holder, id);
    const is = holder.get(id);
    const said = [
      was === null ? undefined : recordFieldBefore(this.#transaction, was, field),
      is instanceof Y.Map ? recordFieldNow(is, field) : undefined,
    ].filter((value) => typeof value === 'string');
    return said.length === 0 ? [''] : said;
  }

  #hangsOn({ holder, collection, id }: Subject): readonly string[] {
    const was: Held | null = typeBefore(this.#transaction, holder, id);
    if (was === null) return [];
    if (collection !== null) return targetsBefore(this.#transaction, collection, was);
    return ['parentId', 'fromId', 'toId', 'props.assetId']
      .map((field) => recordFieldBefore(this.#transaction, was, field))
      .filter((value) => typeof value === 'string')
      .map(lockKey.record);
  }

  #revert(type: Type, key: string, reason: PermitRefusal): void {
    const item = type._map.get(key);
    if (item === undefined) return;
    const wasMade = isNew(this.#transaction, item);
    // it lost against what stands there, so nothing came of it
    if (!wasMade && !item.deleted) return;
    const before = valueBefore(this.#transaction, item);
    // it was gone already, or it came and went
    if (item.deleted && before === nothing) return;
    this.#note(item, !wasMade, reason);
    if (!item.deleted) item.delete(this.#transaction);
    if (before !== nothing && type instanceof Y.Map) type.set(key, before);
  }

  /** In place, so that whoever may write in it keeps the caret. */
  #revertText(text: Y.Text, reason: PermitRefusal): void {
    const runs = runsBefore(this.#transaction, text);
    let loses = false;
    for (let item = text._start; item !== null; item = item.right) {
      if (isNew(this.#transaction, item)) {
        if (item.deleted) continue;
        this.#note(item, false, reason);
        item.delete(this.#transaction);
      } else if (item.deleted && !(item.content instanceof Y.ContentDeleted)) {
        if (!loses) this.#note(item, true, reason);
        loses = true;
      }
    }
    if (!loses) return;
    text.delete(0, text.length);
    text.applyDelta([...runs]);
  }

  #note(item: Y.Item, wasDeletion: boolean, reason: PermitRefusal): void {
    this.withdrawn.push({ client: item.id.client, clock: item.id.clock, wasDeletion, reason });
  }
}

/** It may go with something that it cannot be without. */
function mayFall(reason: PermitRefusal): boolean {
  return reason !== 'locked' && reason !== 'voting';
}

function subject(holder: Y.Map<unknown>, collection: string | null, id: string): Subject {
  const key = collection === null ? lockKey.record(id) : `map:${collection}/${id}`;
  return { key, collection, id, holder };
}
