/** Who wrote on a document: by id, the parts in order. Can be asked for only those that a transaction came upon. */
import type * as Y from 'yjs';

type Parts = Array<Y.Item | Y.GC>;

export class Writers extends Map<number, Parts> {
  #met: ClocksBefore | null = null;
  #isAskedForFew = false;

  /** From now on notes who is come upon, and how far they had come. */
  watch(): ClocksBefore {
    this.#met = new ClocksBefore((client) => super.get(client));
    return this.#met;
  }

  rest(): void {
    this.#met = null;
    this.#isAskedForFew = false;
  }

  /** The next `forEach` tells only of those that were come upon. */
  askFewOnce(): void {
    this.#isAskedForFew = true;
  }

  /** Yjs asks for an id’s parts before it adds to them. */
  override get(client: number): Parts | undefined {
    this.#met?.meet(client);
    return super.get(client);
  }

  override forEach(tell: (parts: Parts, client: number, all: Map<number, Parts>) => void): void {
    const met = this.#isAskedForFew ? this.#met : null;
    this.#isAskedForFew = false;
    if (met === null) {
      super.forEach(tell);
      return;
    }
    for (const client of met.all) {
      const parts = super.get(client);
      if (parts !== undefined) tell(parts, client, this);
    }
  }
}

/**
 * How far each id had come before a transaction: noted where the transaction came upon it, and the same as now everywhere else,
 * so long as the transaction and what follows from it runs. Tells of those that were noted, and answers for all.
 */
export class ClocksBefore extends Map<number, number> {
  readonly #partsOf: (client: number) => Parts | undefined;
  readonly #new = new Set<number>();

  constructor(partsOf: (client: number) => Parts | undefined) {
    super();
    this.#partsOf = partsOf;
  }

  /** Everyone who was come upon. */
  get all(): Iterable<number> {
    return [...this.keys(), ...this.#new];
  }

  meet(client: number): void {
    if (super.has(client) || this.#new.has(client)) return;
    const clock = this.#clockOf(client);
    if (clock === undefined) this.#new.add(client);
    else this.set(client, clock);
  }

  override get(client: number): number | undefined {
    return super.get(client) ?? (this.#new.has(client) ? undefined : this.#clockOf(client));
  }

  override has(client: number): boolean {
    return this.get(client) !== undefined;
  }

  #clockOf(client: number): number | undefined {
    const last = this.#partsOf(client)?.at(-1);
    return last === undefined ? undefined : last.id.clock + last.length;
  }
}
