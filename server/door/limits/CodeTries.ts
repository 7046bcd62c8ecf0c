/**
 * How many short codes are looked up. A code has 38 bits, so guessing is bounded for the whole server, from however many
 * addresses; but a whole workshop sits behind one of them and mistypes, so nobody is shut out: above the budget codes wait for
 * a turn, address by address, so many a second and no more.
 */
import { Refusal } from '#shared/wire/Refusal.ts';
import { FairQueue } from './FairQueue.ts';
import { SlidingWindow } from './SlidingWindow.ts';

export interface CodeTriesOptions {
  /** that are looked up at once; half of them from one address */
  readonly perMinute: number;
  readonly nowMs: () => number;
  readonly wait?: (ms: number) => Promise<void>;
}

const turnMs = 250;
const perAddress = 20;
const waiting = 400;
const everywhere = 'everywhere';

export class CodeTries {
  readonly #tried: SlidingWindow;
  readonly #triedFrom: SlidingWindow;
  readonly #queue = new FairQueue({ atOnce: 1, perKey: perAddress, waiting });
  readonly #wait: (ms: number) => Promise<void>;

  constructor({ perMinute, nowMs, wait = sleep }: CodeTriesOptions) {
    const minute = { windowMs: 60_000, nowMs };
    this.#tried = new SlidingWindow({ limit: perMinute, ...minute });
    this.#triedFrom = new SlidingWindow({ limit: Math.ceil(perMinute / 2), ...minute });
    this.#wait = wait;
  }

  /** Resolves when a code may be looked up. Throws `too-fast` where too many of this address, or altogether, wait already. */
  async take(address: string): Promise<void> {
    if (!this.#tried.isFull(everywhere) && !this.#triedFrom.isFull(address)) {
      this.#tried.add(everywhere);
      this.#triedFrom.add(address);
      return;
    }
    const turn = this.#queue.take(address, () => this.#wait(turnMs));
    if (turn === null) throw new Refusal('too-fast');
    await turn;
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
