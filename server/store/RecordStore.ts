/**
 * The part of the store for the record of what a board's workshops gave: one row per closed activity, only ever added, outside
 * undo, snapshots and restores, and gone with its board. It names nobody. Understood by `shared/record` alone. Rows come with
 * the board (`createBoard`) and with the end of a round (`endActivity`), each in the transaction of that.
 */
import type { BoardId } from '#shared/wire/ids.ts';

export interface RecordRow {
  /** unique on its board: the id of what was closed */
  readonly id: string;
  readonly atMs: number;
  /** JSON */
  readonly content: string;
}

export interface RecordStore {
  /** Oldest first; empty for a board that does not exist. */
  listRecord(board: BoardId): Promise<readonly RecordRow[]>;
}
