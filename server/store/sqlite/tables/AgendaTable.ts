/** Agendas that facilitators saved on a board. */
import type { AgendaRow } from '#server/store/AgendaStore.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { insertSql, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

export class AgendaTable {
  readonly #list: Statement<[string], AgendaRow>;
  readonly #write: Statement<[number, string, string]>;
  readonly #remove: Statement<[number, string]>;

  constructor(database: Database) {
    this.#list = database.prepare(
      `SELECT id, content FROM agendas
       WHERE board = (SELECT key FROM boards WHERE id = ?) AND ${wholeSql('agendas')} ORDER BY id`,
    );
    this.#write = database.prepare(
      `${insertSql('agendas')} ON CONFLICT (board, id) DO UPDATE SET content = excluded.content, sum = excluded.sum`,
    );
    this.#remove = database.prepare('DELETE FROM agendas WHERE board = ? AND id = ?');
  }

  list(board: BoardId): readonly AgendaRow[] {
    return this.#list.all(board);
  }

  write(board: number, { id, content }: AgendaRow): void {
    this.#write.run(board, id, content);
  }

  remove(board: number, id: string): void {
    this.#remove.run(board, id);
  }
}
