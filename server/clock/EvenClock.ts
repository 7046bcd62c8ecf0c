/**
 * The time of running workshops: the wall clock, as long as that runs evenly. When somebody sets it (an operator, the network's
 * time after hours without), the clocks of steps would be over for all, or run for hours. So the elapsed time stands beside
 * it: a wall clock that was set is taken over only when all that runs by it has been moved along.
 */
import type { Clock } from './Clock.ts';
import { everySecond } from './everySecond.ts';

/** Gets ready for a wall clock that is set by so much; resolves when it is, and does the rest right after `adopted`. */
export type OnClockSet = (byMs: number, adopted: Promise<void>) => Promise<void>;

/** A clock that is only corrected goes along at once. */
const isSetMs = 2_000;

export class EvenClock {
  readonly #clock: Clock;
  readonly #onSet: OnClockSet;
  /** wall time at elapsed time 0 */
  #baseMs: number;
  #isMoving = false;

  constructor(clock: Clock, onSet: OnClockSet) {
    this.#clock = clock;
    this.#onSet = onSet;
    this.#baseMs = clock.nowMs() - clock.elapsedMs();
    everySecond(clock, () => void this.#look());
  }

  nowMs(): number {
    return Math.round(this.#baseMs + this.#clock.elapsedMs());
  }

  async #look(): Promise<void> {
    if (this.#isMoving) return;
    const byMs = Math.round(this.#clock.nowMs() - this.#clock.elapsedMs() - this.#baseMs);
    if (Math.abs(byMs) < isSetMs) {
      this.#baseMs += byMs;
      return;
    }
    this.#isMoving = true;
    let adopt = (): void => {};
    const adopted = new Promise<void>((resolve) => (adopt = resolve));
    try {
      await this.#onSet(byMs, adopted);
    } finally {
      this.#baseMs += byMs;
      this.#isMoving = false;
      adopt();
    }
  }
}
