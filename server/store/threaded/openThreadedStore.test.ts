import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { storeContract } from '#server/store/contract/storeContract.ts';
import { databaseFile } from '../sqlite/DataFolder.ts';
import { enginesHere } from '../sqlite/engine.ts';
import { openSqliteStore } from '../sqlite/openSqliteStore.ts';
import { openThreadedStore, StoreThreads } from './openThreadedStore.ts';

// one pair for all: starting them takes longer than the tests
const threads = new StoreThreads();
afterAll(() => threads.end());

for (const engine of enginesHere())
  storeContract(`the SQLite store in threads over ${engine.name}`, async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'roundtable-threads-'));
    const onLost = (error: Error): never => {
      throw error;
    };
    return {
      open: (nowMs) => openThreadedStore({ folder: path.join(root, 'data'), nowMs, onLost, engine, threads }),
      openCopy: async (file) => {
        const folder = path.join(root, 'restored');
        await mkdir(folder, { recursive: true });
        await copyFile(file, databaseFile(folder));
        return openSqliteStore({ folder, nowMs: () => 0, engine });
      },
      isDurable: true,
      readsBeside: true,
      dispose: () => rm(root, { recursive: true }),
    };
  });
