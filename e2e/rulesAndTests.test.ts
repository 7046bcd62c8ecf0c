/** Every rule of SPEC.md is named by a test, or by the command that proves it; and no test names a rule that is not there. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const rule = /^- \*\*([A-Z]+-\d+)\*\* (.*)$/gm;
/** Rules that are too long to prove in a test run name what proves them. */
const provedByCommand = /\(`npm run bench -- [^`]+`\)/;
/** The beginning of a test's name: one rule in brackets, or several. */
const testName = /['"`]((?:\[[A-Z]+(?:-\d+)?\] ?)+)/g;

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const rules = [...readFileSync('shared/SPEC.md', 'utf8').matchAll(rule)].map(([, id = '', text = '']) => ({
  id,
  text,
}));
const named = new Set(
  ['shared', 'server', 'client', 'e2e']
    .flatMap(sources)
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(testName)])
    .flatMap(([, ids = '']) => [...ids.matchAll(/[A-Z]+-\d+/g)].map(([id]) => id)),
);

describe('rules and tests', () => {
  it('each rule has its id for itself', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(300);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('each rule is named by a test, or names the command that proves it', () => {
    const unproved = rules.filter(({ id, text }) => !named.has(id) && !provedByCommand.test(text));
    expect(unproved.map(({ id }) => id)).toEqual([]);
  });

  it('each rule that a test names is there', () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect([...named].filter((id) => !ids.has(id))).toEqual([]);
  });
});
