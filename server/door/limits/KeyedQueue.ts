/** Lets one task at a time run per key (a board), in the order of asking; tasks of different keys do not wait. */
export class KeyedQueue {
  readonly #last = new Map<string, Promise<void>>();

  /** Resolves when nothing runs or waits. */
  async idle(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values());
  }

  async take<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const run = before === undefined ? task() : before.then(task);
    const done = run.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(key, done);
    try {
      return await run;
    } finally {
      if (this.#last.get(key) === done) this.#last.delete(key);
    }
  }
}
