/**
 * Counts what is not yet on the server's disk. The server says "the first n document messages of this connection are
 * saved"; only that makes a change saved. People see changes, not messages: updates that follow each other within half a
 * second (one drag, one word) are one change.
 */
const oneChangeMs = 500;

export class SavedCounter {
  readonly #now: () => number;
  #waiting = 0;
  #isWaiting = false;
  #messages = 0;
  #inFlight: { readonly message: number; readonly changes: number }[] = [];
  #lastChangeAt = Number.NEGATIVE_INFINITY;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Changes found on this device at the start, or undone acknowledgements. */
  restore(changes: number): void {
    this.#waiting += changes;
    this.#isWaiting ||= changes > 0;
  }

  changed(): void {
    const now = this.#now();
    if (now - this.#lastChangeAt > oneChangeMs || !this.isUnsaved) this.#waiting += 1;
    this.#lastChangeAt = now;
    this.#isWaiting = true;
  }

  /** A document message has left; `isLast` when nothing is left behind it, `isEmpty` when it changes nothing. */
  sent({ isLast, isEmpty }: { readonly isLast: boolean; readonly isEmpty: boolean }): void {
    this.#messages += 1;
    if (!isEmpty) this.#inFlight.push({ message: this.#messages, changes: isLast ? this.#waiting : 0 });
    if (!isLast) return;
    this.#waiting = 0;
    this.#isWaiting = false;
  }

  /** True when this acknowledged something of ours. */
  saved(messages: number): boolean {
    const before = this.#inFlight.length;
    this.#inFlight = this.#inFlight.filter((sent) => sent.message > messages);
    return this.#inFlight.length < before;
  }

  /** A message was not taken and waits to be sent again; the server counts it as dealt with, so this says it is not. */
  refused(message: number): void {
    const found = this.#inFlight.find((sent) => sent.message === message);
    this.#inFlight = this.#inFlight.filter((sent) => sent !== found);
    this.#waiting += Math.max(1, found?.changes ?? 0);
    this.#isWaiting = true;
  }

  /** The connection is gone: what was under way counts as kept again, and messages start at 1. */
  broken(): void {
    for (const sent of this.#inFlight) {
      this.#waiting += sent.changes;
      this.#isWaiting = true;
    }
    if (this.#inFlight.length > 0 && this.#waiting === 0) this.#waiting = 1;
    this.#inFlight = [];
    this.#messages = 0;
  }

  get isUnsaved(): boolean {
    return this.#isWaiting || this.#inFlight.length > 0;
  }

  /** Unsaved changes; at least 1 while anything is unsaved. */
  get kept(): number {
    const changes = this.#inFlight.reduce((sum, sent) => sum + sent.changes, this.#waiting);
    return this.isUnsaved ? Math.max(1, changes) : 0;
  }
}
