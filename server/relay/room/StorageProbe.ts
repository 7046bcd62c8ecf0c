/** Finds out, ever more rarely, whether the disk takes writes again. */
import type { BoardId } from '#shared/wire/ids.ts';
import { StorageFullError } from '#server/store/storeErrors.ts';
import type { Cancel } from '#server/clock/Clock.ts';
import { emptyUpdate } from '#server/relay/updates/emptyUpdate.ts';
import type { RelayOptions } from '#server/relay/Relay.ts';

const firstMs = 1_000;
const maxMs = 30_000;

export interface StorageProbeHost {
  /** The disk took an entry without content. False: not now, try again later. */
  storageBack(version: number): boolean;
  faulted(error: unknown): void;
}

export class StorageProbe {
  readonly #board: BoardId;
  readonly #options: Pick<RelayOptions, 'store' | 'clock'>;
  readonly #host: StorageProbeHost;
  #waitMs = firstMs;
  #cancel: Cancel | null = null;

  constructor(board: BoardId, options: Pick<RelayOptions, 'store' | 'clock'>, host: StorageProbeHost) {
    this.#board = board;
    this.#options = options;
    this.#host = host;
  }

  start(): void {
    this.#waitMs = firstMs;
    this.#later();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #later(): void {
    this.stop();
    this.#cancel = this.#options.clock.setTimer(() => {
      this.#probe().catch((error: unknown) => this.#host.faulted(error));
    }, this.#waitMs);
    this.#waitMs = Math.min(maxMs, this.#waitMs * 2);
  }

  async #probe(): Promise<void> {
    let version: number;
    try {
      version = await this.#options.store.append(this.#board, { update: emptyUpdate, claims: [] });
    } catch (error) {
      if (!(error instanceof StorageFullError)) throw error;
      if (this.#cancel !== null) this.#later();
      return;
    }
    if (this.#cancel !== null && !this.#host.storageBack(version)) this.#later();
  }
}
