/**
 * What the server keeps on disk, as a port. Implementations: `sqlite/` (in line, or in `threaded/`) and `memory/` (tests); all pass
 * `contract.ts`. Every promise resolves only when the change is durable. Nobody above this port knows SQL.
 */
import type { Rating, Ratings } from '#shared/map/ratings.ts';
import type { AssetId, BoardId, PersonId, SnapshotId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { SnapshotCounts, SnapshotReason } from '#shared/wire/snapshots.ts';
import type { ActRow, ActStore } from './ActStore.ts';
import type { DoorStore, SeatRow } from './DoorStore.ts';
import type { DamageStore, DocumentFault } from './DamageStore.ts';
import type { RecordRow, RecordStore } from './RecordStore.ts';
import type { ActivityStore } from './ActivityStore.ts';
import type { WorkshopStore } from './WorkshopStore.ts';

/** Generations of the three links: a link key is derived from the server's secret, board, role and this number. */
export type LinkGenerations = Readonly<Record<Role, number>>;

export interface BoardRow {
  readonly id: BoardId;
  readonly title: string;
  /** short join code, for the participant link; unique */
  readonly code: string;
  readonly linkGenerations: LinkGenerations;
  readonly createdAtMs: number;
  /** last write by people (anything but compaction); retention counts from here */
  readonly touchedAtMs: number;
}

export interface PersonRow {
  readonly id: PersonId;
  readonly board: BoardId;
  readonly name: string;
  readonly color: string;
  readonly role: Role;
  readonly organization: string | null;
  readonly kind: string | null;
  /** counts the return links: one is derived from the server's secret, board, person and this number */
  readonly returnGeneration: number;
  readonly joinedAtMs: number;
  /** set when removed: every seat and ticket of this person end */
  readonly removedAtMs: number | null;
}

/** One committed step of a document. */
export interface JournalEntry {
  /** Yjs update, format V1 */
  readonly update: Uint8Array;
  /** Yjs client ids first seen in this update and whose they are; an existing claim is never changed */
  readonly claims: ReadonlyArray<{ readonly clientId: number; readonly person: PersonId }>;
  /** who changed what in it; left out where nobody is to be told */
  readonly acts?: Omit<ActRow, 'version'> | undefined;
}

export interface StoredDocument {
  /** full state of the last compaction, or null before the first */
  readonly snapshot: Uint8Array | null;
  /** committed updates after the snapshot, oldest first */
  readonly updates: readonly Uint8Array[];
  /** numbers of `updates`, rising; without gaps where nothing is missing */
  readonly versions: readonly number[];
  /** number of the last journal entry, also of one that is missing; 0 for none */
  readonly version: number;
  readonly owners: ReadonlyMap<number, PersonId>;
  /** what is not there as it was written, and is in neither `snapshot` nor `updates`; empty for a whole document */
  readonly faults: readonly DocumentFault[];
  /** null while the document is whole, or somebody decided to go on without what is missing */
  readonly damage: OpenDamage | null;
  /** something was lost once, also where somebody decided to go on without it */
  readonly hasLost: boolean;
}

/** Something of the document was set aside, and nobody decided about it yet. */
export interface OpenDamage {
  /** updates that build on what is gone; each may apply once that came back */
  readonly waiting: readonly Uint8Array[];
}

export interface AssetRow {
  readonly id: AssetId;
  readonly board: BoardId;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly createdAtMs: number;
}

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

/** Thrown by every write when the disk is full or refuses; reads go on, and later writes work again once there is room. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
}

/** Thrown by a write to a board or person that does not exist (never did, or was deleted meanwhile). */
export class NotStoredError extends Error {
  override readonly name = 'NotStoredError';
}

/** Thrown by a write that was made of something that is not there any more as it was read. */
export class MovedError extends Error {
  override readonly name = 'MovedError';
}

/** Thrown by a read of one thing that is there and cannot be read; it was set aside. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError';
}

/** Thrown when something unique exists already; `what` tells a caller whether another try with a new value helps. */
export class AlreadyStoredError extends Error {
  override readonly name = 'AlreadyStoredError';
  readonly what: 'board' | 'code' | 'person' | 'seat' | 'snapshot' | 'round';

  constructor(what: AlreadyStoredError['what']) {
    super(`${what} exists already`);
    this.what = what;
  }
}

/**
 * Writes take effect in the order of their calls, together with all others of the same event-loop turn, and each wholly or
 * not at all. Reads show what is durable: a write shows at the latest when its promise has resolved, and never before it is on
 * disk. Arguments and results are plain data that can be cloned: the store may live in another thread.
 */
export interface Store extends ActivityStore, RecordStore, WorkshopStore, DoorStore, DamageStore, ActStore {
  /** A secret of this installation (32 random bytes), made on first use and kept with the data so that backups carry it. */
  installationSecret(): Promise<Uint8Array>;

  /** Board, its first document (version 1), the ratings, the pictures and the record it starts with in one transaction. Throws AlreadyStoredError when the id or code exists or the id was deleted. */
  createBoard(
    board: BoardRow,
    firstUpdate: Uint8Array,
    ratings?: Ratings,
    assets?: readonly Omit<AssetRow, 'board'>[],
    record?: readonly RecordRow[],
  ): Promise<void>;
  readBoard(id: BoardId): Promise<BoardRow | null>;
  findBoardByCode(code: string): Promise<BoardRow | null>;
  /** Title, code and link generations only. */
  updateBoard(id: BoardId, change: Partial<Pick<BoardRow, 'title' | 'code' | 'linkGenerations'>>): Promise<void>;
  /** Leaves no row of the board behind, except that its id is remembered as deleted. Unknown or deleted already: changes nothing. */
  deleteBoard(id: BoardId): Promise<void>;
  wasDeleted(id: BoardId): Promise<boolean>;
  /** There was such a board, nobody deleted it, and its row is gone. */
  isLost(id: BoardId): Promise<boolean>;
  /** Boards with `touchedAtMs` before that time, longest untouched first. */
  listUntouchedSince(beforeMs: number): Promise<readonly BoardId[]>;

  /** With the seat on the device by which they came, in one transaction. */
  addPerson(person: PersonRow, seat?: SeatRow): Promise<void>;
  /** Removed people are found too, with `removedAtMs` set: whoever asks decides what that means. */
  readPerson(board: BoardId, person: PersonId): Promise<PersonRow | null>;
  /** In the order in which they joined. */
  listPeople(board: BoardId): Promise<readonly PersonRow[]>;
  updatePerson(
    board: BoardId,
    person: PersonId,
    change: Partial<
      Pick<PersonRow, 'name' | 'color' | 'role' | 'removedAtMs' | 'organization' | 'kind' | 'returnGeneration'>
    >,
  ): Promise<void>;

  /** What is whole of it; null for a board that does not exist. */
  loadDocument(board: BoardId): Promise<StoredDocument | null>;
  /** Appends to the journal; resolves with the entry's version once it is durable. Entries of many boards share one commit. */
  append(board: BoardId, entry: JournalEntry): Promise<number>;
  /**
   * Replaces snapshot and journal up to `version` by one full state. A crash at any step leaves either the old or the
   * new form, both complete. Throws RangeError when `version` was never reached or lies before the last compaction.
   */
  compact(board: BoardId, version: number, snapshot: Uint8Array): Promise<void>;

  /** An asset never changes: where its id exists on that board, the stored one stays and the promise resolves. */
  putAsset(asset: AssetRow): Promise<void>;
  readAsset(board: BoardId, id: AssetId): Promise<AssetRow | null>;
  /** Bytes of all assets of the board. */
  assetBytes(board: BoardId): Promise<number>;

  /** Influence and stake by organization, for facilitators; empty for a board that does not exist. */
  readRatings(board: BoardId): Promise<Ratings>;
  /** Replaces the rating of an organization; null removes it. */
  writeRating(board: BoardId, organization: string, rating: Rating | null): Promise<void>;
  deleteRatings(board: BoardId): Promise<void>;

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

  /** Writes something that changes nothing, as durably as every write: rejects where no write works. */
  tryWrite(): Promise<void>;
  /** About what everything that is kept takes of the disk; what was deleted does not count. */
  storedBytes(): Promise<number>;

  /** A complete, consistent copy into `file` (which must not exist) while others go on writing. */
  backup(file: string): Promise<void>;
  /** Commits what is still waiting, then lets go of the data. Every later write rejects. */
  close(): Promise<void>;
}
