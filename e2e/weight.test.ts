/** What a first visit loads, read from the built page (`npm run build`), beside a page with tldraw and nothing else. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildBarePage } from './load/canvas/barePage.ts';
import { weighPage } from './load/canvas/weighPage.ts';

const dist = 'dist/client';
const overTldrawBytes = 120_000;

describe('weight of the page', () => {
  /** How much they weigh is counted where a browser requests them (journeys/firstVisit.spec.ts). */
  it('[WEIGHT-1] no page on the way to a board has anything in a chunk of the board', async () => {
    const page = await weighPage(dist, ['HomePage', 'JoinPage', 'ImportBoard']);
    expect(page.files.filter((file) => /\/(HomePage|JoinPage|ImportBoard)-/.test(file))).toHaveLength(3);
    expect(page.files.filter((file) => /BoardPage|lateParts/.test(file))).toEqual([]);
  });

  /**
   * Counted is every chunk that index.html and the board page import: all that must be there before people see a board and draw
   * on it. Not counted is what comes by itself afterwards: panels, findings, and the commands of the map (decision 0100).
   */
  it('[WEIGHT-2] seeing a board and drawing on it takes at most 120 kB of compressed JavaScript more than tldraw alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'roundtable-bare-'));
    try {
      await buildBarePage(folder);
      const [board, bare] = [await weighPage(dist, ['BoardPage']), await weighPage(folder)];
      expect(board.files.some((file) => file.includes('BoardPage'))).toBe(true);
      expect(board.files.filter((file) => /lateParts|HomePage|JoinPage/.test(file))).toEqual([]);
      expect(board.gzip - bare.gzip).toBeLessThanOrEqual(overTldrawBytes);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
