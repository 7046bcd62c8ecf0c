/**
 * Takes what was deleted out of the write-ahead log, too. Tables overwrite deleted content (`secure_delete`), but the log
 * keeps older pages until it starts over, so it is emptied after a deletion. While a backup reads, that has to wait; it is
 * tried again after the next commits.
 */
import { type Database, sqliteCode } from './Database.ts';

interface CheckpointResult {
  busy: number;
}

export class LogEraser {
  readonly #database: Database;
  #isDue = false;

  constructor(database: Database) {
    this.#database = database;
  }

  erase(): void {
    this.#isDue = true;
    this.afterCommit();
  }

  afterCommit(): void {
    if (!this.#isDue) return;
    const timeout = this.#database.pragma('busy_timeout');
    // Truncating waits for readers; on the event loop nobody waits.
    this.#database.exec('PRAGMA busy_timeout = 0');
    try {
      const result = this.#database.prepare<[], CheckpointResult>('PRAGMA wal_checkpoint(TRUNCATE)').get();
      this.#isDue = result?.busy !== 0;
    } catch (error) {
      // The writes are committed whatever happens here; a disk that refuses now stays due, and the next commit meets it, too.
      if (sqliteCode(error) === null) throw error;
    } finally {
      this.#database.exec(`PRAGMA busy_timeout = ${Number(timeout)}`);
    }
  }
}
