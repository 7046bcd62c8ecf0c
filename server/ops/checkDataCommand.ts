/**
 * `npm run check-data`: is everything in DATA_DIR what was written? It looks at a copy, so the server may run and nothing is
 * changed. `--repair` sets aside what is damaged, in the folder itself, for which the server must be stopped. Ends with 0 when
 * nothing damaged is left, with 1 when something is, with 2 when it could not look.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { copyDatabase } from '../store/sqlite/copyDatabase.ts';
import { DataFolder, databaseFile } from '../store/sqlite/DataFolder.ts';
import { checkData, checkStructure, type DataCheck } from './checkData.ts';
import { readEnvironment } from './environment.ts';
import { existingDatabase } from './existingDatabase.ts';

const brokenFile =
  'The database file itself is damaged, so its parts cannot be told from each other. Keep a copy of it, stop the server, ' +
  'and put the newest backup in its place.';

async function checkDataCommand(words: readonly string[], dataDir: string): Promise<number> {
  if (words.some((word) => word !== '--repair')) throw new Error('the only option is --repair');
  const { folder, file } = existingDatabase(dataDir);
  const structure = checkStructure(file);
  if (structure.length > 0) {
    console.log([brokenFile, ...structure].join('\n'));
    return 1;
  }
  return words.includes('--repair') ? repair(folder) : look(file);
}

async function look(file: string): Promise<number> {
  const work = await mkdtemp(path.join(tmpdir(), 'roundtable-check-'));
  try {
    const copy = databaseFile(work);
    await copyDatabase(file, copy);
    const check = await checkData(copy, Date.now);
    say(
      check,
      'Nothing was changed. A board sets it aside by itself when it is opened; for all: npm run check-data -- --repair',
    );
    return check.found.length === 0 ? 0 : 1;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function repair(folder: string): Promise<number> {
  const taken = DataFolder.open(folder);
  try {
    const check = await checkData(taken.databaseFile, Date.now);
    say(
      check,
      'It is set aside, and everything else opens. Facilitators read what it was and decide how their board goes on.',
    );
    return 0;
  } finally {
    taken.close();
  }
}

function say({ boards, found }: DataCheck, rest: string): void {
  const looked = `Looked at ${boards} ${boards === 1 ? 'board' : 'boards'}.`;
  if (found.length === 0) console.log(`${looked} Everything is what was written.`);
  else console.log([`${looked} This cannot be read:`, ...found, rest].join('\n'));
}

try {
  const { dataDir } = readEnvironment({ DATA_DIR: process.env.DATA_DIR });
  process.exitCode = await checkDataCommand(process.argv.slice(2), dataDir);
} catch (error) {
  console.error(`nothing was checked: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
