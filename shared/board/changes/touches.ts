/**
 * Which records and entities, and which of their fields and texts, the running transaction made, changed or took away, and whose
 * act each was. Keys only, no content. Looks only at what the transaction changed.
 */
/* oxlint-disable no-underscore-dangle -- Yjs shows what a type holds, without copying it, only in these fields */
import * as Y from 'yjs';
import { placeOf, type Type } from './placeOf.ts';
import { isNew, itemBefore } from './valueBefore.ts';

export interface PartId {
  readonly client: number;
  readonly clock: number;
}

/** Keys as in `BoardContent`. */
export interface Touches {
  /** records and entities that are new, or came back */
  readonly made: ReadonlySet<string>;
  /** those that went */
  readonly removed: ReadonlySet<string>;
  /** fields, texts and lists of those that stay, by key */
  readonly changed: ReadonlyMap<string, ReadonlySet<string>>;
}

export const noTouches: Touches = { made: new Set(), removed: new Set(), changed: new Map() };

export function joinTouches(all: readonly Touches[]): Touches {
  const joined = newTouches();
  for (const { made, removed, changed } of all) {
    for (const key of made) joined.made.add(key);
    for (const key of removed) joined.removed.add(key);
    for (const [key, names] of changed) {
      const there = joined.changed.get(key);
      if (there === undefined) joined.changed.set(key, new Set(names));
      else for (const name of names) there.add(name);
    }
  }
  return joined;
}

function newTouches(): MutableTouches {
  return { made: new Set<string>(), removed: new Set<string>(), changed: new Map<string, Set<string>>() };
}

/** Whose a part is; null = nobody's that counts. */
export interface Authors<A> {
  made(part: PartId): A | null;
  deleted(part: PartId): A | null;
}

/** Call inside the transaction, after everything was applied, inspected and enforced. */
export function readTouches<A>(transaction: Y.Transaction, authors: Authors<A>): ReadonlyMap<A, Touches> {
  const reader = new TouchReader(transaction, authors);
  for (const [type, keys] of transaction.changed) reader.look(type, keys);
  return reader.found;
}

class TouchReader<A> {
  readonly found = new Map<A, MutableTouches>();
  readonly #transaction: Y.Transaction;
  readonly #authors: Authors<A>;

  constructor(transaction: Y.Transaction, authors: Authors<A>) {
    this.#transaction = transaction;
    this.#authors = authors;
  }

  look(type: Type, keys: ReadonlySet<string | null>): void {
    const place = placeOf(this.#transaction.doc, type);
    if (place === null) return;
    const { holder, base, record, field } = place;
    if (record === undefined) {
      for (const id of keys) if (id !== null) this.#lookAtWhole(holder, base, id);
      return;
    }
    const key = base + (record._item?.parentSub ?? '');
    const name = field?._item?.parentSub ?? null;
    for (const one of keys) {
      if (one !== null) this.#lookAtField(type, one, key, name ?? one);
      else if (name !== null) this.#lookAtText(type, key, name);
    }
  }

  #lookAtWhole(holder: Type, base: string, id: string): void {
    const last = holder._map.get(id);
    if (last === undefined) return;
    const key = base + id;
    for (let item: Y.Item | null = last; item !== null && isNew(this.#transaction, item); item = item.left)
      this.#of(this.#authors.made(item.id))?.made.add(key);
    // what came and went within the transaction was never there
    if (last.deleted && itemBefore(this.#transaction, last) !== null)
      this.#of(this.#authors.deleted(last.id))?.removed.add(key);
  }

  /** `name` = the field that is told: of a list the list, whichever of its members it was. */
  #lookAtField(type: Type, entry: string, key: string, name: string): void {
    const last = type._map.get(entry);
    if (last === undefined) return;
    for (let item: Y.Item | null = last; item !== null && isNew(this.#transaction, item); item = item.left)
      this.#change(this.#authors.made(item.id), key, name);
    if (last.deleted) this.#change(this.#authors.deleted(last.id), key, name);
  }

  #lookAtText(text: Type, key: string, name: string): void {
    for (let item = text._start; item !== null; item = item.right) {
      const isMade = isNew(this.#transaction, item);
      if (isMade) this.#change(this.#authors.made(item.id), key, name);
      // what was deleted by earlier transactions has lost its content
      else if (item.deleted && !(item.content instanceof Y.ContentDeleted))
        this.#change(this.#authors.deleted(item.id), key, name);
    }
  }

  #change(author: A | null, key: string, name: string): void {
    const touches = this.#of(author);
    if (touches === null) return;
    const names = touches.changed.get(key);
    if (names === undefined) touches.changed.set(key, new Set([name]));
    else names.add(name);
  }

  #of(author: A | null): MutableTouches | null {
    if (author === null) return null;
    const there = this.found.get(author);
    if (there !== undefined) return there;
    const made = newTouches();
    this.found.set(author, made);
    return made;
  }
}

interface MutableTouches extends Touches {
  readonly made: Set<string>;
  readonly removed: Set<string>;
  readonly changed: Map<string, Set<string>>;
}
