/** The store of a server: takes the data folder for this process, opens its database, gives both back on close. */
import type { Store } from '../Store.ts';
import { DataFolder } from './DataFolder.ts';
import { openDatabase } from './openDatabase.ts';
import { SqliteStore } from './SqliteStore.ts';

export interface OpenSqliteStoreOptions {
  /** DATA_DIR; created where it is missing. Throws DataFolderInUseError when another process has it. */
  readonly folder: string;
  readonly nowMs: () => number;
}

export function openSqliteStore(options: OpenSqliteStoreOptions): Store {
  const folder = DataFolder.open(options.folder);
  try {
    return new SqliteStore({
      database: openDatabase(folder.databaseFile),
      nowMs: options.nowMs,
      onClosed: () => folder.close(),
    });
  } catch (error) {
    folder.close();
    throw error;
  }
}
