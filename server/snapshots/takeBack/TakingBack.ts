/** Takes back what one person did since a time, as far as nobody touched it afterwards (TAKEBACK). */
import type { Acts } from '#server/acts/Acts.ts';
import type { WhoseActs } from './planTakeBack.ts';
import { takeBackJob } from './takeBackJob.ts';
import type { TakeBackReport } from './takenBack.ts';
import type { Relay } from '#server/relay/Relay.ts';
import type { SnapshotRow, SnapshotStore } from '#server/store/SnapshotStore.ts';
import type { DocumentStore } from '#server/store/DocumentStore.ts';
import { NotStoredError } from '#server/store/storeErrors.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';
import { openRestoration, type OpenRestoration } from '#server/snapshots/openRestoration.ts';
import { partsOf, type Snapshots } from '#server/snapshots/Snapshots.ts';

export interface TakingBackOptions {
  readonly store: DocumentStore & SnapshotStore;
  readonly relay: Pick<Relay, 'tell'>;
  readonly acts: Pick<Acts, 'read'>;
  readonly snapshots: Pick<Snapshots, 'turnInto'>;
  /** Where the work is done; left out, as its size wants it. */
  readonly openRestoration?: typeof openRestoration;
}

export interface TookBack {
  /** what stood there */
  readonly before: SnapshotRow;
  readonly report: TakeBackReport;
}

export class TakingBack {
  readonly #options: TakingBackOptions;

  constructor(options: TakingBackOptions) {
    this.#options = options;
  }

  /** What would be taken back now. */
  preview(board: BoardId, who: WhoseActs): Promise<TakeBackReport> {
    return this.#open(board, who, async (restoration) => reportOf(await restoration.ready));
  }

  /**
   * For everybody at once, in one update. What stood there before, up to the very last edit, is a snapshot on disk before
   * anything changes; restoring it brings what was taken back.
   */
  async takeBack(board: BoardId, who: WhoseActs, byRole: Role): Promise<TookBack> {
    const { relay, snapshots } = this.#options;
    const reports: TakeBackReport[] = [];
    const before = await snapshots.turnInto(board, { reason: 'takeBack', byRole }, 'takeBack', () =>
      this.#open(board, who, async (restoration) => {
        reports.push(reportOf(await restoration.ready));
        return restoration.turnBack([]);
      }),
    );
    const told = { event: 'tookBack', id: before.id, name: null, takenAt: who.sinceMs } as const;
    relay.tell(board, { type: 'snapshots', ...told });
    return { before, report: reportOf(reports[0] ?? null) };
  }

  async #open<T>(board: BoardId, who: WhoseActs, work: (restoration: OpenRestoration) => Promise<T>): Promise<T> {
    const { store, openRestoration: open = openRestoration } = this.#options;
    const stored = await store.loadDocument(board);
    if (stored === null) throw new NotStoredError('The board is gone');
    const takeBack = await takeBackJob(this.#options, board, who, stored);
    const restoration = open({ parts: partsOf(stored), target: [], takeBack });
    try {
      return await work(restoration);
    } finally {
      restoration.end();
    }
  }
}

function reportOf(report: TakeBackReport | null): TakeBackReport {
  if (report === null) throw new Error('Nothing says what is taken back');
  return report;
}
