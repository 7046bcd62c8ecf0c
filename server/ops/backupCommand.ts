/**
 * `npm run backup -- <file>`: a complete copy of DATA_DIR's database, while the server runs or not. It only reads, so it
 * needs no lock and disturbs nobody. To restore, give the file the name `roundtable.sqlite` in an empty data folder.
 */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { copyDatabase } from '../store/sqlite/copyDatabase.ts';
import { readEnvironment } from './environment.ts';
import { existingDatabase } from './existingDatabase.ts';

async function backupCommand(args: readonly string[], dataDir: string): Promise<string> {
  const [file, ...more] = args;
  if (!file || more.length > 0)
    throw new Error('say where the backup goes, as in: npm run backup -- roundtable-backup.sqlite');
  const { file: from } = existingDatabase(dataDir);
  const target = path.resolve(file);
  if (!existsSync(path.dirname(target))) throw new Error(`the folder ${path.dirname(target)} does not exist`);
  await copyDatabase(from, target);
  return `wrote ${target} (${statSync(target).size} bytes); it holds every board and the secret of this installation, so keep it as safe as the server`;
}

try {
  console.log(await backupCommand(process.argv.slice(2), readEnvironment({ DATA_DIR: process.env.DATA_DIR }).dataDir));
} catch (error) {
  console.error(`no backup was written: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
