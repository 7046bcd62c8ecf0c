/** Who changed what on the boards: read for facilitators, made fewer with time, and without persons when that is over (ACTS). */
import { KeyedQueue } from '#server/door/limits/KeyedQueue.ts';
import type { Log } from '#server/log/Log.ts';
import { readStoredWorkshop } from '#server/workshop/StoredWorkshop.ts';
import type { ActRow } from '#server/store/ActStore.ts';
import type { Store } from '#server/store/Store.ts';
import { emptyWorkshop, type WorkshopState } from '#shared/wire/WorkshopState.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { dayMs, namesSince } from './namesUntil.ts';
import { tidyActs } from './tidyActs.ts';

export interface ActsOptions {
  readonly store: Pick<Store, 'listActs' | 'replaceActs' | 'listBoardsNaming' | 'readWorkshop'>;
  readonly nowMs: () => number;
  readonly log: Log;
}

export class Acts {
  readonly #options: ActsOptions;
  readonly #queue = new KeyedQueue();

  constructor(options: ActsOptions) {
    this.#options = options;
  }

  /** Oldest first, without the persons whose time is over, also where that is not written yet. */
  async read(board: BoardId): Promise<readonly ActRow[]> {
    const { store, nowMs } = this.#options;
    const [rows, session] = await Promise.all([store.listActs(board, 0), this.#session(board)]);
    return tidyActs(rows, namesSince(session, nowMs()), nowMs());
  }

  /** Makes what is stored fewer. Never rejects: a disk that refuses leaves more rows than needed. */
  tidy(board: BoardId): Promise<void> {
    const { store, nowMs, log } = this.#options;
    return this.#queue.take(board, async () => {
      try {
        const rows = await store.listActs(board, 0);
        const last = rows.at(-1);
        if (last === undefined) return;
        const tidy = tidyActs(rows, namesSince(await this.#session(board), nowMs()), nowMs());
        const isSame = tidy.length === rows.length && tidy.every((row, at) => row.content === rows[at]?.content);
        if (!isSame) await store.replaceActs(board, last.version, tidy);
      } catch (error) {
        log.error('acts.notTidied', { board }, error);
      }
    });
  }

  /** Drops the persons of all boards whose time is over, also of those that nobody opens any more. */
  async sweep(): Promise<void> {
    const { store, nowMs } = this.#options;
    for (const board of await store.listBoardsNaming(nowMs() - dayMs)) await this.tidy(board);
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  async #session(board: BoardId): Promise<WorkshopState> {
    try {
      return readStoredWorkshop(await this.#options.store.readWorkshop(board)).session;
    } catch {
      // one that nobody understands is set aside when the board is opened
      return emptyWorkshop;
    }
  }
}
