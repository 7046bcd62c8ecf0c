/**
 * How far apart ticks are. A quiet room flushes at the end of the turn; each tick then rests several times as long as it
 * cost, so that applying and sending take a bounded share of the core however many people are active.
 */

export class Pace {
  readonly #rest: number;
  readonly #maxMs: number;
  #costMs = 0;
  #restsFromMs = -Infinity;

  /** `rest`: how many times its own cost a tick rests; `maxMs`: never longer than this. */
  constructor(rest: number, maxMs: number) {
    this.#rest = rest;
    this.#maxMs = maxMs;
  }

  /** `startedAtMs`: when the tick began; waiting for the disk is rest already. */
  ended(costMs: number, startedAtMs: number): void {
    // rises at once, falls slowly: a spared tick must not tempt the room into a burst of small ones
    this.#costMs = costMs > this.#costMs ? costMs : this.#costMs * 0.7 + costMs * 0.3;
    this.#restsFromMs = startedAtMs + costMs;
  }

  /** Milliseconds until the next tick may start; 0 = at the end of this turn. */
  waitMs(nowMs: number): number {
    const gap = Math.min(this.#maxMs, this.#costMs * this.#rest);
    // timers have a grain of one millisecond
    return gap < 1 ? 0 : Math.max(0, this.#restsFromMs + gap - nowMs);
  }
}
