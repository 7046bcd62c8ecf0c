/**
 * The folder with everything an installation keeps. One process at a time may have it: two relays over one journal would
 * each show people half of the edits. The lock is SQLite's own on a file of its own, so the kernel gives it back when
 * the process dies, however it dies; nothing stale is left that somebody would have to delete.
 */
import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Database, sqliteCode, sqliteCodes } from './Database.ts';
import { engineOfThisNode, type Engine } from './engine.ts';

/** Why nothing can be kept there, as a sentence for the operator that names the folder or file and the cause. */
export class DataFolderError extends Error {
  override readonly name: string = 'DataFolderError';
}

export class DataFolderInUseError extends DataFolderError {
  override readonly name = 'DataFolderInUseError';
}

/** What the system or SQLite says, as the end of a sentence. */
export function causeOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}

/** The database inside a data folder. A backup is put back by giving it this name. */
export function databaseFile(folder: string): string {
  return path.join(folder, 'roundtable.sqlite');
}

export class DataFolder {
  readonly path: string;
  readonly #lock: Database;

  private constructor(folder: string, lock: Database) {
    this.path = folder;
    this.#lock = lock;
  }

  /** Creates the folder where it is missing, for its owner only, and takes the lock. */
  static open(folder: string, engine: Engine = engineOfThisNode()): DataFolder {
    const absolute = path.resolve(folder);
    try {
      mkdirSync(absolute, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw new DataFolderError(`the data folder ${absolute} cannot be made: ${causeOf(error)}`, { cause: error });
    }
    return new DataFolder(absolute, takeLock(absolute, engine));
  }

  get databaseFile(): string {
    return databaseFile(this.path);
  }

  close(): void {
    this.#lock.close();
  }
}

function takeLock(folder: string, engine: Engine): Database {
  let lock: Database | null = null;
  try {
    // SQLite only says that it could not open the file; the system says why.
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    lock = new Database(path.join(folder, 'lock.sqlite'), { engine });
    // Nothing is ever written under this lock, so it works on a disk that is full, without a journal there.
    lock.exec('PRAGMA journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (sqliteCode(error) === sqliteCodes.busy) {
      throw new DataFolderInUseError(
        `the data folder ${folder} is in use by another Roundtable; stop that one or set another DATA_DIR`,
      );
    }
    throw new DataFolderError(`the data folder ${folder} cannot be written: ${causeOf(error)}`, { cause: error });
  }
}
