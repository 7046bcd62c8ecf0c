/**
 * What a layout may take over from the one before it: parts that were made from the very same input. A layout with a memory
 * equals one without (FRAME-4); it only costs less when little changed (decision 0101).
 */
import type { CardForm } from './cardForm.ts';
import type { FilledWedge, PackedCards } from './fillWedge.ts';
import type { BlockForms } from '../table/TableLayout.ts';
import type { HeadingForm } from './placeHeading.ts';
import type { CardStyle } from './frameMeasures.ts';
import type { TablePlan } from './tablePlan.ts';

/** A plan with all that it was made from. */
export interface KnownPlan {
  readonly plan: TablePlan;
  readonly before: TablePlan | null;
  /** how many cards of usual size there are in each wedge, in the styles that were looked at */
  readonly asked: readonly { readonly style: CardStyle; readonly counts: readonly number[] }[];
}

export class LayoutMemory {
  readonly plans = new Remembered<KnownPlan>();
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

  /** `isStill`: the key does not say all of what it was made from. */
  get(key: string, make: () => T, isStill: (value: T) => boolean = () => true): T {
    const now = this.#now.get(key);
    if (now !== undefined) return now;
    const found = this.#before.get(key);
    const value = found !== undefined && isStill(found) ? found : make();
    this.#now.set(key, value);
    return value;
  }

  turn(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }
}
