/** The running workshop of each board, as one text. */
import type Database from 'better-sqlite3';
import type { BoardId } from '#shared/wire/ids.ts';

export class SessionTable {
  readonly #write: Database.Statement<[number, string]>;
  readonly #read: Database.Statement<[string], string>;

  constructor(database: Database.Database) {
    this.#write = database.prepare('INSERT OR REPLACE INTO sessions (board, session) VALUES (?, ?)');
    this.#read = database
      .prepare<[string], string>('SELECT session FROM sessions WHERE board = (SELECT key FROM boards WHERE id = ?)')
      .pluck();
  }

  write(board: number, session: string): void {
    this.#write.run(board, session);
  }

  read(board: BoardId): string | null {
    return this.#read.get(board) ?? null;
  }
}
