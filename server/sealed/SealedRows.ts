/**
 * Rounds and what people wrote in them, between the rules and the store. What nobody understands is set aside, and the rest
 * goes on. Changes and ends are made of what was read, and again where it moved meanwhile, so that nothing acknowledged is
 * written over or left out of a count; while a round ends, changes of it wait, so that an end comes to its end.
 */
import * as v from 'valibot';
import { SealedRound } from '#shared/session/SealedRound.ts';
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { Turns } from '#server/door/Turns.ts';
import type { Log } from '#server/relay/Log.ts';
import type { RoundEnd, RoundRow } from '#server/store/RoundStore.ts';
import { MovedError, type Store } from '#server/store/Store.ts';
import type { Entries } from './publicSide.ts';
import { emptyEntry, readEntry, type SealedEntry, writeEntry } from './SealedEntry.ts';

export interface UnderstoodRound {
  readonly row: RoundRow;
  readonly round: SealedRound;
}

interface Read {
  readonly entry: SealedEntry;
  /** as the store gave it; null: nothing */
  readonly stored: string | null;
}

export interface SealedRowsOptions {
  readonly store: Pick<Store, 'listRounds' | 'listSealed' | 'readSealed' | 'changeSealed' | 'endRound' | 'setAside'>;
  readonly log: Log;
}

export class SealedRows {
  readonly #store: SealedRowsOptions['store'];
  readonly #log: Log;
  /** one change of a person in a round at a time: each begins with what the one before it made */
  readonly #turns = new Turns();
  /** of rounds that end just now */
  readonly #ends = new Map<string, Promise<void>>();

  constructor({ store, log }: SealedRowsOptions) {
    this.#store = store;
    this.#log = log;
  }

  /** Of that board, the one opened first comes first. */
  async rounds(board: BoardId): Promise<readonly UnderstoodRound[]> {
    const understood: UnderstoodRound[] = [];
    for (const row of await this.#store.listRounds(board)) {
      const round = attempt(() => v.parse(SealedRound, JSON.parse(row.content)));
      if (round !== null) understood.push({ row, round });
      else {
        this.#log.error('sealed.roundUnreadable', { board });
        await this.#store.setAside(board, 'rounds', row.id);
      }
    }
    return understood;
  }

  async entries(board: BoardId, round: string): Promise<Entries> {
    return entriesOf(await this.#readAll(board, round));
  }

  /** The empty one where the person wrote nothing. */
  async entryOf(board: BoardId, round: string, person: PersonId): Promise<SealedEntry> {
    return (await this.#read(board, round, person)).entry;
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
    const key = `${board}/${round}`;
    return this.#turns.take(`${key}/${person}`, () =>
      untilUnmoved(async () => {
        await this.#ends.get(key);
        const { entry: before, stored } = await this.#read(board, round, person);
        const entry = apply(before);
        if (entry === before) return { entry, isChanged: false };
        await this.#store.changeSealed(board, round, person, { from: stored, to: writeEntry(entry) });
        return { entry, isChanged: true };
      }),
    );
  }

  /**
   * Ends a round with what `count` makes of all that was written; called again where something was written meanwhile. One
   * end of a round at a time. What `count` throws rejects, and nothing is changed. Throws NotStoredError unless it is open.
   */
  async end(board: BoardId, round: string, count: (entries: Entries) => Promise<RoundEnd>): Promise<void> {
    const key = `${board}/${round}`;
    const end = untilUnmoved(async () => {
      const all = await this.#readAll(board, round);
      const counted = new Map([...all].map(([person, { stored }]) => [person, stored]));
      await this.#store.endRound(board, round, await count(entriesOf(all)), counted);
    });
    const ended = end.catch(() => undefined);
    this.#ends.set(key, ended);
    try {
      await end;
    } finally {
      if (this.#ends.get(key) === ended) this.#ends.delete(key);
    }
  }

  async #readAll(board: BoardId, round: string): Promise<ReadonlyMap<PersonId, Read & { readonly stored: string }>> {
    const understood = new Map<PersonId, Read & { readonly stored: string }>();
    for (const [person, stored] of await this.#store.listSealed(board, round)) {
      const entry = attempt(() => readEntry(stored));
      if (entry !== null) understood.set(person, { entry, stored });
      else await this.#setAside(board, round, person);
    }
    return understood;
  }

  async #read(board: BoardId, round: string, person: PersonId): Promise<Read> {
    const stored = await this.#store.readSealed(board, round, person);
    if (stored === null) return { entry: emptyEntry, stored };
    const entry = attempt(() => readEntry(stored));
    if (entry !== null) return { entry, stored };
    await this.#setAside(board, round, person);
    return { entry: emptyEntry, stored: null };
  }

  async #setAside(board: BoardId, round: string, person: PersonId): Promise<void> {
    this.#log.error('sealed.entryUnreadable', { board });
    await this.#store.setAside(board, 'ballots', `${round}/${person}`);
  }
}

function entriesOf(all: ReadonlyMap<PersonId, Read>): Entries {
  return new Map([...all].map(([person, { entry }]) => [person, entry]));
}

/** null where it throws; the error may quote what nobody may see (SEALED-10). */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

async function untilUnmoved<T>(run: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof MovedError)) throw error;
    }
  }
}
