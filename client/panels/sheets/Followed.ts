/** The note that was acted on: the focus stays on it, wherever in the list it stands then. */
export class Followed {
  #id: string | null = null;

  /** Null: nothing is followed. */
  follow(id: string | null): void {
    this.#id = id;
  }

  /** True for the one that is followed, once. */
  take(id: string): boolean {
    if (this.#id !== id) return false;
    this.#id = null;
    return true;
  }
}
