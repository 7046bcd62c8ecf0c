/**
 * Timed history (SNAP-11): the board as it was, kept while somebody works, so that nothing that is done slowly leaves no way back. A
 * moment is read from the disk and packed beside the rooms, one at a time in the whole server.
 */
import { KeyedQueue } from '#server/door/limits/KeyedQueue.ts';
import type { Cancel, Clock } from '#server/clock/Clock.ts';
import type { Log } from '#server/log/Log.ts';
import type { RoomCompanion } from '#server/relay/Relay.ts';
import type { StoredDocument } from '#server/store/DocumentStore.ts';
import type { Store } from '#server/store/Store.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import type { PackedMoment } from './Moment.ts';
import { packStored } from './packStored.ts';
import type { Snapshots } from './Snapshots.ts';

/** After the first change that no moment holds. */
export const everyMs = 10 * 60_000;
/** After the last change. */
export const pauseMs = 3 * 60_000;
/** After a failure (a full disk). */
const againMs = 60_000;

export interface TimedHistoryOptions {
  readonly store: Pick<Store, 'loadDocument'>;
  readonly snapshots: () => Pick<Snapshots, 'keepTimed'>;
  /** One was looked at, whether it was kept or nothing had changed. */
  readonly onKept?: (board: BoardId) => void;
  readonly clock: Clock;
  readonly log: Log;
  /** Left out, as the size of the document wants it. */
  readonly pack?: (parts: readonly Uint8Array[]) => Promise<PackedMoment>;
}

/** What is known of a board on which somebody works. */
interface Work {
  /** version of the last moment; null = not known in this process */
  kept: number | null;
  /** when the first change came that no moment holds; null = all are held */
  sinceMs: number | null;
  lastMs: number;
  cancel: Cancel | null;
}

export class TimedHistory implements RoomCompanion {
  readonly #options: TimedHistoryOptions;
  readonly #work = new Map<BoardId, Work>();
  readonly #queue = new KeyedQueue();
  #isStopped = false;

  constructor(options: TimedHistoryOptions) {
    this.#options = options;
  }

  async opened(): Promise<void> {}

  greetings(): readonly never[] {
    return [];
  }

  /** Something changed on the board; on disk as this version. */
  changed(board: BoardId, version: number): void {
    if (this.#isStopped) return;
    const now = this.#options.clock.elapsedMs();
    const work = this.#work.get(board) ?? { kept: null, sinceMs: null, lastMs: now, cancel: null };
    this.#work.set(board, work);
    const isFirst = work.sinceMs === null;
    work.sinceMs ??= now;
    work.lastMs = now;
    this.#arm(board, work);
    // also after a restart, and after what was changed while the disk refused
    if (isFirst && work.kept !== version - 1) void this.#keep(board, version - 1);
  }

  /** Nobody is there any more: what is there is the last state before a pause. */
  closed(board: BoardId): void {
    const work = this.#work.get(board);
    if (work === undefined) return;
    this.#work.delete(board);
    work.cancel?.();
    if (work.sinceMs !== null && !this.#isStopped) void this.#keep(board, null);
  }

  /** No more moments are begun; resolves when none is under way. What was not kept yet is, before the next change. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const work of this.#work.values()) work.cancel?.();
    await this.#queue.idle();
  }

  #arm(board: BoardId, work: Work, waitMs = this.#waitMs(work)): void {
    work.cancel ??= this.#options.clock.setTimer(() => {
      work.cancel = null;
      if (this.#isStopped || this.#work.get(board) !== work || work.sinceMs === null) return;
      if (this.#waitMs(work) > 0) this.#arm(board, work);
      else void this.#keepNow(board, work);
    }, waitMs);
  }

  #waitMs({ sinceMs, lastMs }: Work): number {
    return Math.min((sinceMs ?? lastMs) + everyMs, lastMs + pauseMs) - this.#options.clock.elapsedMs();
  }

  async #keepNow(board: BoardId, work: Work): Promise<void> {
    const { sinceMs } = work;
    work.sinceMs = null;
    const kept = await this.#keep(board, null);
    if (kept !== null) work.kept = kept;
    else if (this.#work.get(board) === work && !this.#isStopped) {
      work.sinceMs = sinceMs;
      this.#arm(board, work, againMs);
    }
  }

  /** Keeps the state of that version, or the present one; answers which it was, or null where it failed. Never rejects. */
  async #keep(board: BoardId, version: number | null): Promise<number | null> {
    const { store, snapshots, clock, log, pack = packStored } = this.#options;
    try {
      return await this.#queue.take('moment', async () => {
        const takenAtMs = clock.nowMs();
        const stored = await store.loadDocument(board);
        const at = version ?? stored?.version ?? 0;
        const parts = stored === null ? null : partsUpTo(stored, at);
        // deleted, damaged, or already one full state with what came after it
        if (parts === null) return at;
        await snapshots().keepTimed(board, await pack(parts), at, takenAtMs);
        this.#options.onKept?.(board);
        return at;
      });
    } catch (error) {
      log.error('history.notKept', { board }, error);
      return null;
    }
  }
}

/** The document as it was at that version; null where that is not there. */
function partsUpTo(stored: StoredDocument, version: number): readonly Uint8Array[] | null {
  const { snapshot, updates, versions, faults, damage } = stored;
  if (faults.length > 0 || damage !== null) return null;
  const first = (versions[0] ?? stored.version + 1) - 1;
  if (version < first) return null;
  const journal = updates.slice(0, version - first);
  const parts = snapshot === null ? journal : [snapshot, ...journal];
  return parts.length === 0 ? null : parts;
}
