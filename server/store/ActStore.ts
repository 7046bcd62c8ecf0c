/**
 * The part of the store for who changed what: beside a journal entry, in its transaction, and there when the journal was
 * compacted; gone with the board. Read and written by `server/relay/tick/Act.ts` alone.
 */
import type { BoardId } from '#shared/wire/ids.ts';

export interface ActRow {
  /** of the last entry that it tells of */
  readonly version: number;
  readonly atMs: number;
  /** it names people */
  readonly hasPeople: boolean;
  /** JSON */
  readonly content: string;
}

export interface ActStore {
  /** Of entries after this version, oldest first; what is damaged is not among them. Empty for a board that does not exist. */
  listActs(board: BoardId, afterVersion: number): Promise<readonly ActRow[]>;
  /** Puts these rows in place of all up to this version, in one transaction. */
  replaceActs(board: BoardId, upToVersion: number, rows: readonly ActRow[]): Promise<void>;
  /** Boards with rows of before that time that name people. */
  listBoardsNaming(beforeMs: number): Promise<readonly BoardId[]>;
}
