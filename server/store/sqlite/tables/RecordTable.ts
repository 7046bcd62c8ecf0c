/** The record of what a board's workshops gave. Rows are only added. */
import type { BoardId } from '#shared/wire/ids.ts';
import type { RecordRow } from '#server/store/RecordStore.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { insertSql, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

export class RecordTable {
  readonly #list: Statement<[string], RecordRow>;
  readonly #insert: Statement<[number, string, number, string]>;

  constructor(database: Database) {
    this.#list = database.prepare(
      `SELECT id, at_ms AS atMs, content FROM record
       WHERE board = (SELECT key FROM boards WHERE id = ?) AND ${wholeSql('record')} ORDER BY at_ms, id`,
    );
    this.#insert = database.prepare(insertSql('record'));
  }

  list(board: BoardId): readonly RecordRow[] {
    return this.#list.all(board);
  }

  add(board: number, { id, atMs, content }: RecordRow): void {
    this.#insert.run(board, id, atMs, content);
  }
}
