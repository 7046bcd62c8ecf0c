import { copyFile, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommand } from '#server/testing/runCommand.ts';
import { newBoard } from '../store/contract/rows.ts';
import type { Store } from '../store/Store.ts';
import { databaseFile } from '../store/sqlite/DataFolder.ts';
import { openSqliteStore } from '../store/sqlite/openSqliteStore.ts';

let root: string;
let folder: string;
let store: Store;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'roundtable-backup-'));
  folder = path.join(root, 'data');
  store = openSqliteStore({ folder, nowMs: () => 0 });
});

afterEach(async () => {
  await store.close();
  await rm(root, { recursive: true });
});

const backup = (dataDir: string, ...words: string[]) => runCommand('backup', words, { DATA_DIR: dataDir });

async function restored(file: string): Promise<Store> {
  const target = path.join(root, 'restored');
  await mkdir(target);
  await copyFile(file, databaseFile(target));
  return openSqliteStore({ folder: target, nowMs: () => 0 });
}

it('[STORE-12] the command copies everything while the server writes, and the copy starts with the same secret', async () => {
  const board = newBoard();
  await store.createBoard(board, Uint8Array.of(1));
  await store.append(board.id, { update: new Uint8Array(3_000_000).fill(5), claims: [] });
  const secret = await store.installationSecret();
  const file = path.join(root, 'copy.sqlite');

  const progress = { isDone: false };
  const running = backup(folder, file).finally(() => (progress.isDone = true));
  let acknowledged = 0;
  while (!progress.isDone)
    acknowledged = await store.append(board.id, { update: new Uint8Array(200).fill(acknowledged), claims: [] });
  const { code, said } = await running;

  expect(said).toContain(`wrote ${file} (${(await stat(file)).size} bytes)`);
  expect(code).toBe(0);
  const copy = await restored(file);
  const [original, copied] = [await store.loadDocument(board.id), await copy.loadDocument(board.id)];
  expect(await copy.installationSecret()).toEqual(secret);
  await copy.close();
  const version = copied?.version ?? 0;
  expect(version).toBeGreaterThanOrEqual(2);
  expect(version).toBeLessThan(acknowledged);
  expect(Buffer.concat(copied?.updates ?? []).equals(Buffer.concat(original?.updates.slice(0, version) ?? []))).toBe(
    true,
  );
  expect(await readdir(root)).toEqual(expect.not.arrayContaining([expect.stringContaining('partial')]));
});

it('[STORE-12] the command works on a stopped server, too, and refuses what would do harm in a sentence', async () => {
  const board = newBoard();
  await store.createBoard(board, Uint8Array.of(1));
  await store.close();
  const file = path.join(root, 'copy.sqlite');
  expect(await backup(folder, file)).toMatchObject({ code: 0 });
  expect(await backup(folder, file)).toMatchObject({ code: 1, said: expect.stringContaining('exists already') });
  expect(await backup(folder)).toMatchObject({ code: 1, said: expect.stringContaining('say where') });
  expect(await backup(path.join(root, 'elsewhere'), file)).toMatchObject({
    code: 1,
    said: expect.stringContaining('there is no database'),
  });
  expect(await readdir(root)).toEqual(['copy.sqlite', 'data']);
  const copy = await restored(file);
  expect(await copy.readBoard(board.id)).toEqual(board);
  await copy.close();
});
