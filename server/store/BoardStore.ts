/** The part of the store for the boards themselves. */
import type { Ratings } from '#shared/map/ratings.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import type { Role } from '#shared/wire/roles.ts';
import type { AssetRow } from './AssetStore.ts';
import type { RecordRow } from './RecordStore.ts';

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

/** `lost`: there was such a board, nobody deleted it, and its row is gone. */
export type BoardAbsence = 'lost' | 'deleted' | 'unknown';

export interface BoardStore {
  /** Board, its first document (version 1), the ratings, the pictures, the record and the workshop it starts with in one transaction. Throws AlreadyStoredError when the id or code exists or the id was deleted. */
  createBoard(
    board: BoardRow,
    firstUpdate: Uint8Array,
    ratings?: Ratings,
    assets?: readonly Omit<AssetRow, 'board'>[],
    record?: readonly RecordRow[],
    workshop?: string | null,
  ): Promise<void>;
  readBoard(id: BoardId): Promise<BoardRow | null>;
  findBoardByCode(code: string): Promise<BoardRow | null>;
  /** Title, code and link generations only. */
  updateBoard(id: BoardId, change: Partial<Pick<BoardRow, 'title' | 'code' | 'linkGenerations'>>): Promise<void>;
  /** Leaves no row of the board behind, except that its id is remembered as deleted. Unknown or deleted already: changes nothing. */
  deleteBoard(id: BoardId): Promise<void>;
  /** Of a board that is not there. */
  absenceOf(id: BoardId): Promise<BoardAbsence>;
  /** Boards with `touchedAtMs` before that time, longest untouched first. */
  listUntouchedSince(beforeMs: number): Promise<readonly BoardId[]>;
}
