import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { storeContract } from '#server/store/contract/storeContract.ts';
import { databaseFile } from './DataFolder.ts';
import { enginesHere } from './engine.ts';
import { openSqliteStore } from './openSqliteStore.ts';

for (const engine of enginesHere())
  storeContract(`the SQLite store over ${engine.name}`, async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'roundtable-store-'));
    return {
      open: async (nowMs) => openSqliteStore({ folder: path.join(root, 'data'), nowMs, engine }),
      openCopy: async (file) => {
        const folder = path.join(root, 'restored');
        await mkdir(folder, { recursive: true });
        await copyFile(file, databaseFile(folder));
        return openSqliteStore({ folder, nowMs: () => 0, engine });
      },
      isDurable: true,
      dispose: () => rm(root, { recursive: true }),
    };
  });
