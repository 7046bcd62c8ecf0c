/**
 * What people wrote in open rounds, between the rules and the store, which sees only what is encrypted. What nobody
 * understands is set aside, and the rest goes on. Changes and ends are made of what was read, and again where it moved
 * meanwhile, so that nothing acknowledged is written over or left out of a count; while a round ends, changes of it wait, so
 * that an end comes to its end.
 */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { Turns } from '#server/door/limits/KeyedQueue.ts';
import type { Log } from '#server/log/Log.ts';
import type { RoundEnd } from '#server/store/ActivityStore.ts';
import type { Store } from '#server/store/Store.ts';
import type { Entries } from './publicSide.ts';
import { decrypt, encrypt, isPlain, rowName } from '#server/sealed/keys/entryCipher.ts';
import type { RoundKeys } from '#server/sealed/keys/ActivityKeys.ts';
import type { RoundRows } from './ActivityRows.ts';
import { emptyEntry, readEntry, type SealedEntry, writeEntry } from './SealedEntry.ts';
import { understood } from './readOrNull.ts';
import { untilUnmoved } from './untilUnmoved.ts';

export interface SealedRowsOptions {
  readonly store: Pick<Store, 'listSealed' | 'readSealed' | 'changeSealed' | 'endRound' | 'setAside'>;
  readonly rounds: Pick<RoundRows, 'keyOf' | 'dropKey'>;
  readonly keys: Pick<RoundKeys, 'of'>;
  readonly log: Log;
}

/** One row. */
interface Where {
  readonly board: BoardId;
  readonly round: string;
  readonly person: PersonId;
}

export class SealedRows {
  readonly #options: SealedRowsOptions;
  /** one change of a person in a round at a time: each begins with what the one before it made */
  readonly #turns = new Turns();
  /** of rounds that end just now */
  readonly #ends = new Map<string, Promise<void>>();

  constructor(options: SealedRowsOptions) {
    this.#options = options;
  }

  async entries(board: BoardId, round: string): Promise<Entries> {
    return (await this.#readAll(board, round)).entries;
  }

  /** The empty one where the person wrote nothing. */
  async entryOf(board: BoardId, round: string, person: PersonId): Promise<SealedEntry> {
    return (await this.#read({ board, round, person })).entry;
  }

  /**
   * Replaces what a person wrote by what `apply` makes of it; the same object changes nothing. Called again where it moved
   * meanwhile. What it throws rejects. Throws NotStoredError unless the round is open.
   */
  async change(
    board: BoardId,
    round: string,
    person: PersonId,
    apply: (before: SealedEntry) => SealedEntry,
  ): Promise<{ readonly entry: SealedEntry; readonly isChanged: boolean }> {
    const { store, rounds } = this.#options;
    const row = rowName(board, round, person);
    return this.#turns.take(row, () =>
      untilUnmoved(async () => {
        await this.#ends.get(`${board}/${round}`);
        const { entry: before, stored } = await this.#read({ board, round, person });
        const entry = apply(before);
        if (entry === before) return { entry, isChanged: false };
        const text = writeEntry(entry);
        const to = text === null ? null : encrypt(await rounds.keyOf(board, round), row, text);
        await store.changeSealed(board, round, person, { from: stored, to });
        return { entry, isChanged: true };
      }),
    );
  }

  /**
   * Ends a round with what `count` makes of all that was written; called again where something was written meanwhile. One
   * end of a round at a time. What `count` throws rejects, and nothing is changed. Throws NotStoredError unless it is open.
   */
  async end(board: BoardId, round: string, count: (entries: Entries) => Promise<RoundEnd>): Promise<void> {
    const { store, rounds } = this.#options;
    const name = `${board}/${round}`;
    const end = untilUnmoved(async () => {
      const { entries, stored } = await this.#readAll(board, round);
      await store.endRound(board, round, await count(entries), stored);
    });
    const ended = end.catch(() => undefined);
    this.#ends.set(name, ended);
    try {
      await end;
    } finally {
      if (this.#ends.get(name) === ended) this.#ends.delete(name);
    }
    await rounds.dropKey(board, round);
  }

  /** `stored`: all that stands there, also what is not understood and could not be set aside. */
  async #readAll(
    board: BoardId,
    round: string,
  ): Promise<{ readonly entries: Entries; readonly stored: ReadonlyMap<PersonId, string> }> {
    const entries = new Map<PersonId, SealedEntry>();
    const all = await this.#options.store.listSealed(board, round);
    const stored = new Map(all);
    for (const [person, content] of all) {
      const entry = this.#understand({ board, round, person }, content);
      if (entry !== null) entries.set(person, entry);
      else if (await this.#setAside({ board, round, person })) stored.delete(person);
    }
    return { entries, stored };
  }

  /** `stored`: as the store has it; null: nothing. */
  async #read(where: Where): Promise<{ readonly entry: SealedEntry; readonly stored: string | null }> {
    const stored = await this.#options.store.readSealed(where.board, where.round, where.person);
    if (stored === null) return { entry: emptyEntry, stored };
    const entry = this.#understand(where, stored);
    if (entry !== null) return { entry, stored };
    return { entry: emptyEntry, stored: (await this.#setAside(where)) ? null : stored };
  }

  #understand({ board, round, person }: Where, stored: string): SealedEntry | null {
    return understood(() => {
      if (isPlain(stored)) return readEntry(stored);
      const key = this.#options.keys.of(board, round);
      // it ended just now
      return key === null ? emptyEntry : readEntry(decrypt(key, rowName(board, round, person), stored));
    });
  }

  /** False where the disk refuses: it is set aside when it is read again, and nobody gets it meanwhile. */
  async #setAside({ board, round, person }: Where): Promise<boolean> {
    const { store, log } = this.#options;
    log.error('sealed.entryUnreadable', { board });
    try {
      await store.setAside(board, 'ballots', `${round}/${person}`);
      return true;
    } catch (error) {
      log.error('sealed.setAsideFailed', { board }, error);
      return false;
    }
  }
}
