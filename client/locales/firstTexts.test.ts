/** What is loaded first must not show texts that come later: people would read the names of texts. Read from the sources. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { i18n } from 'i18next';
import { describe, expect, it } from 'vitest';
import home from '#shared/words/en/home.json';
import fileImport from '#shared/words/en/import.json';
import joinWords from '#shared/words/en/join.json';
import { createTexts, takeTexts } from './createTexts.ts';

const staticImport = /^(?:import|export)\s(?!type\b)[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm;
const textName = /\bt\(\s*(?:'([\w.]+)'|`([\w.]+)[.$`])/g;

/** All of our own files that come with `entry`. */
function filesOf(entry: string): readonly string[] {
  const seen = new Set([entry]);
  for (const file of seen) {
    for (const [, from, bare] of readFileSync(file, 'utf8').matchAll(staticImport)) {
      const name = from ?? bare ?? '';
      const path = name.startsWith('#') ? name.slice(1) : join(dirname(file), name);
      if (/^[#.]/.test(name) && /\.tsx?$/.test(path) && existsSync(path)) seen.add(path);
    }
  }
  return [...seen];
}

/** True when the name leads to a text or to a table of texts. */
function isThere(texts: i18n, name: string): boolean {
  let at: unknown = texts.getResourceBundle('en', 'translation');
  const parts = name.split('.');
  for (const [depth, part] of parts.entries()) {
    if (typeof at !== 'object' || at === null) return false;
    const plural =
      depth === parts.length - 1 ? Object.entries(at).find(([key]) => key === `${part}_other`)?.[1] : undefined;
    at = Object.getOwnPropertyDescriptor(at, part)?.value ?? plural;
  }
  return at !== undefined;
}

describe('texts that come first', () => {
  it.each([
    ['main.tsx', []],
    ['app/home/HomePage.tsx', [home]],
    ['app/home/ImportBoard.tsx', [home, fileImport]],
    ['app/join/JoinPage.tsx', [joinWords]],
    ['app/join/ReturnPage.tsx', [joinWords]],
    ['app/board/BoardPage.tsx', []],
  ])('[WEIGHT-4] %s uses no text that is loaded later', async (entry, itsOwn) => {
    const texts = await createTexts('en');
    for (const table of itsOwn) takeTexts(texts, table);
    const files = filesOf(`client/${entry}`);
    expect(files.length).toBeGreaterThan(10);
    const missing = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(textName)]
        .map(([, plain, open]) => (plain ?? open ?? '').replace(/\.$/, ''))
        .filter((name) => name !== '' && !isThere(texts, name))
        .map((name) => `${file}: ${name}`),
    );
    expect(missing).toEqual([]);
  });
});
