/**
 * What of the map is chosen. One per open board: canvas, outline and inspector read and write the same, so that choosing in
 * one place chooses in all (OUTLINE-5).
 */
import type { CollectionName } from '#shared/map/collections.ts';

export interface EntityRef {
  readonly collection: CollectionName;
  readonly id: string;
}

/** A word that names the entity across collections. */
export function refKey(ref: EntityRef): string {
  return `${ref.collection}/${ref.id}`;
}

export function isSameRef(a: EntityRef | null, b: EntityRef | null): boolean {
  return a === b || (a !== null && b !== null && a.collection === b.collection && a.id === b.id);
}

type Watch = (ref: EntityRef) => void;

export class Selection {
  readonly #listeners = new Set<() => void>();
  readonly #onReveal = new Set<Watch>();
  readonly #onOpen = new Set<Watch>();
  #chosen: readonly EntityRef[] = [];

  /** Everything chosen; the same list until it changes. */
  readonly chosen = (): readonly EntityRef[] => this.#chosen;

  readonly subscribe = (run: () => void): (() => void) => {
    this.#listeners.add(run);
    return () => this.#listeners.delete(run);
  };

  /** Chooses exactly these. */
  choose(refs: readonly EntityRef[]): void {
    const before = this.#chosen;
    if (refs.length === before.length && refs.every((ref, place) => isSameRef(ref, before[place] ?? null))) return;
    this.#chosen = [...refs];
    for (const run of this.#listeners) run();
  }

  /** Chooses it and asks every view to bring it into sight. */
  reveal(ref: EntityRef): void {
    this.choose([ref]);
    for (const run of this.#onReveal) run(ref);
  }

  /** Chooses it and asks for its details: a double click, or Enter on its row. */
  open(ref: EntityRef): void {
    this.choose([ref]);
    for (const run of this.#onOpen) run(ref);
  }

  onReveal(run: Watch): () => void {
    this.#onReveal.add(run);
    return () => this.#onReveal.delete(run);
  }

  onOpen(run: Watch): () => void {
    this.#onOpen.add(run);
    return () => this.#onOpen.delete(run);
  }
}
