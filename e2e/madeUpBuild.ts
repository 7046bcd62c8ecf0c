/**
 * The product with two languages more, built aside: the English words in accents, once from left to right and once from right to
 * left. What it takes is what any language takes: a folder, and its tag in the list. Their tags are those of Greek and Persian,
 * so that what the browser, tldraw and `Intl` say themselves has no plain letters either.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { madeUpWords } from '#shared/testing/madeUpWords.ts';

export const leftToRight = 'el';
export const rightToLeft = 'fa';

const sources = ['client', 'server', 'shared', 'package.json', 'tsconfig.json', 'vite.config.ts'];

export interface MadeUpBuild {
  /** of the server */
  readonly main: string;
  readonly remove: () => Promise<void>;
}

export async function buildMadeUp(): Promise<MadeUpBuild> {
  const root = await mkdtemp(join(tmpdir(), 'roundtable-words-'));
  const remove = () => rm(root, { recursive: true, force: true });
  try {
    for (const source of sources) await cp(source, join(root, source), { recursive: true });
    await symlink(resolve('node_modules'), join(root, 'node_modules'));
    const words = join(root, 'shared/words');
    for (const language of [leftToRight, rightToLeft]) {
      await mkdir(join(words, language));
      for (const area of await readdir(join(words, 'en'))) {
        const english = JSON.parse(await readFile(join(words, 'en', area), 'utf8')) as object;
        await writeFile(join(words, language, area), JSON.stringify(madeUpWords(english)));
      }
    }
    const list = await readFile(join(words, 'languages.ts'), 'utf8');
    await writeFile(join(words, 'languages.ts'), list.replace("['en']", `['en', '${leftToRight}', '${rightToLeft}']`));
    const vite = resolve('node_modules/vite/bin/vite.js');
    await promisify(execFile)(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], { cwd: root });
    return { main: join(root, 'dist/server/main.js'), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
