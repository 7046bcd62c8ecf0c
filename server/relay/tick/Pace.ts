/**
 * How far apart ticks are. A quiet room flushes at the end of the turn; each tick then rests several times as long as ticks
 * cost on average, so that applying and sending take a bounded share of the core however many people are active.
 */

/** Weight of the newest tick: one slow tick (a pause of the machine, a large import) must not hold up those after it. */
const newest = 0.2;

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

  /**
   * `startedAtMs`: when the tick began; waiting for the disk is rest already. `withPresence`: presence went along, which has
   * a rate of its own, so the cost says nothing about ticks unless it is a low one.
   */
  ended(costMs: number, startedAtMs: number, withPresence: boolean): void {
    const cost = withPresence ? Math.min(costMs, this.#costMs) : costMs;
    this.#costMs += (cost - this.#costMs) * newest;
    this.#restsFromMs = startedAtMs + costMs;
  }

  /** Milliseconds until the next tick may start; 0 = at the end of this turn. */
  waitMs(nowMs: number): number {
    const gap = Math.min(this.#maxMs, this.#costMs * this.#rest);
    // timers have a grain of one millisecond
    return gap < 1 ? 0 : Math.max(0, this.#restsFromMs + gap - nowMs);
  }
}
