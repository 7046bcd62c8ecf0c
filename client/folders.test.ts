// oxlint-disable-next-line no-restricted-imports -- a test reads the sources
import { readdirSync, readFileSync } from 'node:fs';
// oxlint-disable-next-line no-restricted-imports -- a test reads the sources
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .map((name) => join('client', name))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\/testing\//.test(name));

/** The folder directly under `client` in which a file stands; null for files outside of all. */
const folderOf = (path: string): string | null => /^client\/([^/]+)\//.exec(path)?.[1] ?? null;

function importsOf(file: string): readonly string[] {
  const named = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(#client\/|\.{1,2}\/)([^']+)'/g);
  return [...named].map(([, start, rest]) =>
    start === '#client/' ? `client/${rest}` : normalize(join(dirname(file), `${start}${rest}`)),
  );
}

it('[decision 0315] folders of the client import each other in one direction', () => {
  const ways = new Map<string, Set<string>>();
  for (const file of sources) {
    const from = folderOf(file);
    if (from === null) continue;
    for (const path of importsOf(file)) {
      const to = folderOf(path);
      if (to !== null && to !== from) ways.set(from, (ways.get(from) ?? new Set()).add(to));
    }
  }
  expect(ways.size).toBeGreaterThan(5);
  const reached = (from: string): ReadonlySet<string> => {
    const seen = new Set(ways.get(from));
    for (const one of seen) for (const next of ways.get(one) ?? []) seen.add(next);
    return seen;
  };
  expect([...ways.keys()].filter((one) => reached(one).has(one))).toEqual([]);
});
