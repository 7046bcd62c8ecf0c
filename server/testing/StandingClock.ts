/**
 * A wall clock that stands until a test moves it, over the timers of the system. What is counted by the minute or the hour is
 * counted in one of them then, however long the test takes and whenever it runs.
 */
import type { Clock } from '#server/clock/Clock.ts';
import { systemClock } from '#server/clock/systemClock.ts';

export class StandingClock implements Clock {
  readonly elapsedMs = systemClock.elapsedMs;
  readonly setTimer = systemClock.setTimer;
  readonly defer = systemClock.defer;
  #nowMs = systemClock.nowMs();

  nowMs(): number {
    return this.#nowMs;
  }

  /** Nothing is excused because the machine is busy: tests count exactly. */
  stoodStillMs(): number {
    return 0;
  }

  pass(ms: number): void {
    this.#nowMs += ms;
  }
}
