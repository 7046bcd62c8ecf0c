// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { randomSeeds } from '#shared/testing/randomRuns.ts';
import type { Act } from './Act.ts';
import { calmWindow } from './openWindow.ts';
import { runSeed } from './runSeed.ts';
import { sheetActs } from './sheetActs.ts';
import { snapshotActs } from './snapshotActs.ts';
import { undoActs } from './undoActs.ts';

beforeAll(calmWindow);

async function expectSound(seed: number, steps: number, more: readonly Act[] = []): Promise<void> {
  const { faults, trace } = await runSeed(seed, steps, more);
  expect(faults, `seed ${seed}, after: ${trace.slice(-5).join(' | ')}`).toEqual([]);
}

describe('convergence', () => {
  const seeds = randomSeeds(6, 101);
  it.each(seeds)(
    '[SYNC-1] [SYNC-3] [SYNC-5] [SYNC-9] [BIND-11] [BIND-12] [BIND-19] [UNDO-1] [MAP-13] whatever people, lines and servers do, nothing is lost and all are equal (seed %i)',
    (seed) => expectSound(seed, 150),
  );
});

describe('convergence with snapshots', () => {
  const seeds = randomSeeds(3, 301);
  it.each(seeds)(
    '[SNAP-5] a board that is turned back again and again stays one board for everybody (seed %i)',
    (seed) => expectSound(seed, 120, snapshotActs),
  );
});

describe('convergence with sheets', () => {
  const seeds = randomSeeds(2, 501);
  it.each(seeds)(
    '[SHEET-1] [SHEET-2] [SHEET-3] ideas that are grouped, merged and made into things while boards are turned back stand once (seed %i)',
    (seed) => expectSound(seed, 150, [...sheetActs, ...snapshotActs]),
  );
});

describe('convergence with undo among others', () => {
  const seeds = randomSeeds(3, 401);
  it.each(seeds)('[UNDO-1] undo and redo remove nothing that others made, changed or built on (seed %i)', (seed) =>
    expectSound(seed, 60, undoActs),
  );
});

describe('seeds that failed once', () => {
  it('[BIND-1] an arrow that is duplicated while tldraw unbinds it for a moment stays bound (seed 8)', () =>
    expectSound(8, 150));

  it('[BIND-12] a new arrow beside shapes of one index may get another index (seed 2)', () => expectSound(2, 150));
});
