/**
 * How deep the shared types of an update would stand in each other, before Yjs sees it: Yjs walks types in types by calling
 * itself, so a few thousand of them overflow its stack. A board has at most a text in an entity in a collection.
 */

/** What a part hangs on: a root, the part that is its parent, or a part beside it that has the same parent. */
export type Link = 'root' | 'parent' | 'beside';

export interface PartLink {
  readonly link: Link;
  /** of the part that is named; of no meaning for a root */
  readonly client: number;
  readonly clock: number;
}

/** How many shared types hold the part of the document with this id; 0 where there is none. */
export type DepthOf = (client: number, clock: number) => number;

interface Part extends PartLink {
  readonly from: number;
  readonly to: number;
  readonly isType: boolean;
}

const maxDepth = 3;

export class TypeDepths {
  /** parts by client id, each client's in the order of their clocks */
  readonly #parts = new Map<number, Part[]>();
  readonly #types: Part[] = [];

  clear(): void {
    this.#parts.clear();
    this.#types.length = 0;
  }

  /** A part with clocks [from, to) of a client. Parts of one client come in the order of their clocks. */
  add(client: number, from: number, to: number, isType: boolean, link: PartLink): void {
    const part: Part = { from, to, isType, link: link.link, client: link.client, clock: link.clock };
    const list = this.#parts.get(client);
    if (list === undefined) this.#parts.set(client, [part]);
    else list.push(part);
    if (isType) this.#types.push(part);
  }

  /** Whether a type that was added stands deeper than any of a board's, or on itself. */
  isTooDeep(depthOf: DepthOf): boolean {
    const known = new Map<Part, number>();
    return this.#types.some((type) => this.#heldBy(type, depthOf, known) >= maxDepth);
  }

  /** How many types hold the part; endless where it hangs on itself. Without recursion: chains are as long as a text. */
  #heldBy(part: Part, depthOf: DepthOf, known: Map<Part, number>): number {
    const chain: Part[] = [];
    let depth = 0;
    for (let at: Part | undefined = part; at !== undefined;) {
      const before = known.get(at);
      if (before !== undefined) {
        depth = before;
        break;
      }
      // until the end of the chain is known it counts as endless, which is what a chain that comes back to itself is
      known.set(at, Infinity);
      chain.push(at);
      if (at.link === 'root') break;
      const next = this.#find(at.client, at.clock);
      if (next === undefined) depth = depthOf(at.client, at.clock);
      at = next;
    }
    for (const one of chain.toReversed()) {
      if (one.link === 'root') depth = 0;
      else if (one.link === 'parent') depth += 1;
      known.set(one, depth);
    }
    return depth;
  }

  #find(client: number, clock: number): Part | undefined {
    const list = this.#parts.get(client) ?? [];
    let low = 0;
    let high = list.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const part = list[middle];
      if (part === undefined) return undefined;
      if (clock < part.from) high = middle - 1;
      else if (clock >= part.to) low = middle + 1;
      else return part;
    }
    return undefined;
  }
}
