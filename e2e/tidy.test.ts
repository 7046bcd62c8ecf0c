/** The house as it is kept: nothing grows until nobody finds their way, and nothing stays that nobody uses. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { known, listFolders } from './tidy/known.ts';
import { layers, withoutCanvas } from './tidy/layers.ts';
import { allFiles, commentsOf, functionsOf, importsOf, linesOf, readSources, waysFrom } from './tidy/readSources.ts';

const files = allFiles();
const sources = readSources(files);

/** What is over, as it is known to be: no more, and no longer than it takes. */
function expectKnown(found: readonly string[], expected: readonly string[]): void {
  expect([...new Set(found)].toSorted()).toEqual(expected.toSorted());
}

describe('the house', () => {
  it('has no file of more than 400 lines', () => {
    expectKnown(
      sources.filter(({ text }) => linesOf(text) > 400).map(({ file }) => file),
      known.longFiles,
    );
  });

  it('has no function of more than 80 lines', () => {
    expectKnown(
      sources
        .flatMap(functionsOf)
        .filter(({ lines }) => lines > 80)
        .map(({ place }) => place),
      known.longFunctions,
    );
  });

  it('has no folder of more than 30 files but lists', () => {
    const counts = new Map<string, number>();
    for (const folder of files.map((file) => path.posix.dirname(file)))
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    const full = [...counts].filter(([, count]) => count > 30).map(([folder]) => folder);
    expectKnown(
      full.filter((folder) => !listFolders.includes(folder)),
      known.fullFolders,
    );
    expect(listFolders.filter((folder) => !full.includes(folder))).toEqual([]);
  });

  it('has layers: every folder stands in their list, and imports what is below it', () => {
    const places = new Map<string, number>(
      Object.entries(layers).flatMap(([side, names]) => names.map((name, at) => [`${side}/${name}`, at] as const)),
    );
    const imports = sources.flatMap(importsOf);
    const unlisted = imports.flatMap(({ from, to }) => [from, to]).filter((area) => !places.has(area));
    expect([...new Set(unlisted)]).toEqual([]);
    const sideOf = (area: string) => area.split('/')[0];
    const upward = imports.filter(
      ({ from, to }) => sideOf(from) === sideOf(to) && (places.get(to) ?? 0) > (places.get(from) ?? 0),
    );
    expectKnown(
      upward.map(({ from, to }) => `${from} -> ${to}`),
      known.upward,
    );
  });

  it('[TAKEPART-10] has what people take part with apart from the canvas, however far one follows its imports', () => {
    const ways = waysFrom(withoutCanvas.folder, sources);
    expect(ways.has('client/facilitation/takePart/TakePart.tsx')).toBe(true);
    expect(ways.has('client/ui/Button.tsx')).toBe(true);
    expect([...ways].filter(([file]) => withoutCanvas.never.test(file)).map(([, way]) => way)).toEqual([]);
  });

  it('has no export, file or package that nobody uses', { timeout: 120_000 }, () => {
    const command = ['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'];
    const said = execFileSync(process.execPath, [...command, '--no-exit-code'], { encoding: 'utf8' });
    expect(said.trim()).toBe('');
  });

  it('has no comment that points to where nobody can look', () => {
    const pointing = /\((L\d+|M\d+|#\d+)\)|\b(issues?|tasks?|ticket) #?\d+|\/work\/|\/tmp\/h\d|\b(TODO|FIXME|XXX)\b/;
    const found = sources.flatMap(commentsOf).filter(({ text }) => pointing.test(text));
    expect(found).toEqual([]);
  });

  it('leads to every decision by its subject', () => {
    const index = readFileSync('shared/decisions/README.md', 'utf8');
    const linked = [...index.matchAll(/\]\((\d{4}-[^)]+)\)/g)].map(([, file = '']) => file);
    const written = readdirSync('shared/decisions').filter((file) => /^\d{4}-/.test(file));
    expect(linked.toSorted()).toEqual(written.toSorted());
    for (const file of written) {
      const [heading = ''] = readFileSync(`shared/decisions/${file}`, 'utf8').split('\n');
      expect(heading.slice(0, 6)).toBe(`# ${file.slice(0, 4)}`);
    }
  });
});
