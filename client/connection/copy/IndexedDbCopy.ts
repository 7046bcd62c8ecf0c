/**
 * The offline copy in the browser's IndexedDB: one database per board and person, shared by all tabs. Updates are only ever
 * added, so two tabs never overwrite each other; opening replaces many by one. Every failure is told (y-indexeddb swallows
 * them), and after the first the copy keeps quiet and the board works on.
 */
import * as v from 'valibot';
import * as Y from 'yjs';
import { type CopyDisk, databaseAnswer } from './copyDisk.ts';
import { LastWords, type LeftWords } from './LastWords.ts';
import type { KeptDocument, OfflineCopy, SetAside } from './OfflineCopy.ts';
import { TabChannel, type TabWord } from './TabChannel.ts';
import { UnsentParts, WrittenRange } from './UnsentParts.ts';

const stores = { updates: 'updates', facts: 'facts', aside: 'aside' } as const;
const mergeAbove = 100;
/** An update without content. */
const nothing = Y.encodeStateAsUpdate(new Y.Doc());
const unsavedPrefix = 'unsaved:';
const unsentPrefix = 'unsent:';
const writingIdsKey = 'writingIds';
/** Remembered writing ids: a person has five tabs at most, and what a page wrote under offline is rarely wanted again. */
const mostWritingIds = 8;

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
  readonly #unsentKey: string;
  readonly #lastWords: LastWords | null;
  #waiting: Uint8Array[] = [];
  readonly #underWay = new Set<readonly Uint8Array[]>();
  #unsent: readonly WrittenRange[] = [];
  /** `#unsent` is not what stands on the disk. */
  #isUnsentNew = false;
  #newWritingId: number | null = null;
  /** The newest row that this tab has read. */
  #readUntil: IDBValidKey = 0;
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
    this.#unsentKey = `${unsentPrefix}${tab}`;
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
    const [rows, rowKeys, keys, values] = await Promise.all([
      databaseAnswer<unknown[]>(updates.getAll()),
      databaseAnswer(updates.getAllKeys()),
      databaseAnswer(facts.getAllKeys()),
      databaseAnswer<unknown[]>(facts.getAll()),
    ]);
    this.#readUntil = rowKeys.at(-1) ?? this.#readUntil;
    const left = this.#lastWords?.left() ?? new Map<string, LeftWords>();
    const leftUpdates = [...left.values()].map(({ update }) => update);
    for (const update of leftUpdates) updates.add(update);
    let kept = [...rows.filter((row) => row instanceof Uint8Array), ...leftUpdates];
    if (kept.length > mergeAbove) {
      kept = [Y.mergeUpdates(kept)];
      updates.clear();
      this.#readUntil = await databaseAnswer(updates.add(kept[0]));
    }
    const isComplete = values[keys.indexOf('complete')] === true;
    const others = this.#othersIn(keys, values);
    for (const tab of others.keys()) facts.delete(`${unsavedPrefix}${tab}`);
    const changes = [...others.values()].reduce((sum, each) => sum + each, 0);
    // who left in a hurry could not note them either
    const unsaved = left.size > 0 ? Math.max(1, changes) : changes;
    const own: unknown = values[keys.indexOf(this.#unsavedKey)];
    if (unsaved > 0) facts.put(unsaved + (typeof own === 'number' ? own : 0), this.#unsavedKey);
    const unsent = new UnsentParts();
    unsent.add([...left.values()].flatMap((words) => words.unsent));
    keys.forEach((key, index) => {
      if (!String(key).startsWith(unsentPrefix)) return;
      unsent.add(v.parse(v.array(WrittenRange), values[index]));
      if (key !== this.#unsentKey) facts.delete(key);
    });
    if (unsent.list.length > 0) facts.put(unsent.list, this.#unsentKey);
    this.#unsent = unsent.list;
    const writingIds = v.safeParse(v.array(v.number()), values[keys.indexOf(writingIdsKey)]);
    await done(transaction);
    this.#lastWords?.taken(left);
    if (unsaved > 0) this.say({ kind: 'noted' });
    return {
      updates: kept,
      isComplete,
      unsaved,
      unsent: unsent.list,
      writingIds: writingIds.success ? writingIds.output : [],
    };
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

  /** Together with the update that may follow in this turn. */
  #writeSoon(): void {
    queueMicrotask(() => void (!this.#isWriting && this.#hasWork && this.#writeWaiting()));
  }

  get #hasWork(): boolean {
    return this.#waiting.length > 0 || this.#isUnsentNew || this.#newWritingId !== null;
  }

  async #writeWaiting(): Promise<void> {
    this.#isWriting = true;
    while (this.#hasWork && this.#failure === null) await this.#writeBatch();
    this.#isWriting = false;
  }

  async #writeBatch(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#underWay.add(batch);
    const { updates, facts } = stores;
    await this.#write([updates, facts], (transaction) => {
      if (batch.length > 0) transaction.objectStore(updates).add(batch.length === 1 ? batch[0] : Y.mergeUpdates(batch));
      this.#putFacts(transaction.objectStore(facts));
    });
    this.#underWay.delete(batch);
    this.#forgetLastWords();
  }

  /** What belongs to the updates of the same transaction. */
  #putFacts(facts: IDBObjectStore): void {
    if (this.#isUnsentNew && this.#unsent.length > 0) facts.put(this.#unsent, this.#unsentKey);
    else if (this.#isUnsentNew) facts.delete(this.#unsentKey);
    this.#isUnsentNew = false;
    const id = this.#newWritingId;
    this.#newWritingId = null;
    if (id === null) return;
    const request: IDBRequest<unknown> = facts.get(writingIdsKey);
    request.addEventListener('success', () => {
      const kept = Array.isArray(request.result) ? request.result : [];
      if (!kept.includes(id)) facts.put([...kept, id].slice(0, mostWritingIds), writingIdsKey);
    });
  }

  noteUnsent(ranges: readonly WrittenRange[]): void {
    if (ranges.length === 0 && this.#unsent.length === 0) return;
    this.#unsent = ranges;
    this.#isUnsentNew = true;
    if (ranges.length === 0) this.#writeSoon();
  }

  keepWritingId(id: number): void {
    this.#newWritingId = id;
    this.#writeSoon();
  }

  async isAllTaken(id: number, clock: number): Promise<boolean> {
    const store = this.#database.transaction(stores.updates, 'readonly').objectStore(stores.updates);
    const keys = await databaseAnswer(store.getAllKeys());
    const newer = keys.filter((key) => key > this.#readUntil);
    const rows = await Promise.all(newer.map((key) => databaseAnswer<unknown>(store.get(key))));
    const left = [...(this.#lastWords?.left().values() ?? [])].map(({ update }) => update);
    return [...rows, ...left].every(
      (row) => !(row instanceof Uint8Array) || (Y.parseUpdateMeta(row).to.get(id) ?? 0) <= clock,
    );
  }

  #forgetLastWords(): void {
    if (this.#underWay.size + this.#waiting.length + this.#noting === 0) this.#lastWords?.forget();
  }

  flush(): void {
    if (this.#waiting.length > 0) void this.#writeBatch();
    const unwritten = [...this.#underWay].flat();
    if (unwritten.length + this.#noting === 0 || this.#failure !== null) return;
    this.#lastWords?.keep(unwritten.length > 0 ? Y.mergeUpdates(unwritten) : nothing, this.#unsent);
    this.say({ kind: 'noted' });
  }

  markComplete(): void {
    void this.#write([stores.facts], (transaction) => transaction.objectStore(stores.facts).put(true, 'complete'));
  }

  noteUnsaved(changes: number): void {
    // whoever reads the note finds the changes
    if (this.#waiting.length > 0) void this.#writeBatch();
    void this.#note(changes);
  }

  async #note(changes: number): Promise<void> {
    if (changes > 0) this.#noting += 1;
    // behind the updates, too, since whoever reads the note finds the changes
    await this.#write([stores.facts, stores.updates], (transaction) => {
      const facts = transaction.objectStore(stores.facts);
      if (changes === 0) facts.delete(this.#unsavedKey);
      else facts.put(changes, this.#unsavedKey);
    });
    if (changes > 0) this.#noting -= 1;
    this.#forgetLastWords();
    this.say({ kind: 'noted' });
  }

  async setAside(entry: SetAside): Promise<void> {
    this.#waiting = [];
    this.#unsent = [];
    this.#newWritingId = null;
    this.#lastWords?.forgetAll();
    const transaction = this.#database.transaction([stores.updates, stores.facts, stores.aside], 'readwrite');
    transaction.objectStore(stores.aside).put(entry);
    transaction.objectStore(stores.updates).clear();
    transaction.objectStore(stores.facts).clear();
    await done(transaction);
  }

  async shelve(entry: SetAside): Promise<void> {
    await this.#write([stores.aside], (transaction) => transaction.objectStore(stores.aside).put(entry));
  }

  async listSetAside(): Promise<readonly SetAside[]> {
    const store = this.#database.transaction(stores.aside, 'readonly').objectStore(stores.aside);
    const entries = await databaseAnswer<SetAside[]>(store.getAll());
    return entries.toSorted((a, b) => a.at - b.at);
  }

  async removeSetAside(id: string): Promise<void> {
    await this.#write([stores.aside], (transaction) => transaction.objectStore(stores.aside).delete(id));
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

  async #write(names: string[], run: (transaction: IDBTransaction) => void): Promise<void> {
    if (this.#failure !== null) return;
    try {
      const transaction = this.#database.transaction(names, 'readwrite');
      run(transaction);
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
