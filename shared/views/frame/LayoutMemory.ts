/**
 * What a layout may take over from the one before it: parts that were made from the very same input. A layout with a memory
 * equals one without (FRAME-4); it only costs less when little changed (decision 0101).
 */
import type { CardForm } from './cardForm.ts';
import type { FilledWedge, PackedCards } from './fillWedge.ts';
import type { BlockForms } from '../table/TableLayout.ts';
import type { HeadingForm } from './placeHeading.ts';
import type { TablePlan } from './tablePlan.ts';

export class LayoutMemory {
  readonly plans = new Remembered<TablePlan>();
  readonly headings = new Remembered<BlockForms<HeadingForm>>();
  readonly forms = new Remembered<readonly CardForm[]>();
  /** A number: so many found no room. */
  readonly packed = new Remembered<PackedCards | number>();
  /** Null: there was no room beside hands. */
  readonly wedges = new Remembered<FilledWedge | null>();

  /** After each layout: what this one did not use is forgotten. */
  turn(): void {
    for (const one of [this.plans, this.headings, this.forms, this.packed, this.wedges]) one.turn();
  }
}

class Remembered<T> {
  #before = new Map<string, T>();
  #now = new Map<string, T>();

  get(key: string, make: () => T): T {
    const now = this.#now.get(key);
    if (now !== undefined) return now;
    const found = this.#before.get(key);
    const value = found === undefined ? make() : found;
    this.#now.set(key, value);
    return value;
  }

  turn(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }
}
