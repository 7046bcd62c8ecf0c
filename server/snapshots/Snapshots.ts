/**
 * Snapshots of boards: takes them at one committed moment, gives them back, and turns a board back into one. The work on one
 * board is done in turn, so that nothing is pruned while something else relies on it.
 */
import * as Y from 'yjs';
import { bringBack, inOrderOfReturn } from '#shared/board/bringBack.ts';
import type { BoardContent } from '#shared/board/content.ts';
import { forgetRated } from '#shared/board/forgetRated.ts';
import type { BoardId, SnapshotId } from '#shared/wire/ids.ts';
import type { Limits } from '#shared/wire/limits.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { SnapshotReason } from '#shared/wire/snapshots.ts';
import { newSnapshotId } from '#server/door/secrets/randomText.ts';
import { KeyedQueue } from '#server/door/limits/KeyedQueue.ts';
import type { Log } from '#server/log/Log.ts';
import type { Loss } from '#server/relay/tick/MassRemoval.ts';
import type { Command } from '#server/relay/tick/OwnChange.ts';
import type { Relay } from '#server/relay/Relay.ts';
import type { StoredDocument, DocumentStore } from '#server/store/DocumentStore.ts';
import type { SnapshotRow, SnapshotStore } from '#server/store/SnapshotStore.ts';
import { NotStoredError, StorageFullError } from '#server/store/storeErrors.ts';
import { chunksOf, contentOf } from './contentChunks.ts';
import { momentOf, packMoment, type Moment, type PackedMoment } from './Moment.ts';
import { openRestoration, type OpenRestoration } from './openRestoration.ts';
import { goesForRoom, prunable } from './prunable.ts';
import type { RestorationJob, TurnedBack } from './Restoration.ts';
import { lossesOf, rowOf, type KeptLoss } from './storedLosses.ts';
import { contentHash, timedDetailOf, writeTimedDetail, type TimedDetail } from './timedDetail.ts';

/** Things that come back in one turn of the event loop. */
const returnPiece = 200;

/** Why a snapshot is taken, and what stands beside it in the list. */
export interface SnapshotRequest {
  readonly reason: SnapshotReason;
  /** null = automatic */
  readonly name?: string | null;
  /** the name of the step that ended, or of the snapshot that is restored */
  readonly detail?: string | null;
  /** role of who asked; null = nobody did */
  readonly byRole?: Role | null;
}

/** What other parts of the server need of snapshots. */
export interface SnapshotPort {
  /** Keeps the board as it is committed now. Rejects when the board does not exist or the disk refuses. */
  take(board: BoardId, request: SnapshotRequest): Promise<SnapshotRow>;
}

export interface SnapshotsOptions {
  readonly store: DocumentStore & SnapshotStore;
  readonly relay: Pick<Relay, 'change' | 'changeMade' | 'tell'>;
  /** Where the work of a restore is done; left out, as its size wants it. */
  readonly openRestoration?: (job: RestorationJob) => OpenRestoration;
  readonly limits: Pick<Limits, 'maxSnapshotsPerBoard' | 'maxSnapshotBytesPerBoard'>;
  readonly nowMs: () => number;
  readonly log: Log;
}

export class Snapshots implements SnapshotPort {
  readonly #options: SnapshotsOptions;
  readonly #queue = new KeyedQueue();
  /** what was kept before the loss that still goes on, by board */
  readonly #beforeLoss = new Map<BoardId, SnapshotId>();

  constructor(options: SnapshotsOptions) {
    this.#options = options;
  }

