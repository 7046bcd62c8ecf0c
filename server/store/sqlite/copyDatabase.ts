/**
 * A complete copy of a database into a new file, while another connection or process goes on writing. It reads through
 * its own connection inside one read transaction: the copy shows one moment, and no write can force it to start again.
 */
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../syncFolder.ts';
import { Database } from './Database.ts';
import { engineOfThisNode, type Engine } from './engine.ts';

/** Pages copied before others get their turn: about 4 MB, a few milliseconds. */
const pagesPerTurn = 1000;

export async function copyDatabase(from: string, to: string, engine: Engine = engineOfThisNode()): Promise<void> {
  const target = path.resolve(to);
  refuseExisting(target);
  const partial = `${target}.${process.pid}.partial`;
  // Made here and not by SQLite, so that nobody else may read it: it holds every board and the installation's secret.
  await (await open(partial, 'wx', 0o600)).close();
  try {
    await copyPages(from, partial, engine);
    makeWhole(partial, engine);
    refuseExisting(target);
    await rename(partial, target);
  } finally {
    for (const rest of ['', '-journal', '-wal', '-shm']) await rm(partial + rest, { force: true });
  }
  await syncFolder(path.dirname(target));
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new Error(`${file} exists already; a backup never writes over a file`);
}

async function copyPages(from: string, to: string, engine: Engine): Promise<void> {
  const source = new Database(from, { readOnly: true, engine });
  try {
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await source.copyTo(to, pagesPerTurn);
  } finally {
    source.close();
  }
}

/** A copy in WAL mode would need a second file beside it; as a single file it can be moved, and is checked before it gets its name. */
function makeWhole(file: string, engine: Engine): void {
  const copy = new Database(file, { engine });
  try {
    copy.exec('PRAGMA journal_mode = DELETE');
    const found = copy.pragma('quick_check');
    if (found !== 'ok') throw new Error(`the copy is damaged: ${String(found)}`);
  } finally {
    copy.close();
  }
}
