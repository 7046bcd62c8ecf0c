/**
 * Files that people bring, most of them strangers: they arrive beside each other, some slowly, and are read one after the
 * other, address by address. What is read in the thread of the rooms is small.
 */
import { FairQueue } from '#server/door/limits/FairQueue.ts';
import type { Limits } from '#shared/wire/limits.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { readImport, type ReadImport } from '#server/boardFile/readImport.ts';
import { ArrivingBodies } from './ArrivingBodies.ts';
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

export class Imports {
  readonly #options: ImportsOptions;
  readonly #thread = new ImportThread();
  readonly #queue = new FairQueue({ atOnce: 1, perKey: perAddress, waiting });
  readonly #bodies: ArrivingBodies;

  constructor(options: ImportsOptions) {
    this.#options = options;
    this.#bodies = new ArrivingBodies({ perKey: perAddress, heldBytes: options.limits.maxImportBytes * heldFiles });
  }

  /** Throws `too-large`, and `too-fast` where this address, or everybody together, brings too much at once. */
  read(request: Request, { address, maxBytes, withContent }: ImportWish): Promise<ReadImport> {
    return this.#bodies.take(request, { key: address, maxBytes }, async (parts, bytes) => {
      const { limits, nowMs } = this.#options;
      const job = { parts, limits, nowMs: nowMs(), withContent };
      if (bytes <= smallBytes) return readImport(job);
      const read = this.#queue.take(address, () => this.#thread.read(job, request.signal));
      if (read === null) throw new Refusal('too-fast');
      return read;
    });
  }

  /** Nobody reads files any more. */
  end(): void {
    this.#thread.end();
  }
}
