/** The store over a data folder: takes the data folder for this process, opens its database, gives both back on close. */
import { DataFolder } from './DataFolder.ts';
import { engineOfThisNode, type Engine } from './engine.ts';
import { openDatabase } from './openDatabase.ts';
import { SqliteStore } from './SqliteStore.ts';

export interface OpenSqliteStoreOptions {
  /** DATA_DIR; created where it is missing. Throws DataFolderInUseError when another process has it. */
  readonly folder: string;
  readonly nowMs: () => number;
  /** the one of this Node, unless said */
  readonly engine?: Engine;
  /** how long a lock of another program is waited for; a moment unless said */
  readonly busyTimeoutMs?: number;
}

/** In line: commits and reads keep the caller's event loop for as long as the disk takes. */
export function openSqliteStore(options: OpenSqliteStoreOptions): SqliteStore {
  const engine = options.engine ?? engineOfThisNode();
  const folder = DataFolder.open(options.folder, engine);
  try {
    return new SqliteStore({
      database: openDatabase(folder.databaseFile, { ...options, engine }),
      nowMs: options.nowMs,
      onClosed: () => folder.close(),
    });
  } catch (error) {
    folder.close();
    throw error;
  }
}
