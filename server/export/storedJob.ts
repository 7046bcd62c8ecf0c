/** An export from the store alone, without rooms: one read of the document is one committed moment. */
import * as Y from 'yjs';
import { sinceWhich } from '#shared/compare/sinceWhich.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import type { PaperSize } from '#shared/wire/paper.ts';
import { contentOf } from '#server/snapshots/contentChunks.ts';
import { recordUntil } from '#server/boardFile/recordUntil.ts';
import { readableParts } from '#server/relay/document/readableParts.ts';
import type { BoardStore } from '#server/store/BoardStore.ts';
import type { DocumentStore } from '#server/store/DocumentStore.ts';
import type { RatingStore } from '#server/store/RatingStore.ts';
import type { DamageStore } from '#server/store/DamageStore.ts';
import type { RecordStore } from '#server/store/RecordStore.ts';
import type { SnapshotStore } from '#server/store/SnapshotStore.ts';
import type { ExportJob, JobBefore } from './ExportJob.ts';
import { jobBefore, lastNamed } from './jobBefore.ts';

export interface StoredWish {
  readonly board: BoardId;
  readonly takenAtMs: number;
  readonly zone: string;
  readonly language: string;
  readonly paper: PaperSize;
  readonly withNames: boolean;
  readonly withTrust: boolean;
  readonly internal: boolean;
}

/** `isWhole`: nothing of the document is missing in the job. */
export async function storedJob(
  store: BoardStore & DocumentStore & RatingStore & RecordStore & Pick<DamageStore, 'setAside'> & SnapshotStore,
  wish: StoredWish,
): Promise<{ readonly job: ExportJob; readonly isWhole: boolean }> {
  const { board, takenAtMs, zone, language, paper, withNames, withTrust, internal } = wish;
  const [row, stored] = [await store.readBoard(board), await store.loadDocument(board)];
  if (row === null || stored === null) throw new Error(`there is no board ${board} in the data folder`);
  const { snapshot, updates, faults } = readableParts(stored);
  const job: ExportJob = {
    board,
    title: row.title,
    state: Y.mergeUpdates([...(snapshot === null ? [] : [snapshot]), ...updates]),
    takenAtMs,
    record: await recordUntil(store, board, takenAtMs),
    before: await beforeIn(store, board),
    ratings: internal ? [...(await store.readRatings(board))] : [],
    zone,
    language,
    paper,
    // whoever has the data folder knows no address at which others open it
    way: null,
    lastNamed: lastNamed(await store.listSnapshots(board)),
    withNames,
    withTrust,
    wanted: 'pack.zip',
  };
  return { job, isWhole: faults.length === 0 && stored.damage === null };
}

async function beforeIn(
  store: BoardStore & DocumentStore & RatingStore & RecordStore & Pick<DamageStore, 'setAside'> & SnapshotStore,
  board: BoardId,
): Promise<JobBefore | null> {
  const row = sinceWhich(await store.listSnapshots(board));
  const stored = row === null ? null : await store.readSnapshot(board, row.id);
  if (row === null || stored === null) return null;
  return jobBefore(row, contentOf(stored.chunks));
}
