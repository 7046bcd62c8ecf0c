/**
 * Which parts of a document this device wrote and does not know to be on the server: a range of clocks for each writing id.
 * They are sent again after a break even where the server names a higher clock for the id, so that it can tell whether it has
 * these very parts or others of another device (SYNC-20).
 */
import * as v from 'valibot';
import * as Y from 'yjs';

const Clock = v.pipe(v.number(), v.integer(), v.minValue(0));
export const WrittenRange = v.object({ client: Clock, from: Clock, until: Clock });
/** Clocks `from` up to, and without, `until`. */
export type WrittenRange = Readonly<v.InferOutput<typeof WrittenRange>>;

export class UnsentParts {
  readonly #ranges = new Map<number, WrittenRange>();

  get list(): readonly WrittenRange[] {
    return [...this.#ranges.values()];
  }

  /** What a transaction of this device wrote. */
  wrote({ beforeState, afterState }: Pick<Y.Transaction, 'beforeState' | 'afterState'>): void {
    for (const [client, until] of afterState) {
      const from = beforeState.get(client) ?? 0;
      if (until > from) this.add([{ client, from, until }]);
    }
  }

  add(ranges: readonly WrittenRange[]): void {
    for (const range of ranges) {
      const { from, until } = this.#ranges.get(range.client) ?? range;
      const [first, last] = [Math.min(from, range.from), Math.max(until, range.until)];
      this.#ranges.set(range.client, { client: range.client, from: first, until: last });
    }
  }

  clear(): void {
    this.#ranges.clear();
  }

  /** What the server has according to its state vector, but for the parts that it may have from somebody else. */
  without(stateVector: Uint8Array): Uint8Array {
    if (this.#ranges.size === 0) return stateVector;
    const known = Y.decodeStateVector(stateVector);
    for (const { client, from } of this.#ranges.values()) if ((known.get(client) ?? 0) > from) known.set(client, from);
    return Y.encodeStateVector(known);
  }
}
