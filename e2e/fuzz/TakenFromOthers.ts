/**
 * Watches one tab's document: when a record or an entity was made here, when others last changed it, and what an undo or a
 * redo removes. Knows ids only, so that it can be wrong in other ways than the undo it looks at.
 */
import * as Y from 'yjs';
import { readCollection, storedCollection } from '#shared/board/mapDocument.ts';
import { readRecord } from '#shared/board/record.ts';
import { roots } from '#shared/board/roots.ts';
import { collectionNames } from '#shared/map/collections.ts';
import { namedIds, references } from '#shared/map/references.ts';

export class TakenFromOthers {
  readonly #doc: Y.Doc;
  readonly #onTaken: (what: string) => void;
  #now = 0;
  /** since when undo, and redo, would take it from others */
  readonly #made = { undo: new Map<string, number>(), redo: new Map<string, number>() };
  readonly #touched = new Map<string, number>();
  #there: Set<string>;
  /** what the transaction that just runs changes, and whether something comes or goes */
  #changed = new Set<string>();
  #comesOrGoes = false;

  constructor(doc: Y.Doc, onTaken: (what: string) => void) {
    this.#doc = doc;
    this.#onTaken = onTaken;
    this.#there = this.#ids();
  }

  /** For as long as the document lives. */
  watch(): void {
    this.#doc.getMap(roots.canvas).observeDeep((events) => this.#note(events, 0));
    this.#doc.getMap(roots.map).observeDeep((events) => this.#note(events, 1));
    this.#doc.on('afterTransaction', (transaction: Y.Transaction) => this.#look(transaction));
  }

  #look(transaction: Y.Transaction): void {
    if (transaction.changed.size === 0) return;
    this.#now += 1;
    const there = this.#comesOrGoes ? this.#ids() : this.#there;
    const before = this.#there;
    const changed = this.#changed;
    this.#there = there;
    this.#changed = new Set();
    this.#comesOrGoes = false;
    if (!transaction.local) {
      for (const id of changed) this.#touched.set(id, this.#now);
      return;
    }
    const manager = transaction.origin instanceof Y.UndoManager ? transaction.origin : null;
    for (const id of there) {
      if (before.has(id)) continue;
      this.#made.redo.set(id, this.#now);
      if (manager === null) this.#made.undo.set(id, this.#now);
    }
    if (manager !== null)
      this.#check(
        [...before].filter((id) => !there.has(id)),
        manager.undoing ? 'undo' : 'redo',
      );
  }

  /** `depth`: where ids stand below the root. */
  #note(events: readonly Y.YEvent<Y.AbstractType<unknown>>[], depth: number): void {
    for (const { path, keys } of events) {
      this.#comesOrGoes ||= path.length <= depth;
      const ids = path.length === depth ? [...keys.keys()] : path.slice(depth, depth + 1);
      for (const id of ids) this.#changed.add([...path.slice(0, depth), id].join('/'));
    }
  }

  #check(gone: readonly string[], direction: 'undo' | 'redo'): void {
    const since = (id: string) => this.#made[direction].get(id) ?? 0;
    const touched = (id: string) => this.#touched.get(id) ?? 0;
    for (const id of gone)
      if (touched(id) > since(id)) this.#onTaken(`${direction} removed ${id}, which others changed`);
    if (gone.length === 0) return;
    for (const [id, target] of this.#references())
      if (gone.includes(target) && touched(id) > since(target))
        this.#onTaken(`${direction} removed ${target}, on which others had built ${id}`);
  }

  #ids(): Set<string> {
    const ids = new Set<string>(this.#doc.getMap(roots.canvas).keys());
    for (const name of collectionNames)
      for (const id of storedCollection(this.#doc, name)?.keys() ?? []) ids.add(`${name}/${id}`);
    return ids;
  }

  #references(): [string, string][] {
    const found: [string, string][] = [];
    for (const [id, stored] of this.#doc.getMap(roots.canvas)) {
      const read = readRecord(id, stored);
      for (const field of read.ok ? ['parentId', 'fromId', 'toId'] : [])
        for (const target of namedIds(read.ok && read.record[field])) found.push([id, target]);
    }
    for (const { from, field, to } of references)
      for (const [id, entity] of readCollection(this.#doc, from))
        for (const target of namedIds(entity[field])) found.push([`${from}/${id}`, `${to}/${target}`]);
    return found;
  }
}
