/**
 * Exports of this process: takes the moment from the room (or the store), and lets only few threads work at once, so that the
 * rooms keep their processor.
 */
import * as Y from 'yjs';
import * as v from 'valibot';
import { sinceWhich } from '#shared/compare/sinceWhich.ts';
import type { WayIn } from '#shared/report/papers/wayIn.ts';
import { recordUntil } from '#server/boardFile/recordUntil.ts';
import { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import type { Log } from '#server/log/Log.ts';
import type { Relay } from '#server/relay/Relay.ts';
import type { Snapshots } from '#server/snapshots/Snapshots.ts';
import type { BoardRow, BoardStore } from '#server/store/BoardStore.ts';
import type { AssetStore } from '#server/store/AssetStore.ts';
import type { RatingStore } from '#server/store/RatingStore.ts';
import type { DamageStore } from '#server/store/DamageStore.ts';
import type { RecordStore } from '#server/store/RecordStore.ts';
import type { SnapshotRow, SnapshotStore } from '#server/store/SnapshotStore.ts';
import type { DocumentStore } from '#server/store/DocumentStore.ts';
import { type ExportChoices, type ExportFile, sinceNothing } from '#shared/wire/export.ts';
import { AssetId, type BoardId, type PersonId } from '#shared/wire/ids.ts';
import type { Limits } from '#shared/wire/limits.ts';
import type { PaperSize } from '#shared/wire/paper.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { ExportJob, JobBefore } from './ExportJob.ts';
import { jobBefore, lastNamed } from './jobBefore.ts';
import { isZone } from './momentWords.ts';
import { runExport, type RunningExport } from './runExport.ts';

export interface ExportsOptions {
  readonly store: AssetStore &
    RatingStore &
    RecordStore &
    Pick<DamageStore, 'setAside'> &
    SnapshotStore &
    DocumentStore &
    BoardStore;
  readonly relay: Pick<Relay, 'change'>;
  readonly snapshots: Pick<Snapshots, 'list' | 'read'>;
  /** What still has to come into the record of a board, comes. */
  readonly keepRecord: (board: BoardId) => Promise<void>;
  readonly limits: Pick<Limits, 'exportsPerMinute' | 'exportsAtOnce' | 'exportsWaiting'>;
  readonly nowMs: () => number;
  /** how long the server has stood still so far */
  readonly stoodStillMs?: () => number;
  readonly log: Log;
}

export interface ExportWish {
  readonly board: BoardRow;
  readonly person: PersonId;
  readonly wanted: ExportFile | 'pack.zip';
  readonly choices: ExportChoices;
  readonly language: string;
  readonly paper: PaperSize;
  /** for the poster, where this person may be shown it */
  readonly way: WayIn | null;
}

const minuteMs = 60_000;

export class Exports {
  readonly #options: ExportsOptions;
  readonly #perPerson: SlidingWindow;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(options: ExportsOptions) {
    this.#options = options;
    const { limits, nowMs, stoodStillMs = () => 0 } = options;
    const minute = { windowMs: minuteMs, nowMs, stoodStillMs };
    this.#perPerson = new SlidingWindow({ limit: limits.exportsPerMinute, ...minute });
  }

  /** Throws `zone-unknown`, and `too-fast` when this person, or everybody together, asks for too much. */
  async start(wish: ExportWish): Promise<RunningExport> {
    const { zone } = wish.choices;
    if (zone !== undefined && !isZone(zone)) throw new Refusal('zone-unknown');
    const key = `${wish.board.id} ${wish.person}`;
    if (this.#perPerson.isFull(key)) throw new Refusal('too-fast');
    this.#perPerson.add(key);
    await this.#takeTurn();
    try {
      const job = await this.#jobOf(wish);
      const running = await runExport(
        job,
        (id) => this.#assetOf(wish.board, id),
        (error) => this.#options.log.error('export.brokeOff', { board: wish.board.id, file: wish.wanted }, error),
      );
      void running.ended.then(() => this.#giveTurn());
      return running;
    } catch (error) {
      this.#giveTurn();
      throw error;
    }
  }

  async #takeTurn(): Promise<void> {
    const { exportsAtOnce, exportsWaiting } = this.#options.limits;
    if (this.#running < exportsAtOnce) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= exportsWaiting) throw new Refusal('too-fast');
    // Whoever ends hands its place over.
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #giveTurn(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }

  async #jobOf({ board, wanted, choices, language, paper, way }: ExportWish): Promise<ExportJob> {
    const { relay, store, keepRecord, nowMs } = this.#options;
    await keepRecord(board.id);
    const isInternal = choices.internal === '1' || wanted === 'register-internal.csv';
    const ratings = isInternal ? [...(await store.readRatings(board.id))] : [];
    const kept = await this.#options.snapshots.list(board.id);
    const before = await this.#before(board, kept, choices.since);
    // Looks between two ticks: everything before is on disk, nothing of what comes is in it.
    const { state, takenAtMs } = await relay.change(board.id, (doc) => ({
      state: Y.encodeStateAsUpdate(doc),
      takenAtMs: nowMs(),
    }));
    const zone = choices.zone ?? 'UTC';
    return {
      board: board.id,
      title: board.title,
      state,
      takenAtMs,
      before,
      record: await recordUntil(store, board.id, takenAtMs),
      ratings,
      zone,
      language,
      paper,
      way,
      lastNamed: lastNamed(kept),
      withNames: choices.names === '1',
      withTrust: choices.trust === '1',
      wanted,
    };
  }

  /** Throws `snapshot-unknown` for one that is not there (any more). */
  async #before(
    board: BoardRow,
    rows: readonly SnapshotRow[],
    since: ExportChoices['since'],
  ): Promise<JobBefore | null> {
    if (since === sinceNothing) return null;
    const { snapshots } = this.#options;
    const row = since === undefined ? sinceWhich(rows) : rows.find(({ id }) => id === since);
    if (row === undefined) throw new Refusal('snapshot-unknown');
    return row === null ? null : jobBefore(row, (await snapshots.read(board.id, row.id)).content);
  }

  async #assetOf(board: BoardRow, id: string) {
    const asset = await this.#options.store.readAsset(board.id, v.parse(AssetId, id));
    return asset === null ? null : { type: asset.type, bytes: asset.bytes };
  }
}
