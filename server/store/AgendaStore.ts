/** The part of the store for agendas that facilitators saved on a board, for facilitators. Understood by `server/http` alone. */
import type { BoardId } from '#shared/wire/ids.ts';

export interface AgendaRow {
  /** unique on its board */
  readonly id: string;
  /** JSON */
  readonly content: string;
}

export interface AgendaStore {
  /** By id; empty for a board that does not exist. */
  listAgendas(board: BoardId): Promise<readonly AgendaRow[]>;
  /** Adds it, or replaces the one with its id. */
  writeAgenda(board: BoardId, agenda: AgendaRow): Promise<void>;
  deleteAgenda(board: BoardId, id: string): Promise<void>;
}
