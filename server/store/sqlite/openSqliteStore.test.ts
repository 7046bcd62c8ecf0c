import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { storeContract } from '../contract.ts';
import { databaseFile } from './DataFolder.ts';
import { openSqliteStore } from './openSqliteStore.ts';

storeContract('the SQLite store', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'roundtable-store-'));
  return {
    open: async (nowMs) => openSqliteStore({ folder: path.join(root, 'data'), nowMs }),
    openCopy: async (file) => {
      const folder = path.join(root, 'restored');
      await mkdir(folder, { recursive: true });
      await copyFile(file, databaseFile(folder));
      return openSqliteStore({ folder, nowMs: () => 0 });
    },
    isDurable: true,
    dispose: () => rm(root, { recursive: true }),
  };
});
