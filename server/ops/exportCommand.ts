/**
 * `npm run export -- <board id> <folder>`: everything of a board as files, from the data folder alone. It reads a copy of the
 * database, so it needs no lock and the server may run; what people are typing at that moment and is not on disk is not in it.
 */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { readEnvironment } from './environment.ts';
import { existingDatabase } from './existingDatabase.ts';
import { copyDatabase } from '#server/store/sqlite/copyDatabase.ts';
import { databaseFile } from '#server/store/sqlite/DataFolder.ts';
import { openSqliteStore } from '#server/store/sqlite/openSqliteStore.ts';
import { fallbackLanguage, languages } from '#shared/words/languages.ts';
import { AssetId, BoardId } from '#shared/wire/ids.ts';
import { PaperSize, paperOf, paperSizes } from '#shared/wire/paper.ts';
import { makeFiles, planFiles } from '#server/export/makeFiles.ts';
import { isZone } from '#server/export/momentWords.ts';
import { storedJob } from '#server/export/storedJob.ts';

const usage =
  'npm run export -- <board id> <folder> [--zone=America/New_York] [--language=en] [--paper=letter] [--names] [--trust] [--internal]\n' +
  '  --zone      whose day and clock it is; otherwise UTC\n' +
  '  --language  of what stands beside the words of people; otherwise English\n' +
  '  --paper     letter (poster: tabloid) or a4 (poster: A3); otherwise as the language has it\n' +
  '  --names     people who stand on the board by name agreed to stand in the files by name\n' +
  '  --trust     the group said that its trust results may go to funders\n' +
  '  --internal  the register with influence and stake, too; for facilitators only';

interface Wish {
  readonly board: BoardId;
  readonly folder: string;
  readonly zone: string;
  readonly language: string;
  readonly paper: PaperSize;
  readonly flags: ReadonlySet<string>;
}

function readWish(words: readonly string[]): Wish {
  const plain = words.filter((word) => !word.startsWith('--'));
  const options = words.filter((word) => word.startsWith('--'));
  const valueOf = (name: string) => options.find((one) => one.startsWith(name))?.slice(name.length);
  const zone = valueOf('--zone=') ?? 'UTC';
  const language = valueOf('--language=') ?? fallbackLanguage;
  const flags = options.filter((one) => !/^--(zone|language|paper)=/.test(one));
  const strange = flags.find((one) => !['--names', '--trust', '--internal'].includes(one));
  if (strange !== undefined) throw new Error(`"${strange.slice(0, 60)}" is no option\n${usage}`);
  if (!isZone(zone)) throw new Error(`"${zone.slice(0, 60)}" is no time zone, as in --zone=America/New_York`);
  if (!languages.includes(language))
    throw new Error(`"${language.slice(0, 60)}" is not spoken here; what is: ${languages.join(', ')}`);
  const paper = v.safeParse(PaperSize, valueOf('--paper=') ?? paperOf(language));
  if (!paper.success) throw new Error(`--paper is one of ${paperSizes.join(', ')}`);
  const [id, folder, ...more] = plain;
  if (id === undefined || folder === undefined || more.length > 0) throw new Error(usage);
  const board = v.safeParse(BoardId, id);
  if (!board.success) throw new Error(`"${id.slice(0, 60)}" is no board id; it is the part behind /b/ in its address`);
  return {
    board: board.output,
    folder: path.resolve(folder),
    zone,
    language,
    paper: paper.output,
    flags: new Set(flags),
  };
}

async function exportCommand(words: readonly string[], dataDir: string): Promise<string> {
  const wish = readWish(words);
  const { file: from } = existingDatabase(dataDir);
  await mkdir(wish.folder, { recursive: true });
  if ((await readdir(wish.folder)).length > 0) throw new Error(`the folder ${wish.folder} is not empty`);
  const work = await mkdtemp(path.join(tmpdir(), 'roundtable-export-'));
  try {
    await copyDatabase(from, databaseFile(work));
    const takenAtMs = Date.now();
    const store = openSqliteStore({ folder: work, nowMs: () => takenAtMs });
    try {
      const { job, isWhole } = await storedJob(store, {
        board: wish.board,
        takenAtMs,
        zone: wish.zone,
        language: wish.language,
        paper: wish.paper,
        withNames: wish.flags.has('--names'),
        withTrust: wish.flags.has('--trust'),
        internal: wish.flags.has('--internal'),
      });
      const assets = async (id: string) => store.readAsset(wish.board, v.parse(AssetId, id));
      let count = 0;
      for await (const { path: name, bytes } of makeFiles(await planFiles(job, assets))) {
        const file = path.join(wish.folder, name);
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, bytes);
        count += 1;
      }
      const rest = isWhole ? '' : '; part of its content could not be read and is not in them (npm run check-data)';
      return `wrote ${count} files of the board “${job.title}” to ${wish.folder}${rest}`;
    } finally {
      await store.close();
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

try {
  console.log(await exportCommand(process.argv.slice(2), readEnvironment({ DATA_DIR: process.env.DATA_DIR }).dataDir));
} catch (error) {
  console.error(`nothing was exported: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
