/** The database of a data folder that an operator's command works on. Throws where there is none: it would make an empty one. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { databaseFile } from '../store/sqlite/DataFolder.ts';

export interface ExistingDatabase {
  /** absolute */
  readonly folder: string;
  readonly file: string;
}

export function existingDatabase(dataDir: string): ExistingDatabase {
  const folder = path.resolve(dataDir);
  const file = databaseFile(folder);
  if (!existsSync(file))
    throw new Error(`there is no database in the data folder ${folder}; set DATA_DIR to the one of the server`);
  return { folder, file };
}
