/**
 * What a layout may take over from the one before it: parts that were made from the very same input. A layout with a memory
 * equals one without (FRAME-4); it only costs less when little changed (decision 0101).
 */
import type { CardLayout, WedgeLayout } from './FrameLayout.ts';
import type { PlacedCard } from './placeCards.ts';
import type { RingPlan } from './ringPlan.ts';

/** A wedge with its cards. */
export interface FilledWedge {
  readonly cards: readonly CardLayout[];
  readonly placed: readonly PlacedCard[];
  readonly places: WedgeLayout['places'];
}

export class LayoutMemory {
  readonly plans = new Remembered<RingPlan>();
  /** Null: the wedge was too small. */
  readonly wedges = new Remembered<FilledWedge | null>();

  /** After each layout: what this one did not use is forgotten. */
  turn(): void {
    this.plans.turn();
    this.wedges.turn();
  }
}

class Remembered<T> {
  #before = new Map<string, T>();
  #now = new Map<string, T>();

  get(key: string, make: () => T): T {
    const found = this.#now.get(key) ?? this.#before.get(key);
    const value = found === undefined ? make() : found;
    this.#now.set(key, value);
    return value;
  }

  turn(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }
}
