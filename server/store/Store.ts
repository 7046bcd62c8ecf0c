/**
 * What the server keeps on disk, as a port. Implementations: `sqlite/` (the default) and `memory/` (tests); both pass
 * `contract.ts`. Every promise resolves only when the change is durable. Nobody above this port knows SQL.
 */
import type { AssetId, BoardId, PersonId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';

/** Generations of the three links: a link key is derived from the server's secret, board, role and this number. */
export type LinkGenerations = Readonly<Record<Role, number>>;

export interface BoardRow {
  readonly id: BoardId;
  readonly title: string;
  /** short join code, for the participant link; unique */
  readonly code: string;
  readonly linkGenerations: LinkGenerations;
  readonly createdAtMs: number;
  /** last commit of any kind; retention counts from here */
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
  /** SHA-256 of the seat, hex; the seat itself is never stored */
  readonly seatHash: string;
  readonly joinedAtMs: number;
  /** set when removed: the seat and every ticket of this person end */
  readonly removedAtMs: number | null;
}

/** One committed step of a document. */
export interface JournalEntry {
  /** Yjs update, format V1 */
  readonly update: Uint8Array;
  /** Yjs client ids first seen in this update and whose they are; an existing claim is never changed */
  readonly claims: ReadonlyArray<{ readonly clientId: number; readonly person: PersonId }>;
}

export interface StoredDocument {
  /** full state of the last compaction, or null before the first */
  readonly snapshot: Uint8Array | null;
  /** committed updates after the snapshot, oldest first */
  readonly updates: readonly Uint8Array[];
  /** number of the last journal entry contained; 0 for none */
  readonly version: number;
  readonly owners: ReadonlyMap<number, PersonId>;
}

export interface AssetRow {
  readonly id: AssetId;
  readonly board: BoardId;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly createdAtMs: number;
}

/** Thrown by every write when the disk is full or refuses; reads go on. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
}

export interface Store {
  /** A secret of this installation (32 random bytes), made on first use and kept with the data so that backups carry it. */
  installationSecret(): Promise<Uint8Array>;

  /** Board and its first document in one transaction. Throws when the id or code exists. */
  createBoard(board: BoardRow, firstUpdate: Uint8Array): Promise<void>;
  readBoard(id: BoardId): Promise<BoardRow | null>;
  findBoardByCode(code: string): Promise<BoardRow | null>;
  /** Title, code and link generations only. */
  updateBoard(id: BoardId, change: Partial<Pick<BoardRow, 'title' | 'code' | 'linkGenerations'>>): Promise<void>;
  /** Leaves no row of the board behind, except that its id is remembered as deleted. */
  deleteBoard(id: BoardId): Promise<void>;
  wasDeleted(id: BoardId): Promise<boolean>;
  listUntouchedSince(beforeMs: number): Promise<readonly BoardId[]>;

  addPerson(person: PersonRow): Promise<void>;
  readPerson(board: BoardId, person: PersonId): Promise<PersonRow | null>;
  findPersonBySeat(board: BoardId, seatHash: string): Promise<PersonRow | null>;
  listPeople(board: BoardId): Promise<readonly PersonRow[]>;
  updatePerson(
    board: BoardId,
    person: PersonId,
    change: Partial<Pick<PersonRow, 'name' | 'color' | 'role' | 'removedAtMs' | 'organization' | 'kind'>>,
  ): Promise<void>;

  /** null for a board that does not exist. */
  loadDocument(board: BoardId): Promise<StoredDocument | null>;
  /** Appends to the journal; resolves with the entry's version once it is durable. Entries of many boards share one commit. */
  append(board: BoardId, entry: JournalEntry): Promise<number>;
  /**
   * Replaces snapshot and journal up to `version` by one full state. A crash at any step leaves either the old or the
   * new form, both complete.
   */
  compact(board: BoardId, version: number, snapshot: Uint8Array): Promise<void>;

  putAsset(asset: AssetRow): Promise<void>;
  readAsset(board: BoardId, id: AssetId): Promise<AssetRow | null>;
  /** Bytes of all assets of the board. */
  assetBytes(board: BoardId): Promise<number>;

  /** A complete, consistent copy into `file` (which must not exist) while others go on writing. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}
