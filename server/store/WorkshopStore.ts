/** The part of the store for running workshops: one text per board, written whole, understood by `server/workshop` alone. */
import type { BoardId } from '#shared/wire/ids.ts';

export interface WorkshopStore {
  /** null before the first write, and for a board that does not exist. */
  readWorkshop(board: BoardId): Promise<string | null>;
  /** Replaces what was there. */
  writeWorkshop(board: BoardId, session: string): Promise<void>;
}
