/** One try to connect: it has a deadline, wherever it hangs, and what an older try still hears is nobody's. */
import type { Clock } from '#client/connection/Ports.ts';

/** From asking for a ticket until the server's document is there, or a further piece of it. */
const longestMs = 15_000;

export class Attempt {
  readonly #clock: Clock;
  readonly #onLate: () => void;
  #number = 0;
  #cancel: (() => void) | null = null;
  #isAsking = false;

  constructor(clock: Clock, onLate: () => void) {
    this.#clock = clock;
    this.#onLate = onLate;
  }

  /** The ticket was asked for and has not come; over a line that is gone it may never come. */
  get isAsking(): boolean {
    return this.#isAsking;
  }

  /** Begins a new try. What it gives is called when the ticket came: whether that is still wanted. */
  begin(): () => boolean {
    this.end();
    const mine = this.#number;
    this.#wait();
    this.#isAsking = true;
    return () => {
      if (mine !== this.#number) return false;
      this.#isAsking = false;
      return true;
    };
  }

  /** A piece of the document came: a large board over a slow line takes its time. */
  goesOn(): void {
    if (this.#cancel !== null) this.#wait();
  }

  #wait(): void {
    this.#cancel?.();
    this.#cancel = this.#clock.after(longestMs, () => {
      this.end();
      this.#onLate();
    });
  }

  /** It came to something, or to nothing. */
  end(): void {
    this.#number += 1;
    this.#isAsking = false;
    this.#cancel?.();
    this.#cancel = null;
  }
}
