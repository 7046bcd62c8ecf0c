/**
 * What a person has typed and not sent yet, by the name of its field. It belongs to the person and not to the part of the page
 * that shows it: it is there again when the field comes back, also after a reload. Kept for one board, one person and one
 * tab, so that nothing of it stays on a shared device when the tab is closed or somebody else goes on (decision 0168).
 */
import { Emitter } from '#client/state/Emitter.ts';

/** The part of `sessionStorage` that is used. */
export interface DraftShelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface DraftOwner {
  readonly board: string;
  readonly person: string;
}

const prefix = 'roundtable.drafts.';
const keyOf = ({ board, person }: DraftOwner): string => `${prefix}${board}.${person}`;

/** Whether somebody left drafts in this tab. */
export function hasDrafts(shelf: DraftShelf | null, owner: DraftOwner): boolean {
  try {
    return (shelf?.getItem(keyOf(owner)) ?? null) !== null;
  } catch {
    // refused: nothing of anybody is there
    return false;
  }
}

export class Drafts {
  readonly #shelf: DraftShelf | null;
  readonly #key: string;
  readonly #changed = new Emitter();
  #values: ReadonlyMap<string, unknown>;

  /** Drafts of anybody else in this tab are forgotten. Without a shelf they live as long as the page. */
  constructor(shelf: DraftShelf | null, { board, person }: DraftOwner) {
    this.#shelf = shelf;
    this.#key = keyOf({ board, person });
    this.#forgetOthers();
    this.#values = this.#read();
  }

  readonly subscribe = this.#changed.on;

  readonly all = (): ReadonlyMap<string, unknown> => this.#values;

  /** undefined where there is none. What lies on the shelf may be of an older page: whoever reads it checks it. */
  get(name: string): unknown {
    return this.#values.get(name);
  }

  /** Anything that JSON can hold. */
  keep(name: string, value: unknown): void {
    this.#write(new Map(this.#values).set(name, value));
  }

  forget(name: string): void {
    if (!this.#values.has(name)) return;
    const values = new Map(this.#values);
    values.delete(name);
    this.#write(values);
  }

  forgetAll(): void {
    this.#write(new Map());
  }

  #write(values: ReadonlyMap<string, unknown>): void {
    this.#values = values;
    try {
      if (values.size === 0) this.#shelf?.removeItem(this.#key);
      else this.#shelf?.setItem(this.#key, JSON.stringify([...values]));
    } catch {
      // refused or full: they live as long as the page
    }
    this.#changed.tell();
  }

  #read(): ReadonlyMap<string, unknown> {
    try {
      const read: unknown = JSON.parse(this.#shelf?.getItem(this.#key) ?? '[]');
      return new Map(Array.isArray(read) ? read.filter(isEntry) : []);
    } catch {
      // refused or damaged: there is nothing to bring back
      return new Map();
    }
  }

  #forgetOthers(): void {
    const shelf = this.#shelf;
    if (shelf === null) return;
    try {
      const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index));
      for (const key of keys) if (key?.startsWith(prefix) === true && key !== this.#key) shelf.removeItem(key);
    } catch {
      // refused: nothing of anybody is there
    }
  }
}

function isEntry(value: unknown): value is [string, unknown] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';
}
