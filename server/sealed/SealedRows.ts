/**
 * What people wrote in open activities, between the rules and the store, which sees only what is encrypted. What nobody
 * understands is set aside, and the rest goes on. Changes and ends are made of what was read, and again where it moved
 * meanwhile, so that nothing acknowledged is written over or left out of a count; while an activity ends, changes of it wait, so
 * that an end comes to its end.
 */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { KeyedQueue } from '#server/door/limits/KeyedQueue.ts';
import type { Log } from '#server/log/Log.ts';
import type { ActivityEnd } from '#server/store/ActivityStore.ts';
import type { Store } from '#server/store/Store.ts';
import type { Entries } from './publicSide.ts';
import { decrypt, encrypt, isPlain, rowName } from '#server/sealed/keys/entryCipher.ts';
import type { ActivityKeys } from '#server/sealed/keys/ActivityKeys.ts';
import type { ActivityRows } from './ActivityRows.ts';
import { emptyEntry, readEntry, type SealedEntry, writeEntry } from './SealedEntry.ts';
import { readOrNull } from './readOrNull.ts';
import { untilUnmoved } from './untilUnmoved.ts';

export interface SealedRowsOptions {
  readonly store: Pick<Store, 'listSealed' | 'readSealed' | 'changeSealed' | 'endActivity' | 'setAside'>;
  readonly activities: Pick<ActivityRows, 'keyOf' | 'dropKey'>;
  readonly keys: Pick<ActivityKeys, 'of'>;
  readonly log: Log;
}

/** One row. */
interface Where {
  readonly board: BoardId;
  readonly activity: string;
  readonly person: PersonId;
}

export class SealedRows {
  readonly #options: SealedRowsOptions;
  /** one change of a person in an activity at a time: each begins with what the one before it made */
  readonly #queue = new KeyedQueue();
  /** of activities that end just now */
  readonly #ends = new Map<string, Promise<void>>();

  constructor(options: SealedRowsOptions) {
    this.#options = options;
  }

  async entries(board: BoardId, activity: string): Promise<Entries> {
    return (await this.#readAll(board, activity)).entries;
  }

  /** The empty one where the person wrote nothing. */
  async entryOf(board: BoardId, activity: string, person: PersonId): Promise<SealedEntry> {
    return (await this.#read({ board, activity, person })).entry;
  }

  /**
   * Replaces what a person wrote by what `apply` makes of it; the same object changes nothing. Called again where it moved
   * meanwhile. What it throws rejects. Throws NotStoredError unless the activity is open.
   */
  async change(
    board: BoardId,
    activity: string,
    person: PersonId,
    apply: (before: SealedEntry) => SealedEntry,
  ): Promise<{ readonly entry: SealedEntry; readonly isChanged: boolean }> {
    const { store, activities } = this.#options;
    const row = rowName(board, activity, person);
    return this.#queue.take(row, () =>
      untilUnmoved(async () => {
        await this.#ends.get(`${board}/${activity}`);
        const { entry: before, stored } = await this.#read({ board, activity, person });
        const entry = apply(before);
        if (entry === before) return { entry, isChanged: false };
        const text = writeEntry(entry);
        const to = text === null ? null : encrypt(await activities.keyOf(board, activity), row, text);
        await store.changeSealed(board, activity, person, { from: stored, to });
        return { entry, isChanged: true };
      }),
    );
  }

  /**
   * Ends an activity with what `count` makes of all that was written; called again where something was written meanwhile. One
   * end of an activity at a time. What `count` throws rejects, and nothing is changed. Throws NotStoredError unless it is open.
   */
  async end(board: BoardId, activity: string, count: (entries: Entries) => Promise<ActivityEnd>): Promise<void> {
    const { store, activities } = this.#options;
    const name = `${board}/${activity}`;
    const end = untilUnmoved(async () => {
      const { entries, stored } = await this.#readAll(board, activity);
      await store.endActivity(board, activity, await count(entries), stored);
    });
    const ended = end.catch(() => undefined);
    this.#ends.set(name, ended);
    try {
      await end;
    } finally {
      if (this.#ends.get(name) === ended) this.#ends.delete(name);
    }
    await activities.dropKey(board, activity);
  }

  /** `stored`: all that stands there, also what is not understood and could not be set aside. */
  async #readAll(
    board: BoardId,
    activity: string,
  ): Promise<{ readonly entries: Entries; readonly stored: ReadonlyMap<PersonId, string> }> {
    const entries = new Map<PersonId, SealedEntry>();
    const all = await this.#options.store.listSealed(board, activity);
    const stored = new Map(all);
    for (const [person, content] of all) {
      const entry = this.#understand({ board, activity, person }, content);
      if (entry !== null) entries.set(person, entry);
      else if (await this.#setAside({ board, activity, person })) stored.delete(person);
    }
    return { entries, stored };
  }

  /** `stored`: as the store has it; null: nothing. */
  async #read(where: Where): Promise<{ readonly entry: SealedEntry; readonly stored: string | null }> {
    const stored = await this.#options.store.readSealed(where.board, where.activity, where.person);
    if (stored === null) return { entry: emptyEntry, stored };
    const entry = this.#understand(where, stored);
    if (entry !== null) return { entry, stored };
    return { entry: emptyEntry, stored: (await this.#setAside(where)) ? null : stored };
  }

  #understand({ board, activity, person }: Where, stored: string): SealedEntry | null {
    return readOrNull(() => {
      if (isPlain(stored)) return readEntry(stored);
      const key = this.#options.keys.of(board, activity);
      // it ended just now
      return key === null ? emptyEntry : readEntry(decrypt(key, rowName(board, activity, person), stored));
    });
  }

  /** False where the disk refuses: it is set aside when it is read again, and nobody gets it meanwhile. */
  async #setAside({ board, activity, person }: Where): Promise<boolean> {
    const { store, log } = this.#options;
    log.error('sealed.entryUnreadable', { board });
    try {
      await store.setAside(board, 'ballots', `${activity}/${person}`);
      return true;
    } catch (error) {
      log.error('sealed.setAsideFailed', { board }, error);
      return false;
    }
  }
}
