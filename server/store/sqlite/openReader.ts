/** Reads the database of a data folder beside the connection that writes it and has the folder. */
import { databaseFile } from './DataFolder.ts';
import { Database } from './Database.ts';
import { shortBusyMs } from './openDatabase.ts';
import type { OpenSqliteStoreOptions } from './openSqliteStore.ts';
import { SqliteStore } from './SqliteStore.ts';

export interface Reader {
  /** every write rejects with WriterNeededError */
  readonly store: SqliteStore;
  /** All that `run` calls reads one moment: what was committed when it began. */
  together(run: () => void): void;
}

/** The database must be open for writing already. */
export function openReader({ folder, nowMs, engine }: OpenSqliteStoreOptions): Reader {
  const database = new Database(databaseFile(folder), {
    readOnly: true,
    busyTimeoutMs: shortBusyMs,
    ...(engine && { engine }),
  });
  return {
    store: new SqliteStore({ database, nowMs, isReader: true, onClosed: () => {} }),
    together(run) {
      database.exec('BEGIN');
      try {
        run();
      } finally {
        database.exec('COMMIT');
      }
    },
  };
}
