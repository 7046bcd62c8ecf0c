/** The running workshop of each board, as one text. */
import type { BoardId } from '#shared/wire/ids.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { insertSql, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

export class WorkshopTable {
  readonly #write: Statement<[number, string]>;
  readonly #read: Statement<[string], string>;

  constructor(database: Database) {
    this.#write = database.prepare(
      `${insertSql('sessions')} ON CONFLICT (board) DO UPDATE SET session = excluded.session, sum = excluded.sum`,
    );
    this.#read = database.pluck<[string], string>(
      `SELECT session FROM sessions WHERE board = (SELECT key FROM boards WHERE id = ?) AND ${wholeSql('sessions')}`,
    );
  }

  write(board: number, session: string): void {
    this.#write.run(board, session);
  }

  read(board: BoardId): string | null {
    return this.#read.get(board) ?? null;
  }
}
