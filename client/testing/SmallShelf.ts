import type { SmallStorage } from '#client/connection/copy/forgetLastWords.ts';

/** As `localStorage`. */
export class SmallShelf implements SmallStorage {
  readonly #items: Map<string, string>;

  constructor(items: Iterable<readonly [string, string]> = []) {
    this.#items = new Map(items);
  }

  copy(): SmallShelf {
    return new SmallShelf(this.#items);
  }

  get length(): number {
    return this.#items.size;
  }

  key(at: number): string | null {
    return [...this.#items.keys()][at] ?? null;
  }

  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }

  removeItem(key: string): void {
    this.#items.delete(key);
  }
}
