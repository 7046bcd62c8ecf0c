/**
 * Lets only few tasks work at once. Those that wait are taken key by key (an address), so that whoever asks for much waits
 * for themselves and not the others.
 */
export interface FairTurnsLimits {
  /** tasks that work at once */
  readonly atOnce: number;
  /** tasks of one key that work or wait */
  readonly perKey: number;
  /** tasks that wait, of all keys */
  readonly waiting: number;
}

export class FairQueue {
  readonly #limits: FairTurnsLimits;
  /** in the order in which they come to their turn: a key that was served goes to the end */
  readonly #waiting = new Map<string, (() => void)[]>();
  readonly #own = new Map<string, number>();
  #working = 0;

  constructor(limits: FairTurnsLimits) {
    this.#limits = limits;
  }

  /** Runs the task when its turn comes. Null at once where this key, or everybody together, has too many. */
  take<T>(key: string, task: () => Promise<T>): Promise<T> | null {
    const own = this.#own.get(key) ?? 0;
    if (own >= this.#limits.perKey) return null;
    const mustWait = this.#working >= this.#limits.atOnce;
    if (mustWait && this.#waitingCount() >= this.#limits.waiting) return null;
    this.#own.set(key, own + 1);
    if (!mustWait) this.#working += 1;
    return this.#run(key, task, mustWait);
  }

  async #run<T>(key: string, task: () => Promise<T>, mustWait: boolean): Promise<T> {
    // Whoever ends hands its place over.
    if (mustWait) await new Promise<void>((resolve) => this.#wait(key, resolve));
    try {
      return await task();
    } finally {
      const own = (this.#own.get(key) ?? 1) - 1;
      if (own > 0) this.#own.set(key, own);
      else this.#own.delete(key);
      this.#next();
    }
  }

  #wait(key: string, start: () => void): void {
    const own = this.#waiting.get(key);
    if (own === undefined) this.#waiting.set(key, [start]);
    else own.push(start);
  }

  #next(): void {
    const [first] = this.#waiting;
    if (first === undefined) {
      this.#working -= 1;
      return;
    }
    const [key, starts] = first;
    const [start, ...rest] = starts;
    this.#waiting.delete(key);
    if (rest.length > 0) this.#waiting.set(key, rest);
    start?.();
  }

  #waitingCount(): number {
    return [...this.#waiting.values()].reduce((sum, { length }) => sum + length, 0);
  }
}
