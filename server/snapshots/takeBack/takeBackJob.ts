/** Gathers what the work of taking back needs: the plan out of who changed what, and the states of the board that it names. */
import type { StoredDocument } from '#server/store/DocumentStore.ts';
import type { SnapshotRow } from '#server/store/SnapshotStore.ts';
import type { Store } from '#server/store/Store.ts';
import { DamagedError } from '#server/store/storeErrors.ts';
import { timedDetailOf } from '#server/snapshots/timedDetail.ts';
import type { BoardId, SnapshotId } from '#shared/wire/ids.ts';
import type { Acts } from '#server/acts/Acts.ts';
import { type History, planTakeBack, type TakeBackPlan, type WhoseActs } from './planTakeBack.ts';
import { journalFrom, type Sources } from './readSources.ts';

export interface TakeBackTools {
  readonly store: Pick<Store, 'listSnapshots' | 'readSnapshot'>;
  readonly acts: Pick<Acts, 'read'>;
}

export interface TakeBackJob {
  readonly plan: TakeBackPlan;
  readonly sources: Sources;
}

/** `document` = the board as it is stored now. */
export async function takeBackJob(
  { store, acts }: TakeBackTools,
  board: BoardId,
  who: WhoseActs,
  document: StoredDocument,
): Promise<TakeBackJob> {
  const [rows, kept] = await Promise.all([acts.read(board), store.listSnapshots(board)]);
  const moments = new Map<SnapshotId, readonly Uint8Array[]>();
  let history: History = { journalFrom: journalFrom(document), moments: momentsOf(kept) };
  for (;;) {
    const plan = planTakeBack(rows, who, history);
    const missing = plan.units
      .flatMap(({ source }) => (source.kind === 'moment' ? [source.id] : []))
      .find((id) => !moments.has(id));
    if (missing === undefined) return { plan, sources: { document, moments } };
    const chunks = await chunksOfMoment(store, board, missing);
    // one that cannot be read is none: the plan is made without it
    if (chunks === null) history = { ...history, moments: history.moments.filter(({ id }) => id !== missing) };
    else moments.set(missing, chunks);
  }
}

function momentsOf(kept: readonly SnapshotRow[]): History['moments'] {
  return kept
    .flatMap((row) => {
      const detail = timedDetailOf(row);
      return detail === null ? [] : [{ id: row.id, version: detail.version, takenAtMs: row.takenAtMs }];
    })
    .toSorted((a, b) => a.version - b.version);
}

async function chunksOfMoment(
  store: TakeBackTools['store'],
  board: BoardId,
  id: SnapshotId,
): Promise<readonly Uint8Array[] | null> {
  try {
    return (await store.readSnapshot(board, id))?.chunks ?? null;
  } catch (error) {
    if (error instanceof DamagedError) return null;
    throw error;
  }
}
