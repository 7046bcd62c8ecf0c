/**
 * Bodies of requests that arrive beside each other, some slowly. So many of one key (an address, a person) at once, and so many
 * bytes of memory for all: above that the one that is longest under way gives way, so that nobody holds the place of others by
 * sending slowly.
 */
import { Refusal } from '#shared/wire/Refusal.ts';
import { readParts } from './readBounded.ts';

export interface ArrivingBodiesLimits {
  readonly perKey: number;
  /** that arrive or are used, of all keys */
  readonly heldBytes: number;
}

interface Arrival {
  bytes: number;
  /** ends it where it must give way */
  readonly giveWay: AbortController;
}

export class ArrivingBodies {
  readonly #limits: ArrivingBodiesLimits;
  readonly #arrivingOf = new Map<string, number>();
  /** the longest under way first */
  readonly #arriving = new Set<Arrival>();
  #heldBytes = 0;

  constructor(limits: ArrivingBodiesLimits) {
    this.#limits = limits;
  }

  /** Gives the body, in pieces, to `use`. Throws `too-large`, and `too-fast` where too many of this key arrive, or it has to give way. */
  async take<T>(
    request: Request,
    { key, maxBytes }: { readonly key: string; readonly maxBytes: number },
    use: (parts: readonly Uint8Array[], bytes: number) => Promise<T>,
  ): Promise<T> {
    const arrival: Arrival = { bytes: 0, giveWay: new AbortController() };
    try {
      return await use(await this.#arrive(request, key, maxBytes, arrival), arrival.bytes);
    } finally {
      this.#heldBytes -= arrival.bytes;
    }
  }

  async #arrive(request: Request, key: string, maxBytes: number, arrival: Arrival): Promise<readonly Uint8Array[]> {
    const own = this.#arrivingOf.get(key) ?? 0;
    if (own >= this.#limits.perKey) throw new Refusal('too-fast');
    this.#arrivingOf.set(key, own + 1);
    this.#arriving.add(arrival);
    try {
      const { signal } = arrival.giveWay;
      return await readParts(request, maxBytes, { signal, onPart: (bytes) => this.#hold(arrival, bytes) });
    } finally {
      this.#arriving.delete(arrival);
      const left = (this.#arrivingOf.get(key) ?? 1) - 1;
      if (left > 0) this.#arrivingOf.set(key, left);
      else this.#arrivingOf.delete(key);
    }
  }

  #hold(arrival: Arrival, bytes: number): void {
    arrival.bytes += bytes;
    this.#heldBytes += bytes;
    if (this.#heldBytes <= this.#limits.heldBytes) return;
    const [longest] = this.#arriving;
    longest?.giveWay.abort(new Refusal('too-fast'));
  }
}
