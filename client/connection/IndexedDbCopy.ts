/**
 * The offline copy in the browser's IndexedDB: one database per board and person, shared by all tabs. Updates are only ever
 * added, so two tabs never overwrite each other; opening replaces many by one. Every failure is told (y-indexeddb swallows
 * them), and after the first the copy keeps quiet and the board works on.
 */
import * as Y from 'yjs';
import { type CopyDisk, databaseAnswer } from './copyDisk.ts';
import { LastWords } from './LastWords.ts';
import type { KeptDocument, OfflineCopy, SetAside } from './OfflineCopy.ts';

const stores = { updates: 'updates', facts: 'facts', aside: 'aside' } as const;
const mergeAbove = 100;

export async function openIndexedDbCopy(disk: CopyDisk, name: string, tab: string): Promise<OfflineCopy> {
  const { database: factory, small } = disk;
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(stores.updates, { autoIncrement: true });
    request.result.createObjectStore(stores.facts);
    request.result.createObjectStore(stores.aside, { keyPath: 'id' });
  };
  return new IndexedDbCopy(await databaseAnswer(request), tab, small && new LastWords(small, name, tab));
}

class IndexedDbCopy implements OfflineCopy {
  readonly #database: IDBDatabase;
  readonly #unsavedKey: string;
  readonly #lastWords: LastWords | null;
  #waiting: Uint8Array[] = [];
  readonly #underWay = new Set<readonly Uint8Array[]>();
  #isWriting = false;
  #failure: { readonly fault: unknown } | null = null;
  #tell: ((fault: unknown) => void) | null = null;

  constructor(database: IDBDatabase, tab: string, lastWords: LastWords | null) {
    this.#database = database;
    this.#lastWords = lastWords;
    this.#unsavedKey = `unsaved:${tab}`;
    // Another tab wants to delete the copy: give way instead of blocking it.
    database.addEventListener('versionchange', () => database.close());
    database.addEventListener('close', () => this.#fail(new Error('the browser closed the copy')));
  }

  async read(): Promise<KeptDocument> {
    const transaction = this.#database.transaction([stores.updates, stores.facts], 'readwrite');
    const updates = transaction.objectStore(stores.updates);
    const facts = transaction.objectStore(stores.facts);
    const [rows, keys, values] = await Promise.all([
      databaseAnswer<unknown[]>(updates.getAll()),
      databaseAnswer(facts.getAllKeys()),
      databaseAnswer<unknown[]>(facts.getAll()),
    ]);
    const left = this.#lastWords?.left() ?? new Map<string, Uint8Array>();
    for (const update of left.values()) updates.add(update);
    let kept = [...rows.filter((row) => row instanceof Uint8Array), ...left.values()];
    if (kept.length > mergeAbove) {
      kept = [Y.mergeUpdates(kept)];
      updates.clear();
      updates.add(kept[0]);
    }
    let unsaved = 0;
    let isComplete = false;
    keys.forEach((key, index) => {
      const value = values[index];
      if (key === 'complete') isComplete = value === true;
      else if (typeof value === 'number') unsaved += value;
    });
    await done(transaction);
    this.#lastWords?.taken(left);
    // who left in a hurry could not note them either
    return { updates: kept, isComplete, unsaved: left.size > 0 ? Math.max(1, unsaved) : unsaved };
  }

  add(update: Uint8Array): void {
    if (this.#failure !== null) return;
    this.#waiting.push(update);
    if (!this.#isWriting) void this.#writeWaiting();
  }

  async #writeWaiting(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0 && this.#failure === null) await this.#writeBatch();
    this.#isWriting = false;
  }

  async #writeBatch(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#underWay.add(batch);
    await this.#write(stores.updates, (store) => store.add(batch.length === 1 ? batch[0] : Y.mergeUpdates(batch)));
    this.#underWay.delete(batch);
    if (this.#underWay.size + this.#waiting.length === 0) this.#lastWords?.forget();
  }

  flush(): void {
    if (this.#waiting.length > 0) void this.#writeBatch();
    const unwritten = [...this.#underWay].flat();
    if (unwritten.length > 0 && this.#failure === null) this.#lastWords?.keep(Y.mergeUpdates(unwritten));
  }

  markComplete(): void {
    void this.#write(stores.facts, (store) => store.put(true, 'complete'));
  }

  noteUnsaved(changes: number): void {
    void this.#write(stores.facts, (store) =>
      changes === 0 ? store.delete(this.#unsavedKey) : store.put(changes, this.#unsavedKey),
    );
  }

  forgetUnsavedOfOthers(): void {
    void this.#write(stores.facts, (store) => {
      const keys = store.getAllKeys();
      keys.onsuccess = () => {
        for (const key of keys.result) {
          if (String(key).startsWith('unsaved:') && key !== this.#unsavedKey) store.delete(key);
        }
      };
    });
  }

  async setAside(entry: SetAside): Promise<void> {
    this.#waiting = [];
    this.#lastWords?.forgetAll();
    const transaction = this.#database.transaction([stores.updates, stores.facts, stores.aside], 'readwrite');
    transaction.objectStore(stores.aside).put(entry);
    transaction.objectStore(stores.updates).clear();
    transaction.objectStore(stores.facts).clear();
    await done(transaction);
  }

  async listSetAside(): Promise<readonly SetAside[]> {
    const store = this.#database.transaction(stores.aside, 'readonly').objectStore(stores.aside);
    const entries = await databaseAnswer<SetAside[]>(store.getAll());
    return entries.toSorted((a, b) => a.at - b.at);
  }

  async removeSetAside(id: string): Promise<void> {
    await this.#write(stores.aside, (store) => store.delete(id));
  }

  onFailure(run: (fault: unknown) => void): void {
    this.#tell = run;
    if (this.#failure !== null) run(this.#failure.fault);
  }

  close(): void {
    this.flush();
    this.#tell = null;
    // IndexedDB finishes the writes under way before it closes.
    this.#database.close();
  }

  async #write(name: string, run: (store: IDBObjectStore) => void): Promise<void> {
    if (this.#failure !== null) return;
    try {
      const transaction = this.#database.transaction(name, 'readwrite');
      run(transaction.objectStore(name));
      await done(transaction);
    } catch (fault) {
      this.#fail(fault);
    }
  }

  #fail(fault: unknown): void {
    if (this.#failure !== null) return;
    this.#failure = { fault };
    this.#tell?.(fault);
  }
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('error', () => reject(transaction.error ?? new Error('the copy cannot be written')));
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the copy cannot be written')));
  });
}
