/**
 * How much may be brought to be kept: pictures, board files, new boards. Sums per address and for the whole server, and a
 * reserve of the disk that is left to what people write on boards that are there already.
 */
import type { Limits } from '#shared/wire/limits.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { Store } from '#server/store/Store.ts';
import { SlidingWindow } from './SlidingWindow.ts';

export interface UploadBudgetOptions {
  readonly store: Pick<Store, 'storedBytes'>;
  readonly limits: Pick<Limits, 'maxStoredBytes' | 'reserveBytes' | 'uploadBytesPerAddressPerDay'>;
  /** of the disk that the data folder is on */
  readonly freeBytes: () => Promise<number>;
  readonly nowMs: () => number;
  /** the server refuses everybody, from now on */
  readonly onFull: () => void;
}

const dayMs = 24 * 60 * 60 * 1_000;

export class UploadBudget {
  readonly #options: UploadBudgetOptions;
  readonly #brought: SlidingWindow;
  /** under way: address -> bytes */
  readonly #pending = new Map<string, number>();
  #pendingBytes = 0;
  #isFull = false;

  constructor(options: UploadBudgetOptions) {
    const { limits, nowMs } = options;
    this.#options = options;
    this.#brought = new SlidingWindow({ limit: limits.uploadBytesPerAddressPerDay, windowMs: dayMs, nowMs });
  }

  /** Runs `keep`, which stores so many bytes. Throws `uploads-full` for this address, `server-full` for everybody. */
  async take<T>(address: string, bytes: number, keep: () => Promise<T>): Promise<T> {
    const own = this.#pending.get(address) ?? 0;
    const { uploadBytesPerAddressPerDay } = this.#options.limits;
    if (this.#brought.used(address) + own + bytes > uploadBytesPerAddressPerDay) throw new Refusal('uploads-full');
    this.#pend(address, bytes);
    try {
      if (!(await this.#hasRoom())) throw new Refusal('server-full');
      const kept = await keep();
      this.#brought.add(address, bytes);
      return kept;
    } finally {
      this.#pend(address, -bytes);
    }
  }

  /** With all that is under way. */
  async #hasRoom(): Promise<boolean> {
    const { store, limits, freeBytes, onFull } = this.#options;
    const [stored, free] = await Promise.all([store.storedBytes(), freeBytes()]);
    const isFull =
      stored + this.#pendingBytes > limits.maxStoredBytes || free - this.#pendingBytes < limits.reserveBytes;
    if (isFull && !this.#isFull) onFull();
    this.#isFull = isFull;
    return !isFull;
  }

  #pend(address: string, bytes: number): void {
    this.#pendingBytes += bytes;
    const own = (this.#pending.get(address) ?? 0) + bytes;
    if (own > 0) this.#pending.set(address, own);
    else this.#pending.delete(address);
  }
}
