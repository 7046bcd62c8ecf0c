/** The part of the store for running workshops: one text per board, written whole, understood by `server/workshop` alone. */
import type { BoardId } from '#shared/wire/ids.ts';
import type { RecordRow } from './RecordStore.ts';

export interface WorkshopStore {
  /** null before the first write, and for a board that does not exist. */
  readWorkshop(board: BoardId): Promise<string | null>;
  /** In one step: replaces what was there, and adds these rows to the record of the board. */
  writeWorkshop(board: BoardId, session: string, record?: readonly RecordRow[]): Promise<void>;
}
