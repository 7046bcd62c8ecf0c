/**
 * The folder with everything an installation keeps. One process at a time may have it: two relays over one journal would
 * each show people half of the edits. The lock is SQLite's own on a file of its own, so the kernel gives it back when
 * the process dies, however it dies; nothing stale is left that somebody would have to delete.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';
}

/** The database inside a data folder. A backup is put back by giving it this name. */
export function databaseFile(folder: string): string {
  return path.join(folder, 'roundtable.sqlite');
}

export class DataFolder {
  readonly path: string;
  readonly #lock: Database.Database;

  private constructor(folder: string, lock: Database.Database) {
    this.path = folder;
    this.#lock = lock;
  }

  /** Creates the folder where it is missing, for its owner only, and takes the lock. */
  static open(folder: string): DataFolder {
    const absolute = path.resolve(folder);
    try {
      mkdirSync(absolute, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw new Error(`the data folder ${absolute} cannot be made`, { cause: error });
    }
    return new DataFolder(absolute, takeLock(absolute));
  }

  get databaseFile(): string {
    return databaseFile(this.path);
  }

  close(): void {
    this.#lock.close();
  }
}

function takeLock(folder: string): Database.Database {
  let lock: Database.Database | null = null;
  try {
    lock = new Database(path.join(folder, 'lock.sqlite'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new DataFolderInUseError(
        `the data folder ${folder} is in use by another Roundtable; stop that one or set another DATA_DIR`,
      );
    }
    throw new Error(`the data folder ${folder} cannot be written`, { cause: error });
  }
}
