/** Opens the database file of a data folder for writing: settings for durability, then the ladder of migrations. */
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { causeOf, DataFolderError } from './DataFolder.ts';
import { Database, sqliteCode } from './Database.ts';
import type { Engine } from './engine.ts';
import { migrations } from './migrations.ts';
import { keepBoardIds } from '#server/store/sqlite/damage/keepBoardIds.ts';
import { keepTallies } from '#server/store/sqlite/damage/RowTallies.ts';

/** "RTBL": tells a Roundtable database from any other SQLite file. */
const applicationId = 0x5254424c;

/** Pages in the log before a commit also copies them into the database file; chosen by measurement, decision 0012. */
const checkpointEveryPages = 1000;
const largestIdleLogBytes = 16 * 1024 * 1024;

/**
 * Nobody but us writes (the data folder is locked), so this is only for the instant in which a reader mends a torn index.
 * It is short, since a database that somebody else holds is to be said soon.
 */
export const shortBusyMs = 100;

export interface OpenDatabaseOptions {
  /** the one of this Node, unless said */
  readonly engine?: Engine;
  readonly busyTimeoutMs?: number;
}

export function openDatabase(file: string, options: OpenDatabaseOptions = {}): Database {
  const { engine, busyTimeoutMs = shortBusyMs } = options;
  try {
    // SQLite would let everybody on the machine read it; its other files take their rights from this one.
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    throw new DataFolderError(`the database ${file} cannot be opened: ${causeOf(error)}`, { cause: error });
  }
  const isFull = !hasRoom(path.dirname(file));
  const database = new Database(file, { busyTimeoutMs, ...(engine && { engine }) });
  try {
    // Without room for the index that processes share over the log, this one keeps it in memory: it reads, alone, until it is
    // started again, and writes are refused as on every full disk.
    if (isFull) database.exec('PRAGMA locking_mode = EXCLUSIVE');
    refuseForeign(database, file);
    database.exec('PRAGMA journal_mode = WAL');
    // FULL syncs the log at each commit; `fullfsync` makes that true on macOS, and is ignored elsewhere.
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA fullfsync = ON');
    database.exec('PRAGMA foreign_keys = ON');
    // What is deleted is overwritten, so that a deleted board is not readable in free pages or in backups.
    database.exec('PRAGMA secure_delete = ON');
    database.exec(`PRAGMA wal_autocheckpoint = ${checkpointEveryPages}`);
    database.exec(`PRAGMA journal_size_limit = ${largestIdleLogBytes}`);
    migrate(database, file);
    keepTallies(database);
    keepBoardIds(database);
    return database;
  } catch (error) {
    database.close();
    if (sqliteCode(error) === null) throw error;
    if (isFull) throw new DataFolderError(`${fullSentence(path.dirname(file))}: ${causeOf(error)}`, { cause: error });
    throw new DataFolderError(`the database ${file} cannot be used: ${causeOf(error)}`, { cause: error });
  }
}

/** More than SQLite needs at its start. */
const leastRoomBytes = 256 * 1024;
const fullCodes: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** False on a disk that is full. Throws where the folder takes no writes for another reason. */
function hasRoom(folder: string): boolean {
  const probe = path.join(folder, 'room.tmp');
  try {
    writeFileSync(probe, new Uint8Array(leastRoomBytes), { mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && fullCodes.includes(error.code)) return false;
    throw new DataFolderError(`the data folder ${folder} cannot be written: ${causeOf(error)}`, { cause: error });
  } finally {
    rmSync(probe, { force: true });
  }
}

function fullSentence(folder: string): string {
  return `the disk of the data folder ${folder} is full; make room there, then start again`;
}

function refuseForeign(database: Database, file: string): void {
  const id = database.pragma('application_id');
  const tables = database.pluck<[], number>('SELECT count(*) FROM sqlite_schema').get();
  if (id !== applicationId && tables !== 0) throw new DataFolderError(`${file} is not a database of Roundtable`);
}

function migrate(database: Database, file: string): void {
  const from = Number(database.pragma('user_version'));
  if (from > migrations.length) {
    throw new DataFolderError(
      `${file} was written by a newer version of Roundtable (${from}, this one knows ${migrations.length})`,
    );
  }
  // on a full disk, too, what is up to date can be read
  if (from === migrations.length && database.pragma('application_id') === applicationId) return;
  database.transaction(() => {
    for (const step of migrations.slice(from)) database.exec(step);
    database.exec(`PRAGMA application_id = ${applicationId}`);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}
