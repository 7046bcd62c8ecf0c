/**
 * The number under which a page writes (Yjs calls it the client id). Each costs every board that it wrote to a few bytes for ever,
 * so a page takes up one that an earlier page of the same copy left; but two pages that wrote different things under the same
 * number would never agree again, so any doubt means a new one. A number is used again only
 *
 * - by one page at a time: the browser gives out its lock once (without Web Locks, as over plain HTTP, each page has a new one),
 * - when neither the copy on this device nor the server has anything written under it that this document lacks,
 * - and when the server says that no other line writes under it (SYNC-21).
 *
 * Until then, and offline, a page writes under a new number (decision 0235).
 */
import * as random from 'lib0/random';
import * as Y from 'yjs';
import type { Clock } from '#client/connection/Ports.ts';

/** Takes the lock of a number: answers with how it is given back, or null where another page has it. `onLost`: it is gone. */
export type TakeLock = (id: number, onLost: () => void) => Promise<(() => void) | null>;

export interface WritingIdSetup {
  readonly doc: Y.Doc;
  readonly clock: Clock;
  /** Absent where the browser has no locks. */
  readonly takeLock?: TakeLock;
  /** Asks the server; it answers through `answered`. */
  readonly ask: (id: number, clock: number) => void;
  /** True when the copy on this device has nothing under the number from this clock on. */
  readonly isAllInCopy: (id: number, clock: number) => Promise<boolean>;
  /** Remembers the number for later pages. */
  readonly keep: (id: number) => void;
  readonly report: (fault: unknown) => void;
}

/** A line that its page left is noticed dead after 40 s at most; until then the server does not give its number away. */
const againMs = 10_000;
const mostTries = 6;

export class WritingId {
  readonly #setup: WritingIdSetup;
  readonly #locks = new Map<number, () => void>();
  /** Numbers that earlier pages left. */
  #left: readonly number[] = [];
  /** Asked for, and the clock up to which this document had it. */
  #asked: { readonly id: number; readonly clock: number } | null = null;
  /** The answer that is awaited is about the document as it was before the server's came. */
  #wasAskedEarly = false;
  #isLooking = false;
  #isOpen = false;
  #isEnded = false;
  /** Given by the server at some time; its page asks for it again with each line. */
  #given: number | null = null;
  #kept: number | null = null;
  #triesLeft = 0;
  #cancel: (() => void) | null = null;

  constructor(setup: WritingIdSetup) {
    this.#setup = setup;
    void this.#lock(setup.doc.clientID);
  }

  /** Numbers that the copy on this device knows. */
  offer(ids: readonly number[]): void {
    this.#left = ids;
  }

  /** The line is open: mostly this document has everything, and the answer is there before anybody writes. */
  opened(): void {
    this.#isOpen = true;
    this.#asked = null;
    void this.#look();
  }

  /** The server's document is there, and with it what the copy may have lacked. */
  synced(): void {
    this.#triesLeft = mostTries;
    this.#wasAskedEarly = this.#asked !== null;
    void this.#look();
  }

  broken(): void {
    this.#isOpen = false;
    this.#triesLeft = 0;
    this.#asked = null;
    this.#cancel?.();
    this.#cancel = null;
  }

  /** Something was written in the document here. */
  wrote(): void {
    const id = this.#setup.doc.clientID;
    if (id === this.#kept) return;
    if (this.#locks.has(id)) this.#keep(id);
    else void this.#lock(id);
  }

  /** The server's answer. */
  answered(id: number, isGranted: boolean): void {
    const asked = this.#asked;
    if (asked?.id !== id) return;
    this.#asked = null;
    const { doc } = this.#setup;
    if (isGranted && this.#locks.has(id) && Y.getState(doc.store, id) === asked.clock) {
      this.#given = id;
      doc.clientID = id;
      return;
    }
    if (doc.clientID === id) this.#renew();
    this.#giveBack(id);
    this.#left = [...this.#left.filter((one) => one !== id), id];
    if (this.#wasAskedEarly) void this.#look();
    else this.#lookAgain();
    this.#wasAskedEarly = false;
  }

  end(): void {
    this.#isEnded = true;
    this.broken();
    for (const release of this.#locks.values()) release();
    this.#locks.clear();
  }

  /** Takes up a number that was left; the one that is in use already is only asked for again. */
  async #look(): Promise<void> {
    if (this.#isLooking || this.#asked !== null) return;
    this.#isLooking = true;
    try {
      const { doc } = this.#setup;
      // Yjs takes a new number where it sees that somebody else writes under this one
      if (this.#given !== null && this.#given !== doc.clientID) this.#given = null;
      for (const id of this.#given === null ? this.#left : [this.#given]) {
        if (!(await this.#lock(id))) continue;
        const clock = Y.getState(doc.store, id);
        // what waits for its predecessors is not counted as known, and may hold anything
        const isWhole = doc.store.pendingStructs === null;
        const isAll = id === this.#given || (isWhole && (await this.#setup.isAllInCopy(id, clock)));
        if (isAll && this.#isOpen && !this.#isEnded && Y.getState(doc.store, id) === clock) {
          this.#asked = { id, clock };
          this.#setup.ask(id, clock);
          return;
        }
        if (id !== doc.clientID) this.#giveBack(id);
      }
    } catch (fault) {
      this.#setup.report(fault);
    } finally {
      this.#isLooking = false;
    }
    this.#lookAgain();
  }

  #lookAgain(): void {
    const { clock } = this.#setup;
    if (!this.#isOpen || this.#given !== null || this.#left.length === 0 || this.#triesLeft === 0) return;
    this.#triesLeft -= 1;
    this.#cancel ??= clock.after(againMs, () => {
      this.#cancel = null;
      void this.#look();
    });
  }

  /** True when this page has the lock of the number. */
  async #lock(id: number): Promise<boolean> {
    if (this.#locks.has(id)) return true;
    try {
      const release = (await this.#setup.takeLock?.(id, () => this.#lost(id))) ?? null;
      if (release === null) return false;
      if (this.#isEnded) {
        release();
        return false;
      }
      this.#locks.set(id, release);
    } catch (fault) {
      this.#setup.report(fault);
      return false;
    }
    const { doc } = this.#setup;
    if (doc.clientID === id && Y.getState(doc.store, id) > 0) this.#keep(id);
    return true;
  }

  #keep(id: number): void {
    this.#kept = id;
    this.#setup.keep(id);
  }

  /** Another page may write under it now. */
  #lost(id: number): void {
    this.#locks.delete(id);
    if (this.#setup.doc.clientID === id) this.#renew();
  }

  #renew(): void {
    this.#given = null;
    this.#setup.doc.clientID = random.uint32();
    void this.#lock(this.#setup.doc.clientID);
  }

  #giveBack(id: number): void {
    this.#locks.get(id)?.();
    this.#locks.delete(id);
  }
}
