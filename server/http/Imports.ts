/**
 * Files that people bring, most of them strangers: they arrive beside each other, some slowly, and are read one after the
 * other, address by address. What is read in the thread of the rooms is small.
 */
import { FairTurns } from '#server/door/FairTurns.ts';
import type { Limits } from '#shared/wire/limits.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { readImport, type ReadImport } from '#server/boardFile/readImport.ts';
import { readParts } from './readBounded.ts';
import { ImportThread } from '#server/boardFile/ImportThread.ts';

export interface ImportsOptions {
  readonly limits: Pick<Limits, 'maxImportBytes' | 'maxAssetBytes' | 'maxAssetPixels' | 'maxAssetsBytesPerBoard'>;
  readonly nowMs: () => number;
}

export interface ImportWish {
  /** that limits count for */
  readonly address: string;
  readonly maxBytes: number;
  /** false: only what would come */
  readonly withContent: boolean;
}

/** Measured: the worst file of this size costs some 5 ms. */
const smallBytes = 16 * 1024;
const perAddress = 4;
const waiting = 16;
/** Files that arrive, wait or are read take at most so many times the largest. */
const heldFiles = 4;

interface Arrival {
  bytes: number;
  /** ends it where it must give way */
  readonly giveWay: AbortController;
}

export class Imports {
  readonly #options: ImportsOptions;
  readonly #thread = new ImportThread();
  readonly #turns = new FairTurns({ atOnce: 1, perKey: perAddress, waiting });
  readonly #arrivingFrom = new Map<string, number>();
  /** the longest under way first */
  readonly #arriving = new Set<Arrival>();
  #heldBytes = 0;

  constructor(options: ImportsOptions) {
    this.#options = options;
  }

  /** Throws `too-large`, and `too-fast` where this address, or everybody together, brings too much at once. */
  async read(request: Request, wish: ImportWish): Promise<ReadImport> {
    const arrival: Arrival = { bytes: 0, giveWay: new AbortController() };
    try {
      const parts = await this.#arrive(request, wish, arrival);
      const { limits, nowMs } = this.#options;
      const job = { parts, limits, nowMs: nowMs(), withContent: wish.withContent };
      if (arrival.bytes <= smallBytes) return readImport(job);
      const read = this.#turns.take(wish.address, () => this.#thread.read(job, request.signal));
      if (read === null) throw new Refusal('too-fast');
      return await read;
    } finally {
      this.#heldBytes -= arrival.bytes;
    }
  }

  /** Nobody reads files any more. */
  end(): void {
    this.#thread.end();
  }

  async #arrive(request: Request, { address, maxBytes }: ImportWish, arrival: Arrival): Promise<Uint8Array[]> {
    const own = this.#arrivingFrom.get(address) ?? 0;
    if (own >= perAddress) throw new Refusal('too-fast');
    this.#arrivingFrom.set(address, own + 1);
    this.#arriving.add(arrival);
    try {
      return await readParts(request, maxBytes, {
        signal: arrival.giveWay.signal,
        onPart: (bytes) => this.#hold(arrival, bytes),
      });
    } finally {
      this.#arriving.delete(arrival);
      const left = (this.#arrivingFrom.get(address) ?? 1) - 1;
      if (left > 0) this.#arrivingFrom.set(address, left);
      else this.#arrivingFrom.delete(address);
    }
  }

  /** Who sends slowly holds memory for long, so of those that still arrive the longest under way gives way. */
  #hold(arrival: Arrival, bytes: number): void {
    arrival.bytes += bytes;
    this.#heldBytes += bytes;
    if (this.#heldBytes <= this.#options.limits.maxImportBytes * heldFiles) return;
    const [longest] = this.#arriving;
    longest?.giveWay.abort(new Refusal('too-fast'));
  }
}
