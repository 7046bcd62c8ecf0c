/**
 * Takes what was deleted out of the write-ahead log, too. Tables overwrite deleted content (`secure_delete`), but the log
 * keeps older pages until it starts over, so it is emptied after a deletion. While somebody reads, that has to wait; it is
 * tried again after the next commits, and after a while.
 */
import { type Database, sqliteCode } from './Database.ts';

interface CheckpointResult {
  busy: number;
}

const againAfterMs = 1_000;

export class LogEraser {
  readonly #database: Database;
  #isDue = false;
  #again: NodeJS.Timeout | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  erase(): void {
    // closing empties the log by itself
    if (!this.#database.isOpen) return;
    this.#isDue = true;
    this.afterCommit();
  }

  /** The database is about to be closed. */
  stop(): void {
    clearTimeout(this.#again);
    this.#isDue = false;
  }

  afterCommit(): void {
    if (!this.#isDue) return;
    clearTimeout(this.#again);
    const timeout = this.#database.pragma('busy_timeout');
    // Truncating waits for readers; nobody waits for that.
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
    if (this.#isDue) this.#again = setTimeout(() => this.afterCommit(), againAfterMs).unref();
  }
}
