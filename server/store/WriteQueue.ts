/**
 * Collects all writes of one event-loop turn and hands them over as one group, so that they share one commit.
 * The group goes out with `setImmediate`: a microtask would run after every single socket callback, and the writes of
 * two rooms in one turn would pay for two commits (numbers in decision 0011).
 */
export interface Write {
  /** Does the work. Throws what its promise shall reject with. */
  run(): void;
}

/** Runs the writes in order as one transaction; answers which of them failed. Throws when nothing of the group is kept. */
export type CommitGroup = (writes: readonly Write[]) => ReadonlyMap<Write, unknown>;

interface Waiting extends Write {
  resolve(): void;
  reject(reason: unknown): void;
}

export class WriteQueue {
  readonly #commitGroup: CommitGroup;
  #waiting: Waiting[] = [];
  #scheduled: NodeJS.Immediate | null = null;
  #closed = false;

  constructor(commitGroup: CommitGroup) {
    this.#commitGroup = commitGroup;
  }

  /** Resolves with what `work` returned once its group is committed. */
  add<T>(work: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the store is closed'));
    return new Promise<T>((resolve, reject) => {
      let succeed = () => {};
      this.#waiting.push({
        run: () => {
          const value = work();
          succeed = () => resolve(value);
        },
        resolve: () => succeed(),
        reject,
      });
      this.#scheduled ??= setImmediate(() => this.#flush());
    });
  }

  /** Commits what waits; nothing is taken afterwards. */
  close(): void {
    this.#closed = true;
    this.#flush();
  }

  #flush(): void {
    if (this.#scheduled) clearImmediate(this.#scheduled);
    this.#scheduled = null;
    const group = this.#waiting;
    this.#waiting = [];
    if (group.length === 0) return;
    let failed: ReadonlyMap<Write, unknown>;
    try {
      failed = this.#commitGroup(group);
    } catch (error) {
      for (const write of group) write.reject(error);
      return;
    }
    for (const write of group) {
      if (failed.has(write)) write.reject(failed.get(write));
      else write.resolve();
    }
  }
}
