/** Opens the database file of a data folder for writing: settings for durability, then the ladder of migrations. */
import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrations } from './migrations.ts';

/** "RTBL": tells a Roundtable database from any other SQLite file. */
const applicationId = 0x5254424c;

/** Pages in the log before a commit also copies them into the database file; chosen by measurement, decision 0012. */
const checkpointEveryPages = 1000;
const largestIdleLogBytes = 16 * 1024 * 1024;

/**
 * Nobody but us writes (the data folder is locked), so this is only for the instant in which a reader mends a torn index.
 * It must stay short: waiting blocks the event loop.
 */
const busyTimeoutMs = 100;

export function openDatabase(file: string): Database.Database {
  // SQLite would let everybody on the machine read it; its other files take their rights from this one.
  closeSync(openSync(file, 'a', 0o600));
  const database = new Database(file, { timeout: busyTimeoutMs });
  try {
    refuseForeign(database, file);
    database.pragma('journal_mode = WAL');
    // FULL syncs the log at each commit; `fullfsync` makes that true on macOS, and is ignored elsewhere.
    database.pragma('synchronous = FULL');
    database.pragma('fullfsync = ON');
    database.pragma('foreign_keys = ON');
    // What is deleted is overwritten, so that a deleted board is not readable in free pages or in backups.
    database.pragma('secure_delete = ON');
    database.pragma(`wal_autocheckpoint = ${checkpointEveryPages}`);
    database.pragma(`journal_size_limit = ${largestIdleLogBytes}`);
    migrate(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function refuseForeign(database: Database.Database, file: string): void {
  const id = database.pragma('application_id', { simple: true });
  const tables = database.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (id !== applicationId && tables !== 0) throw new Error(`${file} is not a database of Roundtable`);
}

function migrate(database: Database.Database, file: string): void {
  const from = Number(database.pragma('user_version', { simple: true }));
  if (from > migrations.length) {
    throw new Error(
      `${file} was written by a newer version of Roundtable (${from}, this one knows ${migrations.length})`,
    );
  }
  database
    .transaction(() => {
      for (const step of migrations.slice(from)) database.exec(step);
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
}
