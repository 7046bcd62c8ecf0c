/** Who wants to hear of something, told in the order they came. The one way in which the client's own parts listen to each other. */
export class Emitter<What extends readonly unknown[] = []> {
  readonly #listeners = new Set<(...what: What) => void>();

  /** Returns its own undo; fits `useSyncExternalStore`. */
  readonly on = (run: (...what: What) => void): (() => void) => {
    this.#listeners.add(run);
    return () => this.#listeners.delete(run);
  };

  tell(...what: What): void {
    for (const run of this.#listeners) run(...what);
  }

  /** Nobody hears anything from now on. */
  clear(): void {
    this.#listeners.clear();
  }
}
