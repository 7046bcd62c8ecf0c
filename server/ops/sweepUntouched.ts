/** Retention: deletes boards that nobody touched for RETENTION_DAYS. Called every hour by `openServer`. */
import type { Log } from '#server/log/Log.ts';
import type { Relay } from '#server/relay/Relay.ts';
import type { SealedActivities } from '#server/sealed/SealedActivities.ts';
import type { BoardStore } from '#server/store/BoardStore.ts';
import { deleteBoard } from './deleteBoard.ts';

const dayMs = 24 * 60 * 60 * 1000;

export interface SweepOptions {
  readonly store: BoardStore;
  readonly relay: Relay;
  readonly sealed: Pick<SealedActivities, 'forget'>;
  readonly log: Log;
  readonly retentionDays: number;
  readonly nowMs: number;
}

/** Resolves with how many boards went. */
export async function sweepUntouched(options: SweepOptions): Promise<number> {
  const beforeMs = options.nowMs - options.retentionDays * dayMs;
  let count = 0;
  for (const board of await options.store.listUntouchedSince(beforeMs)) {
    // those before it may have taken a while
    const row = await options.store.readBoard(board);
    if (row === null || row.touchedAtMs >= beforeMs) continue;
    await deleteBoard(options, board);
    options.log.info('board-expired', { board });
    count++;
  }
  return count;
}