  take(board: BoardId, request: SnapshotRequest): Promise<SnapshotRow> {
    return this.#queue.take(board, async () => {
      if (request.reason === 'person') await this.#refuseWhenFull(board);
      const moment = await this.#options.relay.change(board, momentOf);
      const row = await this.#keep(board, moment, request);
      await this.#prune(board);
      this.#tellList(board);
      return row;
    });
  }

  /**
   * Keeps what is on disk, while the room holds back a change that takes much away, and what goes with it and whose act it
   * is. Not in turn: who has the turn may be waiting for that very change.
   */
  async takeBeforeLoss(board: BoardId, loss: Loss): Promise<void> {
    const { store, relay, nowMs } = this.#options;
    const open = loss.isContinued ? this.#beforeLoss.get(board) : undefined;
    const isThere = open !== undefined && (await store.listSnapshots(board)).some(({ id }) => id === open);
    const id = isThere ? open : await this.#keepBeforeLoss(board);
    if (id === null) return;
    this.#beforeLoss.set(board, id);
    const takenAt = nowMs();
    await store.addLoss(board, rowOf(id, loss, takenAt));
    relay.tell(board, { type: 'snapshots', event: 'massDelete', id, name: null, takenAt }, { role: 'facilitator' });
    if (!isThere) void this.#queue.take(board, () => this.#prune(board));
  }

  /**
   * Keeps a moment of the timed history, unless the last one holds the same. `packed` has all its chunks and was read at
   * `takenAtMs`, when the document had that version.
   */
  keepTimed(board: BoardId, packed: PackedMoment, version: number, takenAtMs: number): Promise<void> {
    return this.#queue.take(board, async () => {
      const { store } = this.#options;
      const hashes = packed.chunks.map(({ hash }) => hash);
      const detail: TimedDetail = { version, content: contentHash(hashes) };
      const last = (await store.listSnapshots(board)).find(({ reason }) => reason === 'time');
      if (last !== undefined && timedDetailOf(last)?.content === detail.content) return;
      const known = await store.findChunks(board, hashes);
      const chunks = packed.chunks.map(({ hash, bytes }) => ({ hash, bytes: known.has(hash) ? null : bytes }));
      const request = { reason: 'time', detail: writeTimedDetail(detail) } as const;
      await this.#write(board, { ...packed, chunks }, request, takenAtMs);
      await this.#prune(board);
      this.#tellList(board);
    });
  }

  async #keepBeforeLoss(board: BoardId): Promise<SnapshotId | null> {
    const stored = await this.#options.store.loadDocument(board);
    if (stored === null) return null;
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const part of partsOf(stored)) Y.applyUpdate(doc, part);
    });
    forgetRated(doc);
    const moment = momentOf(doc);
    doc.destroy();
    const request = { reason: 'massDelete' } as const;
    const row = await this.#keep(board, moment, request).catch((error: unknown) => {
      // a chunk that was there a moment ago was pruned meanwhile
      if (!(error instanceof NotStoredError)) throw error;
      return this.#write(board, packMoment(moment, chunksOf(moment.content), new Set()), request);
    });
    this.#tellList(board);
    return row.id;
  }

  /** What was taken away and nobody has decided about yet, newest first. */
  async losses(board: BoardId): Promise<readonly KeptLoss[]> {
    return lossesOf(await this.#options.store.listLosses(board));
  }

  /** Brings back exactly what was taken away after the snapshot, as it was; everything else stays as it is now. */
  bringBack(board: BoardId, id: SnapshotId): Promise<void> {
    return this.#queue.take(board, async () => {
      const { relay } = this.#options;
      const loss = (await this.losses(board)).find(({ snapshot }) => snapshot === id);
      if (loss === undefined) throw new Refusal('loss-over');
      const lost = inOrderOfReturn(loss.lost);
      // a piece that the disk refuses can be asked for again: what is there already stays as it is
      for (let from = 0; from < lost.length; from += returnPiece)
        await relay.change(board, (doc) => bringBack(doc, lost.slice(from, from + returnPiece)));
      await this.#settleLoss(board, id);
    });
  }

  /** Nobody needs to be told of it any more. What was kept stays in the list. */
  settleLoss(board: BoardId, id: SnapshotId): Promise<void> {
    return this.#queue.take(board, () => this.#settleLoss(board, id));
  }

  async #settleLoss(board: BoardId, id: SnapshotId): Promise<void> {
    if (this.#beforeLoss.get(board) === id) this.#beforeLoss.delete(board);
    await this.#options.store.deleteLosses(board, id);
    this.#tellList(board);
  }

  /** Resolves when nothing is under way, so that the store may be closed; call after the relay has stopped. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  list(board: BoardId): Promise<readonly SnapshotRow[]> {
    return this.#options.store.listSnapshots(board);
  }

  async read(board: BoardId, id: SnapshotId): Promise<{ readonly row: SnapshotRow; readonly content: BoardContent }> {
    const stored = await this.#options.store.readSnapshot(board, id);
    if (stored === null) throw new Refusal('snapshot-unknown');
    return { row: stored.row, content: contentOf(stored.chunks) };
  }

  /** `from`: what it was called on the screen; undefined where that does not matter. */
  name(board: BoardId, id: SnapshotId, name: string, from?: string | null): Promise<void> {
    return this.#queue.take(board, async () => {
      const row = await this.#find(board, id);
      if (from !== undefined && row.name !== from && row.name !== name) throw new Refusal('name-moved');
      if (row.name === null) await this.#refuseWhenFull(board);
      await this.#options.store.nameSnapshot(board, id, name);
      this.#tellList(board);
    });
  }

  delete(board: BoardId, id: SnapshotId): Promise<void> {
    return this.#queue.take(board, async () => {
      await this.#find(board, id);
      await this.#options.store.deleteSnapshots(board, [id]);
      this.#tellList(board);
    });
  }

  /**
   * Turns the board back for everybody, in one update of only what differs. What stood there before, up to the very last
   * edit, is a snapshot on disk before anything changes; resolves with it.
   */
  restore(board: BoardId, id: SnapshotId, byRole: Role): Promise<SnapshotRow> {
    return this.#queue.take(board, async () => {
      const { relay, store } = this.#options;
      const target = await store.readSnapshot(board, id);
      if (target === null) throw new Refusal('snapshot-unknown');
      const { name, takenAtMs } = target.row;
      const before = await this.#turnBack(board, target.chunks, { reason: 'restore', detail: name, byRole });
      await this.#prune(board, [before.id, id]);
      relay.tell(board, { type: 'snapshots', event: 'restored', id: before.id, name, takenAt: takenAtMs });
      return before;
    });
  }

  /**
   * What the snapshot has and the board has not comes back, also what was taken away since; what stands there stays as it is.
   * For a board of which something was lost.
   */
  bringBackMissing(board: BoardId, id: SnapshotId, byRole: Role): Promise<void> {
    return this.#queue.take(board, async () => {
      const target = await this.#options.store.readSnapshot(board, id);
      if (target === null) throw new Refusal('snapshot-unknown');
      const request = { reason: 'restore', detail: target.row.name, byRole } as const;
      await this.#turnBack(board, target.chunks, request, true);
      this.#tellList(board);
    });
  }

  /** Turns the board into what `turnBack` makes of it, which is asked when nobody writes any more; resolves with what stood there. */
  turnInto(
    board: BoardId,
    request: SnapshotRequest,
    by: Command['by'],
    turnBack: () => Promise<TurnedBack>,
  ): Promise<SnapshotRow> {
    return this.#queue.take(board, async () => {
      const before = await this.#writeMade(board, request, by, turnBack);
      await this.#prune(board, [before.id]);
      return before;
    });
  }

  async #turnBack(
    board: BoardId,
    target: readonly Uint8Array[],
    request: SnapshotRequest,
    onlyMissing = false,
  ): Promise<SnapshotRow> {
    const first = await this.#load(board);
    const open = this.#options.openRestoration ?? openRestoration;
    const restoration = open({ parts: partsOf(first), target, onlyMissing });
    try {
      await restoration.ready;
      return await this.#writeMade(board, request, 'restore', async () =>
        restoration.turnBack(laterParts(first, await this.#load(board))),
      );
    } finally {
      restoration.end();
    }
  }

  /** `turnBack` is asked when nobody writes any more: what came in until then is part of what is kept before it. */
  async #writeMade(
    board: BoardId,
    request: SnapshotRequest,
    by: Command['by'],
    turnBack: () => Promise<TurnedBack>,
  ): Promise<SnapshotRow> {
    const { relay, store } = this.#options;
    const kept: SnapshotRow[] = [];
    const make = async () => {
      const { before, ...made } = await turnBack();
      const value = await this.#write(board, before, request);
      kept.push(value);
      return { ...made, value };
    };
    try {
      return await relay.changeMade(board, make, { by, role: request.byRole ?? 'facilitator' });
    } catch (error) {
      // Only then is it certain that nothing was turned back; otherwise this snapshot may be all that is left of the present.
      if (kept.length > 0 && error instanceof StorageFullError)
        await store
          .deleteSnapshots(
            board,
            kept.map(({ id }) => id),
          )
          .catch((fault: unknown) => this.#options.log.error('snapshots.leftover', { board }, fault));
      throw error;
    }
  }

  async #load(board: BoardId): Promise<StoredDocument> {
    const stored = await this.#options.store.loadDocument(board);
    if (stored === null) throw new NotStoredError('The board is gone');
    return stored;
  }

  async #find(board: BoardId, id: SnapshotId): Promise<SnapshotRow> {
    const found = (await this.#options.store.listSnapshots(board)).find((row) => row.id === id);
    if (!found) throw new Refusal('snapshot-unknown');
    return found;
  }

  async #keep(board: BoardId, moment: Moment, request: SnapshotRequest): Promise<SnapshotRow> {
    const chunks = chunksOf(moment.content);
    const known = await this.#options.store.findChunks(
      board,
      chunks.map(({ hash }) => hash),
    );
    return this.#write(board, packMoment(moment, chunks, known), request);
  }

  async #write(
    board: BoardId,
    { counts, picture, chunks }: PackedMoment,
    { reason, name = null, detail = null, byRole = null }: SnapshotRequest,
    takenAtMs = this.#options.nowMs(),
  ): Promise<SnapshotRow> {
    const { store } = this.#options;
    const row = { id: newSnapshotId(), board, name, reason, detail, byRole, takenAtMs, counts, picture };
    await store.keepSnapshot(row, chunks);
    return row;
  }

  async #refuseWhenFull(board: BoardId): Promise<void> {
    const { store, limits } = this.#options;
    const named = (await store.listSnapshots(board)).filter((row) => row.name !== null);
    if (
      named.length >= limits.maxSnapshotsPerBoard ||
      (await store.snapshotBytes(board)) >= limits.maxSnapshotBytesPerBoard
    )
      throw new Refusal('snapshots-full');
  }

  /** A failure here costs room on the disk and nothing else, so it does not fail what was asked for. */
  async #prune(board: BoardId, keep: readonly SnapshotId[] = []): Promise<void> {
    const { store, limits, log, nowMs } = this.#options;
    try {
      const rows = (await store.listSnapshots(board)).filter((row) => !keep.includes(row.id));
      const open = new Set((await store.listLosses(board)).map(({ snapshot }) => snapshot));
      const surplus = new Set(prunable(rows, open, nowMs()));
      if (surplus.size > 0) await store.deleteSnapshots(board, [...surplus]);
      let left = rows.filter(({ id }) => !surplus.has(id));
      while ((await store.snapshotBytes(board)) > limits.maxSnapshotBytesPerBoard) {
        const going = goesForRoom(left);
        if (going.length === 0) return;
        await store.deleteSnapshots(board, going);
        left = left.filter(({ id }) => !going.includes(id));
      }
    } catch (error) {
      log.error('snapshots.pruneFailed', { board }, error);
    }
  }

  #tellList(board: BoardId): void {
    this.#options.relay.tell(board, { type: 'snapshots', event: 'list', id: null, name: null, takenAt: null });
  }
}

export function partsOf({ snapshot, updates }: StoredDocument): readonly Uint8Array[] {
  return snapshot === null ? updates : [snapshot, ...updates];
}

/** What `now` has and `first` has not; all of it where the journal in between is gone. */
function laterParts(first: StoredDocument, now: StoredDocument): readonly Uint8Array[] {
  const count = now.version - first.version;
  return count > now.updates.length || now.faults.length > 0
    ? partsOf(now)
    : now.updates.slice(now.updates.length - count);
}
