/** Which parts of the facilitator's panel stand open, kept on this device for all boards. */
import * as v from 'valibot';
import { type PartName, partNames } from './partNames.ts';

/** The part of `localStorage` that is used. */
export interface PartShelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const key = 'roundtable.openParts';
const Kept = v.array(v.string());

export function keptParts(shelf: PartShelf): ReadonlySet<PartName> {
  try {
    const kept = v.safeParse(Kept, JSON.parse(shelf.getItem(key) ?? '[]'));
    return new Set(partNames.filter((name) => kept.success && kept.output.includes(name)));
  } catch {
    // refused or damaged: everything is folded
    return new Set();
  }
}

export function keepParts(shelf: PartShelf, open: ReadonlySet<PartName>): void {
  try {
    shelf.setItem(key, JSON.stringify([...open]));
  } catch {
    // refused: it holds until the panel is closed
  }
}
