/**
 * What of the map is chosen. One per open board: canvas, outline and inspector read and write the same, so that choosing in
 * one place chooses in all (OUTLINE-5).
 */
import { Emitter } from '#client/state/Emitter.ts';
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

export class Selection {
  readonly #changed = new Emitter();
  readonly #revealed = new Emitter<[ref: EntityRef]>();
  readonly #opened = new Emitter<[ref: EntityRef]>();
  #chosen: readonly EntityRef[] = [];

  /** Everything chosen; the same list until it changes. */
  readonly chosen = (): readonly EntityRef[] => this.#chosen;

  readonly subscribe = this.#changed.on;

  readonly onReveal = this.#revealed.on;

  readonly onOpen = this.#opened.on;

  /** Chooses exactly these. */
  choose(refs: readonly EntityRef[]): void {
    const before = this.#chosen;
    if (refs.length === before.length && refs.every((ref, place) => isSameRef(ref, before[place] ?? null))) return;
    this.#chosen = [...refs];
    this.#changed.tell();
  }

  /** Chooses it and asks every view to bring it into sight. */
  reveal(ref: EntityRef): void {
    this.choose([ref]);
    this.#revealed.tell(ref);
  }

  /** Chooses it and asks for its details: a double click, or Enter on its row. */
  open(ref: EntityRef): void {
    this.choose([ref]);
    this.#opened.tell(ref);
  }
}
