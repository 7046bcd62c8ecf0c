export interface SlidingWindowOptions {
  readonly limit: number;
  readonly windowMs: number;
  readonly nowMs: () => number;
  /** how long the server has stood still so far */
  readonly stoodStillMs?: () => number;
}

/**
 * Counts events per key (an address) over a sliding window: of the window before, only the share that still overlaps
 * counts. Two numbers per key instead of a list of times, so that a flood costs no memory. What piled up while the server
 * stood still arrives at once, so a window takes as much more as the standstill is long.
 */
export class SlidingWindow {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #nowMs: () => number;
  readonly #stoodStillMs: () => number;
  #window = 0;
  #current = new Map<string, number>();
  #previous = new Map<string, number>();
  /** what the server had stood still when these two windows began */
  #stillAtCurrent: number;
  #stillAtPrevious: number;

  constructor(options: SlidingWindowOptions) {
    this.#limit = options.limit;
    this.#windowMs = options.windowMs;
    this.#nowMs = options.nowMs;
    this.#stoodStillMs = options.stoodStillMs ?? (() => 0);
    this.#stillAtCurrent = this.#stillAtPrevious = this.#stoodStillMs();
  }

  /** True when this key has used up its events. */
  isFull(key: string): boolean {
    const used = this.used(key);
    const piled = (this.#stoodStillMs() - this.#stillAtPrevious) / this.#windowMs;
    return used >= Math.floor(this.#limit * (1 + piled));
  }

  /** What this key has used up so far. */
  used(key: string): number {
    this.#turn();
    const share = 1 - (this.#nowMs() % this.#windowMs) / this.#windowMs;
    return (this.#current.get(key) ?? 0) + (this.#previous.get(key) ?? 0) * share;
  }

  add(key: string, amount = 1): void {
    this.#turn();
    this.#current.set(key, (this.#current.get(key) ?? 0) + amount);
  }

  #turn(): void {
    const window = Math.floor(this.#nowMs() / this.#windowMs);
    if (window === this.#window) return;
    const isNext = window === this.#window + 1;
    this.#previous = isNext ? this.#current : new Map();
    const still = this.#stoodStillMs();
    this.#stillAtPrevious = isNext ? this.#stillAtCurrent : still;
    this.#stillAtCurrent = still;
    this.#current = new Map();
    this.#window = window;
  }
}
