/**
 * Counts events per key (an address) over a sliding window: of the window before, only the share that still overlaps
 * counts. Two numbers per key instead of a list of times, so that a flood costs no memory.
 */
export class SlidingWindow {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #nowMs: () => number;
  #window = 0;
  #current = new Map<string, number>();
  #previous = new Map<string, number>();

  constructor(options: { readonly limit: number; readonly windowMs: number; readonly nowMs: () => number }) {
    this.#limit = options.limit;
    this.#windowMs = options.windowMs;
    this.#nowMs = options.nowMs;
  }

  /** True when this key has used up its events. */
  isFull(key: string): boolean {
    this.#turn();
    const share = 1 - (this.#nowMs() % this.#windowMs) / this.#windowMs;
    return (this.#current.get(key) ?? 0) + (this.#previous.get(key) ?? 0) * share >= this.#limit;
  }

  add(key: string): void {
    this.#turn();
    this.#current.set(key, (this.#current.get(key) ?? 0) + 1);
  }

  #turn(): void {
    const window = Math.floor(this.#nowMs() / this.#windowMs);
    if (window === this.#window) return;
    this.#previous = window === this.#window + 1 ? this.#current : new Map();
    this.#current = new Map();
    this.#window = window;
  }
}
