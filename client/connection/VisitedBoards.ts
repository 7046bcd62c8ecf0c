/**
 * The boards that this device has been on, with the seat that brings the person back as themselves. Kept in local storage,
 * read anew before each change since other tabs write too; where storage is refused, it lives as long as the page.
 */
import * as v from 'valibot';
import { Role } from '#shared/wire/roles.ts';

const Visited = v.object({
  id: v.string(),
  title: v.string(),
  role: Role,
  /** of the link by which they came; the role itself can be handed on later */
  link: v.optional(Role),
  seat: v.string(),
  person: v.string(),
  name: v.string(),
  visitedAt: v.number(),
});
export type VisitedBoard = Readonly<v.InferOutput<typeof Visited>>;

const storageKey = 'roundtable.boards';
const nameKey = 'roundtable.name';
const mostKept = 50;

/** The part of `localStorage` that is used. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export class VisitedBoards {
  readonly #shelf: Shelf;
  readonly #listeners = new Set<() => void>();
  #list: readonly VisitedBoard[];
  #forgets: 'no' | 'untold' | 'told' = 'no';

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
    this.#list = this.#read() ?? [];
  }

  readonly list = (): readonly VisitedBoard[] => this.#list;

  readonly subscribe = (run: () => void): (() => void) => {
    this.#listeners.add(run);
    return () => this.#listeners.delete(run);
  };

  find(board: string): VisitedBoard | undefined {
    return this.#list.find((one) => one.id === board);
  }

  keep(board: VisitedBoard): void {
    const others = (this.#read() ?? this.#list).filter((one) => one.id !== board.id);
    this.#write([board, ...others].slice(0, mostKept));
  }

  /** They are here now, with what has changed. Nothing when somebody else went on meanwhile, or the board was forgotten. */
  renew(now: Pick<VisitedBoard, 'id' | 'seat'> & Partial<VisitedBoard>): void {
    const known = this.find(now.id);
    if (known?.seat === now.seat) this.keep({ ...known, ...now, visitedAt: Date.now() });
  }

  /** Nothing was kept, a reload needs the link, and nobody was told so yet. */
  readonly mustTell = (): boolean => this.#forgets === 'untold';

  told(): void {
    this.#forgets = 'told';
    for (const run of this.#listeners) run();
  }

  forget(board: string): void {
    this.#write((this.#read() ?? this.#list).filter((one) => one.id !== board));
  }

  /** Another tab has written. */
  reread(): void {
    this.#list = this.#read() ?? this.#list;
    for (const run of this.#listeners) run();
  }

  /** The name this person used last, to save typing. */
  lastName(): string {
    try {
      return this.#shelf.getItem(nameKey) ?? '';
    } catch {
      // Storage is refused (a private window): the field starts empty.
      return '';
    }
  }

  keepName(name: string): void {
    this.#store(nameKey, name);
  }

  #read(): readonly VisitedBoard[] | null {
    try {
      const parsed = v.safeParse(v.array(Visited), JSON.parse(this.#shelf.getItem(storageKey) ?? '[]'));
      return parsed.success ? parsed.output : null;
    } catch {
      // Refused or damaged storage: nothing to show, and the page works on.
      return null;
    }
  }

  #write(list: readonly VisitedBoard[]): void {
    this.#list = list;
    this.#store(storageKey, JSON.stringify(list));
    const newest = list[0];
    // a full storage may still hold who was there before, a refused one nobody
    const isKept = newest === undefined || this.#read()?.some(({ seat }) => seat === newest.seat);
    if (isKept !== true && this.#forgets === 'no') this.#forgets = 'untold';
    for (const run of this.#listeners) run();
  }

  #store(key: string, value: string): void {
    try {
      this.#shelf.setItem(key, value);
    } catch {
      // Refused or full: this page keeps the list in memory.
    }
  }
}
