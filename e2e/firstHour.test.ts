/** shared/FIRST-HOUR.md, followed to the letter in a copy of the sources: what to write where, what to run, and what that says. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const text = readFileSync('shared/FIRST-HOUR.md', 'utf8');
const edit = /In `([^`]+)`, (below|in place of)\n\n```\w+\n(.*?)\n```\n\nwrite\n\n```\w+\n(.*?)\n```/gs;
const command = /This fails:\n\n```sh\n(.*?)\n```\n\nand names\n\n```text\n(.*?)\n```|```sh\n(.*?)\n```/gs;

type Step =
  | { readonly at: number; readonly does: 'write'; readonly file: string; readonly old: string; readonly now: string }
  | { readonly at: number; readonly does: 'run'; readonly command: string; readonly fails: string | null };

const edits = [...text.matchAll(edit)].map((match): Step => {
  const [, file = '', where, old = '', now = ''] = match;
  return { at: match.index, does: 'write', file, old, now: where === 'below' ? `${old}\n${now}` : now };
});
const commands = [...text.matchAll(command)].map((match): Step => {
  const [, failing, fails = null, passing = ''] = match;
  return { at: match.index, does: 'run', command: failing ?? passing, fails };
});
const steps = [...edits, ...commands].toSorted((one, other) => one.at - other.at);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-first-hour-'));
  const left = ['node_modules', 'dist', 'data', '.git', 'test-results'];
  for (const name of readdirSync('.').filter((one) => !left.includes(one)))
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('has steps of each sort', () => {
  expect([edits.length, commands.length]).toEqual([9, 5]);
});

it.each(steps)('step at $at: $does', (step) => {
  if (step.does === 'write') {
    const file = join(folder, step.file);
    const before = readFileSync(file, 'utf8');
    expect(before.split(step.old), `${step.old} stands there once`).toHaveLength(2);
    writeFileSync(
      file,
      before.replace(step.old, () => step.now),
    );
    return;
  }
  const [program = '', ...words] = step.command.replace('npx ', '').split(' ');
  // not in the runs of the test that this is
  const { VITEST: _one, VITEST_POOL_ID: _two, VITEST_WORKER_ID: _three, ...env } = process.env;
  const PATH = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter);
  const run = spawnSync(program, words, { cwd: folder, encoding: 'utf8', env: { ...env, PATH, NO_COLOR: '1' } });
  const said = stripVTControlCharacters(run.stdout + run.stderr);
  if (step.fails !== null) expect(said).toContain(step.fails);
  expect(run.status === 0, said.slice(-2_000)).toBe(step.fails === null);
});
