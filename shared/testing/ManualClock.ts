/** A clock that stands still until a test moves it. Fits the relay's `Clock` port. */

interface Timer {
  readonly run: () => void;
  readonly atMs: number;
}

export class ManualClock {
  #elapsedMs = 0;
  #stoodStillMs = 0;
  readonly #startMs: number;
  readonly #timers = new Set<Timer>();
  #deferred: { run: () => void }[] = [];

  constructor(startMs = Date.UTC(2030, 0, 1)) {
    this.#startMs = startMs;
  }

  nowMs(): number {
    return this.#startMs + this.#elapsedMs;
  }

  elapsedMs(): number {
    return this.#elapsedMs;
  }

  stoodStillMs(): number {
    return this.#stoodStillMs;
  }

  setTimer(run: () => void, ms: number): () => void {
    const timer = { run, atMs: this.#elapsedMs + ms };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  defer(run: () => void): () => void {
    const entry = { run };
    this.#deferred.push(entry);
    return () => {
      this.#deferred = this.#deferred.filter((one) => one !== entry);
    };
  }

  get timers(): number {
    return this.#timers.size;
  }

  /** Ends the turn of the event loop: runs what was deferred. True when something ran. */
  turn(): boolean {
    const due = this.#deferred;
    this.#deferred = [];
    for (const { run } of due) run();
    return due.length > 0;
  }

  /** Moves time, running timers in their order at their time. */
  advance(ms: number): void {
    const untilMs = this.#elapsedMs + ms;
    for (;;) {
      const next = [...this.#timers].filter((timer) => timer.atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#elapsedMs = Math.max(this.#elapsedMs, next.atMs);
      next.run();
    }
    this.#elapsedMs = untilMs;
  }

  /** Moves time without running anything, as when the event loop was blocked; the timers are late afterwards. */
  stall(ms: number): void {
    this.#elapsedMs += ms;
    this.#stoodStillMs += ms;
  }
}
