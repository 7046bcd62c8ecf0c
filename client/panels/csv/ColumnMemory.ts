/** What somebody chose for the columns of their lists, kept on this device for the next list with the same headings. */
import type { Shelf } from '#client/connection/device/VisitedBoards.ts';
import { isRegisterColumn, type RegisterColumn } from '#shared/report/registerColumns.ts';

const storageKey = 'roundtable.columns';
/** The latest ones. */
const mostKept = 300;

export class ColumnMemory {
  readonly #shelf: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Heading -> column, null = left out. */
  read(): ReadonlyMap<string, RegisterColumn | null> {
    try {
      const stored: unknown = JSON.parse(this.#shelf.getItem(storageKey) ?? '[]');
      if (!Array.isArray(stored)) return new Map();
      return new Map(
        stored.flatMap((entry: unknown): [string, RegisterColumn | null][] => {
          const [heading, column]: readonly unknown[] = Array.isArray(entry) ? entry : [];
          if (typeof heading !== 'string') return [];
          if (column === null) return [[heading, null]];
          return typeof column === 'string' && isRegisterColumn(column) ? [[heading, column]] : [];
        }),
      );
    } catch {
      // Refused or damaged storage: nothing is remembered.
      return new Map();
    }
  }

  keep(chosen: readonly (readonly [heading: string, column: RegisterColumn | null])[]): void {
    const all = new Map(this.read());
    for (const [heading, column] of chosen) {
      all.delete(heading);
      all.set(heading, column);
    }
    try {
      this.#shelf.setItem(storageKey, JSON.stringify([...all].slice(-mostKept)));
    } catch {
      // Storage is refused: the choice holds for this file.
    }
  }
}
