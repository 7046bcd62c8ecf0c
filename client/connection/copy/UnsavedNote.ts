/** Writes into the copy on this device how many changes the server does not have yet: soon after they change, or at once. */
import type { Clock } from '#client/connection/Ports.ts';

const soonMs = 400;

export class UnsavedNote {
  readonly #clock: Clock;
  readonly #write: (changes: number) => void;
  #kept = 0;
  #written = 0;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, write: (changes: number) => void) {
    this.#clock = clock;
    this.#write = write;
  }

  soon(kept: number): void {
    this.#kept = kept;
    this.#cancel ??= this.#clock.after(soonMs, () => this.now(this.#kept));
  }

  now(kept: number): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#kept = kept;
    // noted anew although the number is the same: another tab may have taken over what it stood for
    if (kept === 0 && this.#written === 0) return;
    this.#written = kept;
    this.#write(kept);
  }

  /** The copy was emptied. */
  reset(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#written = 0;
  }
}
