/**
 * What this device has to tell the server: local updates, merged into at most one message per 33 ms, none larger than the
 * server takes. While the gate is closed nothing is collected, since the document itself holds it and the next sync step 2
 * carries it.
 */
import * as Y from 'yjs';
import type { Clock } from '#client/connection/Ports.ts';
import { splitUpdate } from './splitUpdate.ts';

const messageEveryMs = 33;
/** Below the server's 512 KiB a second, so that a large paste is not cut off as too fast. */
const bytesPerMs = 400;

export interface OutgoingSetup {
  readonly clock: Clock;
  readonly maxUpdateBytes: number;
  /** Sends one document message; `isLast` when nothing waits behind it. */
  readonly send: (update: Uint8Array, isLast: boolean) => void;
  /** A change that cannot be cut small enough; nothing after it can be sent either. */
  readonly onTooLarge: () => void;
}

export class OutgoingUpdates {
  readonly #setup: OutgoingSetup;
  #isOpen = false;
  #waiting: Uint8Array[] = [];
  #messages: Uint8Array[] = [];
  #cancel: (() => void) | null = null;
  #nextAt = 0;

  constructor(setup: OutgoingSetup) {
    this.#setup = setup;
  }

  /** The server has everything up to now (or gets it as `rest`). */
  open(rest: readonly Uint8Array[] = []): void {
    this.close();
    this.#isOpen = true;
    this.#messages = [...rest];
    if (rest.length > 0) this.#plan();
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#isOpen = false;
    this.#waiting = [];
    this.#messages = [];
  }

  push(update: Uint8Array): void {
    if (!this.#isOpen) return;
    this.#waiting.push(update);
    this.#plan();
  }

  /** Sends what waits now: the page is about to be hidden or closed. */
  flush(): void {
    while (this.#isOpen && (this.#waiting.length > 0 || this.#messages.length > 0)) this.#sendOne();
  }

  #plan(): void {
    if (this.#cancel !== null) return;
    const waitMs = Math.max(0, this.#nextAt - this.#setup.clock.now());
    this.#cancel = this.#setup.clock.after(waitMs, () => {
      this.#cancel = null;
      this.#sendOne();
      if (this.#waiting.length > 0 || this.#messages.length > 0) this.#plan();
    });
  }

  #sendOne(): void {
    if (!this.#isOpen) return;
    if (this.#messages.length === 0 && !this.#makeMessages()) return;
    const message = this.#messages.shift();
    if (message === undefined) return;
    const pauseMs = Math.max(messageEveryMs, message.byteLength / bytesPerMs);
    this.#nextAt = this.#setup.clock.now() + pauseMs;
    this.#setup.send(message, this.#messages.length === 0 && this.#waiting.length === 0);
  }

  #makeMessages(): boolean {
    if (this.#waiting.length === 0) return false;
    const merged = this.#waiting.length === 1 ? this.#waiting[0] : Y.mergeUpdates(this.#waiting);
    this.#waiting = [];
    const parts = merged === undefined ? [] : splitUpdate(merged, this.#setup.maxUpdateBytes);
    if (parts === null) {
      this.close();
      this.#setup.onTooLarge();
      return false;
    }
    this.#messages = [...parts];
    return true;
  }
}
