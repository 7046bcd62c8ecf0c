/**
 * `npm run mutants`: breaks the code of the groups in one place at a time and sees whether a test notices. Prints who lived and the
 * share that died; a place that hangs has died.
 *
 *   --only rules,door   some groups
 *   --every 5           each fifth mutant
 */
/* oxlint-disable no-console */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { groups, type Group } from './groups.ts';
import { mutantsOf } from './mutantsOf.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, every: { type: 'string', default: '1' } },
});
const only = values.only?.split(',');
const every = Number(values.every);
const hangsAfterMs = 120_000;

/** Everything but what was installed and built, which is linked. */
function copySources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-mutants-'));
  for (const name of readdirSync('.'))
    if (!['node_modules', 'dist', 'data', '.git', 'test-results'].includes(name))
      cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

const isCode = (file: string): boolean => file.endsWith('.ts') && !/\.test\.ts$|\/testing\//.test(file);

function filesOf(group: Group): readonly string[] {
  return group.code
    .flatMap((place) =>
      statSync(place).isFile()
        ? [place]
        : readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => `${place}/${name}`),
    )
    .filter(isCode)
    .toSorted();
}

/** Tries from a number on; resolves with the number to go on from, or null at the end. */
function tryFrom(folder: string, group: Group, from: number, lived: number[]): Promise<number | null> {
  const script = resolve('e2e/mutants/tryMutants.ts');
  const words = ['--import', 'tsx', script, group.name, String(every), String(from), ...filesOf(group)];
  const child = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let current = from;
  let isOver = false;
  let watch = setTimeout(() => child.kill('SIGKILL'), hangsAfterMs);
  createInterface({ input: child.stdout }).on('line', (line) => {
    clearTimeout(watch);
    watch = setTimeout(() => child.kill('SIGKILL'), hangsAfterMs);
    const [what, index] = line.split(' ');
    if (what === 'try') current = Number(index);
    if (what === 'lived') lived.push(Number(index));
    if (what === 'end') isOver = true;
  });
  return new Promise((done, fail) => {
    child.once('close', (code) => {
      clearTimeout(watch);
      if (code !== 0 && code !== null) fail(new Error(`the tests of ${group.name} cannot be run`));
      else done(isOver ? null : current + every);
    });
  });
}

for (const group of groups.filter(({ name }) => only === undefined || only.includes(name))) {
  const folder = copySources();
  try {
    const mutants = filesOf(group).flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));
    const lived: number[] = [];
    for (let from: number | null = 0; from !== null;) from = await tryFrom(folder, group, from, lived);
    for (const index of lived) {
      const { file, line, was, is } = mutants[index] ?? { file: '', line: 0, was: '', is: '' };
      console.log(`lived: ${file}:${line} \`${was}\` with \`${is}\``);
    }
    const tried = Math.ceil(mutants.length / every);
    const share = ((tried - lived.length) / tried) * 100;
    console.log(`${group.name}: ${tried - lived.length} of ${tried} died (${share.toFixed(0)} %)`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
