/**
 * The offline copy in the browser's IndexedDB: one database per board and person, shared by all tabs. Updates are only ever
 * added, so two tabs never overwrite each other; opening replaces many by one. Every failure is told (y-indexeddb swallows
 * them), and after the first the copy keeps quiet and the board works on.
 */
import * as Y from 'yjs';
import { type CopyDisk, databaseAnswer } from './copyDisk.ts';
import { LastWords } from './LastWords.ts';
import type { KeptDocument, OfflineCopy, SetAside } from './OfflineCopy.ts';
import { TabChannel, type TabWord } from './TabChannel.ts';

const stores = { updates: 'updates', facts: 'facts', aside: 'aside' } as const;
const mergeAbove = 100;
/** An update without content. */
const nothing = Y.encodeStateAsUpdate(new Y.Doc());
const unsavedPrefix = 'unsaved:';

export async function openIndexedDbCopy(disk: CopyDisk, name: string, tab: string): Promise<OfflineCopy> {
  const { database: factory, small, channel } = disk;
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(stores.updates, { autoIncrement: true });
    request.result.createObjectStore(stores.facts);
    request.result.createObjectStore(stores.aside, { keyPath: 'id' });
  };
  const lastWords = small && new LastWords(small, name, tab);
  return new IndexedDbCopy(await databaseAnswer(request), tab, lastWords, new TabChannel(channel?.(name) ?? null));
}

class IndexedDbCopy implements OfflineCopy {
  readonly tab: string;
  readonly #database: IDBDatabase;
  readonly #tabs: TabChannel;
  readonly #unsavedKey: string;
  readonly #lastWords: LastWords | null;
  #waiting: Uint8Array[] = [];
  readonly #underWay = new Set<readonly Uint8Array[]>();
  #isWriting = false;
  /** Writes under way that say that something is unsaved. */
  #noting = 0;
  #failure: { readonly fault: unknown } | null = null;
  #tell: ((fault: unknown) => void) | null = null;

  constructor(database: IDBDatabase, tab: string, lastWords: LastWords | null, tabs: TabChannel) {
    this.tab = tab;
    this.#database = database;
    this.#lastWords = lastWords;
    this.#tabs = tabs;
    this.#unsavedKey = `${unsavedPrefix}${tab}`;
    // Another tab wants to delete the copy: give way instead of blocking it.
    database.addEventListener('versionchange', () => database.close());
    database.addEventListener('close', () => this.#fail(new Error('the browser closed the copy')));
  }

  get hearsTabs(): boolean {
    return this.#tabs.isOpen;
  }

  async takeOver(): Promise<KeptDocument> {
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
    const isComplete = values[keys.indexOf('complete')] === true;
    const others = this.#othersIn(keys, values);
    for (const tab of others.keys()) facts.delete(`${unsavedPrefix}${tab}`);
    const changes = [...others.values()].reduce((sum, each) => sum + each, 0);
    // who left in a hurry could not note them either
    const unsaved = left.size > 0 ? Math.max(1, changes) : changes;
    const own: unknown = values[keys.indexOf(this.#unsavedKey)];
    if (unsaved > 0) facts.put(unsaved + (typeof own === 'number' ? own : 0), this.#unsavedKey);
    await done(transaction);
    this.#lastWords?.taken(left);
    if (unsaved > 0) this.say({ kind: 'noted' });
    return { updates: kept, isComplete, unsaved };
  }

  async unsavedOfOthers(): Promise<ReadonlyMap<string, number>> {
    if (this.#failure !== null) return new Map();
    try {
      const facts = this.#database.transaction(stores.facts, 'readonly').objectStore(stores.facts);
      const [keys, values] = await Promise.all([
        databaseAnswer(facts.getAllKeys()),
        databaseAnswer<unknown[]>(facts.getAll()),
      ]);
      const others = this.#othersIn(keys, values);
      for (const tab of this.#lastWords?.others() ?? []) others.set(tab, others.get(tab) ?? 1);
      return others;
    } catch (fault) {
      this.#fail(fault);
      return new Map();
    }
  }

  #othersIn(keys: readonly IDBValidKey[], values: readonly unknown[]): Map<string, number> {
    const found = new Map<string, number>();
    keys.forEach((key, index) => {
      const value = values[index];
      if (typeof value !== 'number' || key === this.#unsavedKey) return;
      if (String(key).startsWith(unsavedPrefix)) found.set(String(key).slice(unsavedPrefix.length), value);
    });
    return found;
  }

  say(word: TabWord): void {
    this.#tabs.say(word);
  }

  onWord(run: (word: TabWord) => void): void {
    this.#tabs.hear(run);
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
    this.#forgetLastWords();
  }

  #forgetLastWords(): void {
    if (this.#underWay.size + this.#waiting.length + this.#noting === 0) this.#lastWords?.forget();
  }

  flush(): void {
    if (this.#waiting.length > 0) void this.#writeBatch();
    const unwritten = [...this.#underWay].flat();
    if (unwritten.length + this.#noting === 0 || this.#failure !== null) return;
    this.#lastWords?.keep(unwritten.length > 0 ? Y.mergeUpdates(unwritten) : nothing);
    this.say({ kind: 'noted' });
  }

  markComplete(): void {
    void this.#write(stores.facts, (store) => store.put(true, 'complete'));
  }

  noteUnsaved(changes: number): void {
    // whoever reads the note finds the changes
    if (this.#waiting.length > 0) void this.#writeBatch();
    void this.#note(changes);
  }

  async #note(changes: number): Promise<void> {
    if (changes > 0) this.#noting += 1;
    await this.#write(
      stores.facts,
      (store) => (changes === 0 ? store.delete(this.#unsavedKey) : store.put(changes, this.#unsavedKey)),
      [stores.updates],
    );
    if (changes > 0) this.#noting -= 1;
    this.#forgetLastWords();
    this.say({ kind: 'noted' });
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
    this.#tabs.close();
  }

  /** `behind`: writes into these that have begun come first. */
  async #write(name: string, run: (store: IDBObjectStore) => void, behind: readonly string[] = []): Promise<void> {
    if (this.#failure !== null) return;
    try {
      const transaction = this.#database.transaction([name, ...behind], 'readwrite');
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
