/** What was built for the server (`npm run build`), as it runs where there are no sources and no tools (Dockerfile). */
import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path, { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newBoard } from '../server/store/contract/rows.ts';
import { openSqliteStore } from '../server/store/sqlite/openSqliteStore.ts';
import { BoardApi } from './BoardApi.ts';
import packageJson from '../package.json' with { type: 'json' };

const built = 'dist/server';
const staticImport = /^import\b[^;"']*["']([^"'.][^"']*)["']/gm;
const dynamicImport = /\bimport\(\s*["']([^"'.][^"']*)["']/g;
/** Files of packages that are found at run time: fonts. */
const scopedFile = /["'`](@[a-z][\w-]*\/[\w-]+\/)/g;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roundtable-built-'));
});
afterEach(() => rm(folder, { recursive: true }));

function backup(dataDir: string, file: string): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${built}/backup.js`, file], {
      env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

it('[OPS-7] the built server asks for no package that only development has', async () => {
  const names = (await readdir(built)).filter((name) => name.endsWith('.js'));
  expect(names).toEqual(
    expect.arrayContaining([
      'main.js',
      'exportWorker.js',
      'importWorker.js',
      'momentWorker.js',
      'restorationWorker.js',
      'storeWorker.js',
      'backup.js',
      'checkData.js',
      'export.js',
      'findings.js',
      'owner.js',
    ]),
  );
  const asked = new Set<string>();
  for (const name of names) {
    const code = await readFile(join(built, name), 'utf8');
    // `tsx` is asked for only where the thread of an export is TypeScript, which nothing in this folder is
    for (const pattern of [staticImport, dynamicImport, scopedFile])
      for (const [, specifier = ''] of code.matchAll(pattern))
        if (!isBuiltin(specifier) && !specifier.startsWith('tsx/')) asked.add(specifier);
  }
  expect(asked.size).toBeGreaterThan(10);
  const packages = [...asked].map((specifier) =>
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  );
  expect(packages.filter((name) => !(name in packageJson.dependencies))).toEqual([]);
});

it(
  '[OPS-7] started in another folder it finds its page and its threads beside itself',
  { timeout: 60_000 },
  async () => {
    const child = spawn(process.execPath, [path.resolve(built, 'main.js')], {
      cwd: folder,
      env: { PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    });
    try {
      const [said] = await once(child.stdout, 'data');
      const origin = /http:\S+/.exec(String(said))?.[0] ?? '';
      const page = await fetch(`${origin}/b/abcdefghijklmnop`);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id="root">')]);
      const api = new BoardApi(origin);
      const board = await api.createBoard();
      const { seat } = await api.join(board, 'facilitator', 'Maya Okafor');
      const answer = await fetch(`${origin}/api/boards/${board.id}/export/frame.svg`, {
        headers: { authorization: `Bearer ${seat}` },
      });
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<svg')]);
      expect(await readdir(join(folder, 'data'))).toContain('roundtable.sqlite');
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  },
);

it('[STORE-12] the built backup command copies a data folder, and says in a sentence why it does not', async () => {
  const [data, restored, file] = [join(folder, 'data'), join(folder, 'restored'), join(folder, 'copy.sqlite')];
  const store = openSqliteStore({ folder: data, nowMs: () => 0 });
  const board = newBoard();
  await store.createBoard(board, Uint8Array.of(1));
  try {
    expect(await backup(data, file)).toMatchObject({ code: 0 });
    const again = await backup(data, file);
    expect(again.code).toBe(1);
    expect(again.said).toMatch(/^no backup was written: .+/);
  } finally {
    await store.close();
  }
  await mkdir(restored);
  await copyFile(file, join(restored, 'roundtable.sqlite'));
  const copy = openSqliteStore({ folder: restored, nowMs: () => 0 });
  expect(await copy.readBoard(board.id)).toMatchObject({ id: board.id });
  await copy.close();
});
