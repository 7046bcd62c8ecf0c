import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crashBoards, numbersIn } from '#server/store/sqlite/testing/crashWriter.ts';
import { Database } from './Database.ts';
import { DataFolder, databaseFile } from './DataFolder.ts';
import { enginesHere } from './engine.ts';
import { openSqliteStore } from './openSqliteStore.ts';

const writer = fileURLToPath(new URL('testing/crashWriter.ts', import.meta.url));
describe.each(enginesHere())('over $name', (engine) => {
  let root: string;
  let folder: string;
  let children: ChildProcess[];

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'roundtable-folder-'));
    folder = path.join(root, 'deep', 'data');
    children = [];
  });

  afterEach(async () => {
    for (const child of children) await kill(child);
    await rm(root, { recursive: true });
  });

  /** A writer in its own process; resolves once it has said something, so that it certainly has the folder. */
  async function startWriter(
    way: 'in line' | 'threads' = 'in line',
  ): Promise<{ child: ChildProcess; said: () => string }> {
    const child = spawn(process.execPath, ['--import', 'tsx', writer, folder, engine.name, way], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    await once(child.stdout, 'data');
    return { child, said: () => said };
  }

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  }

  describe('the lock of a data folder', () => {
    it('[STORE-15] a second opening is refused by name, until the first lets go', () => {
      const first = DataFolder.open(folder, engine);
      expect(() => openSqliteStore({ folder, nowMs: () => 0, engine })).toThrow(`the data folder ${folder} is in use`);
      first.close();
      DataFolder.open(folder, engine).close();
    });

    it('[STORE-15] another process is refused while one lives, and a killed one leaves nothing that is in the way', async () => {
      const { child } = await startWriter('threads');
      expect(() => openSqliteStore({ folder, nowMs: () => 0, engine })).toThrow('is in use by another Roundtable');
      await kill(child);
      await openSqliteStore({ folder, nowMs: () => 0, engine }).close();
    });

    it('[STORE-15] the folder is made for its owner only; one that cannot be made is named', async () => {
      DataFolder.open(folder, engine).close();
      if (process.platform !== 'win32') expect((await stat(folder)).mode & 0o077).toBe(0);
      const blocked = path.join(root, 'a-file');
      await writeFile(blocked, '');
      expect(() => DataFolder.open(path.join(blocked, 'data'), engine)).toThrow(path.join(blocked, 'data'));
    });

    it('[STORE-16] a database that is refused gives the folder back', async () => {
      DataFolder.open(folder, engine).close();
      await writeFile(databaseFile(folder), 'this is no database at all, only a text that somebody put here');
      for (let attempt = 0; attempt < 2; attempt++)
        expect(() => openSqliteStore({ folder, nowMs: () => 0, engine })).toThrow('not a database');
    });
  });

  it(
    '[STORE-17] [STORE-26] [SNAP-1] a process killed while it appends, compacts and keeps snapshots loses nothing acknowledged and doubles nothing',
    { timeout: 90_000 },
    async () => {
      const acknowledged = new Map<string, number>();
      const kept = new Map<string, number>();
      let compacted = 0;
      for (let round = 0; round < 12; round++) {
        // both ways to run it write the same file, in turn
        const { child, said } = await startWriter(round % 3 === 2 ? 'threads' : 'in line');
        // The moment of death is the input of this test, not something that is waited for.
        await wait(randomInt(0, 150));
        await kill(child);
        for (const line of said().split('\n').slice(0, -1)) {
          const [board = '', version, number] = line.split(' ');
          if (version === 'snapshot') kept.set(board, Math.max(kept.get(board) ?? 0, Number(number)));
          else acknowledged.set(board, Math.max(acknowledged.get(board) ?? 0, Number(version)));
        }

        const store = openSqliteStore({ folder, nowMs: () => 0, engine });
        for (const board of crashBoards) {
          const document = await store.loadDocument(board);
          const numbers = numbersIn([...(document?.snapshot ? [document.snapshot] : []), ...(document?.updates ?? [])]);
          expect(numbers).toEqual(Array.from({ length: document?.version ?? 0 }, (_, index) => index + 1));
          expect(document?.version ?? 0).toBeGreaterThanOrEqual(acknowledged.get(board) ?? 0);
          if (document?.snapshot) compacted++;
          if (await store.readBoard(board)) expect(await store.checkBoard(board, true)).toEqual([]);
          const rows = await store.listSnapshots(board);
          for (const row of rows) {
            const number = Number(row.name);
            const snapshot = await store.readSnapshot(board, row.id);
            expect(numbersIn(snapshot?.chunks ?? [])).toEqual([number, Math.max(0, number - 3)]);
          }
          expect(Number(rows[0]?.name ?? 0)).toBeGreaterThanOrEqual(kept.get(board) ?? 0);
          // each death may have come between keeping one and dropping the oldest
          expect(rows.length).toBeLessThanOrEqual(6 + round);
        }
        await store.close();
        const database = new Database(databaseFile(folder), { readOnly: true, engine });
        expect(database.pragma('integrity_check')).toBe('ok');
        const named = `SELECT lower(substr(hex(chunk_hashes), 1, 32)) FROM kept_snapshots
        UNION SELECT lower(substr(hex(chunk_hashes), 33, 32)) FROM kept_snapshots`;
        const lost = database.pluck(`SELECT count(*) FROM snapshot_chunks WHERE lower(hex(hash)) NOT IN (${named})`);
        expect(lost.get()).toBe(0);
        database.close();
      }
      expect(Math.max(...kept.values())).toBeGreaterThan(12);
      expect(compacted).toBeGreaterThan(0);
      expect(Math.max(...acknowledged.values())).toBeGreaterThan(12);
    },
  );
});
