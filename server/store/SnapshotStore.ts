/** The part of the store for moments that are kept. */
import type { BoardId, SnapshotId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { SnapshotCounts, SnapshotReason } from '#shared/wire/snapshots.ts';

/** A moment of a board that is kept. What it holds stands in chunks, which the snapshots of a board share. */
export interface SnapshotRow {
  readonly id: SnapshotId;
  readonly board: BoardId;
  /** given by a person; null = automatic */
  readonly name: string | null;
  readonly reason: SnapshotReason;
  /** beside the reason: the name of the step that ended, of the snapshot that was restored, or for `time` what `TimedDetail` says */
  readonly detail: string | null;
  /** role of who asked for it; null = nobody did */
  readonly byRole: Role | null;
  readonly takenAtMs: number;
  readonly counts: SnapshotCounts;
  /** SVG, a few kilobytes; empty for `time` */
  readonly picture: string;
}

/** A piece of a snapshot's content, known by the hash of what it means. */
export interface SnapshotChunk {
  /** 32 hex digits */
  readonly hash: string;
  /** null = stored already, by an earlier snapshot of the board */
  readonly bytes: Uint8Array | null;
}

/** What was taken away from a board after the snapshot that was kept for it; `content` is its own business. */
export interface LossRow {
  readonly snapshot: SnapshotId;
  readonly content: string;
}

export interface StoredSnapshot {
  readonly row: SnapshotRow;
  /** in the order in which they were given */
  readonly chunks: readonly Uint8Array[];
}

export interface SnapshotStore {
  /** Row and chunks in one transaction. A chunk whose hash the board has stays. Throws NotStoredError when one without bytes is not there. */
  keepSnapshot(row: SnapshotRow, chunks: readonly SnapshotChunk[]): Promise<void>;
  /** Newest first. */
  listSnapshots(board: BoardId): Promise<readonly SnapshotRow[]>;
  /** Throws DamagedError where a part of it cannot be read: the whole snapshot was set aside. */
  readSnapshot(board: BoardId, id: SnapshotId): Promise<StoredSnapshot | null>;
  /** Which of these chunks the board has. */
  findChunks(board: BoardId, hashes: readonly string[]): Promise<ReadonlySet<string>>;
  /** A snapshot with a name is no longer automatic. Throws NotStoredError where there is none. */
  nameSnapshot(board: BoardId, id: SnapshotId, name: string): Promise<void>;
  /** With the chunks that no other snapshot of the board needs. Unknown ids change nothing. */
  deleteSnapshots(board: BoardId, ids: readonly SnapshotId[]): Promise<void>;
  /** Stands until it is deleted, or its snapshot is. Throws NotStoredError where that is gone. */
  addLoss(board: BoardId, loss: LossRow): Promise<void>;
  /** Newest first. */
  listLosses(board: BoardId): Promise<readonly LossRow[]>;
  /** All that belong to the snapshot; where there is none nothing changes. */
  deleteLosses(board: BoardId, snapshot: SnapshotId): Promise<void>;
  /** Bytes of all snapshots of the board, each chunk once. */
  snapshotBytes(board: BoardId): Promise<number>;
}
