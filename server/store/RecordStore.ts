/**
 * The part of the store for the record of what a board's workshops gave: rows of closed activities, of steps that were left and
 * of workshops that ended, only ever added, outside undo, snapshots and restores, and gone with their board. It names nobody.
 * Understood by `shared/record` alone. Rows come with the board (`createBoard`), with the end of a round (`endActivity`) and
 * with what a command makes of the workshop (`writeWorkshop`), each in the transaction of that.
 */
import type { BoardId } from '#shared/wire/ids.ts';

export interface RecordRow {
  /** unique on its board */
  readonly id: string;
  readonly atMs: number;
  /** JSON */
  readonly content: string;
}

export interface RecordStore {
  /** Oldest first; empty for a board that does not exist. */
  listRecord(board: BoardId): Promise<readonly RecordRow[]>;
}
