import { expect, it } from 'vitest';
import { thinned } from './thinned.ts';

const hourMs = 60 * 60 * 1_000;
const dayMs = 24 * hourMs;
const now = Date.UTC(2031, 5, 15, 12, 30);
const at = (...agesMs: readonly number[]) => agesMs.map((age) => ({ takenAtMs: now - age }));
const left = (rows: ReturnType<typeof at>): number[] => {
  const going = new Set(thinned(rows, now));
  return rows.filter((row) => !going.has(row)).map(({ takenAtMs }) => now - takenAtMs);
};

it('[SNAP-12] all of the last two hours stay, and of each hour before the last', () => {
  const minute = 60_000;
  // the end of the hour 10:00 to 11:00 lies 90 minutes back
  const ages = [0, minute, 90 * minute, 2 * hourMs - 1, 2 * hourMs, 2 * hourMs + minute, 2.4 * hourMs, 2.6 * hourMs];
  expect(left(at(...ages))).toEqual([0, minute, 90 * minute, 2 * hourMs - 1, 2 * hourMs, 2.6 * hourMs]);
});

it('[SNAP-12] after two days the last of each day stays, after sixty of each month', () => {
  const ages = [2 * dayMs - 1, 2 * dayMs, 2 * dayMs + hourMs, 3 * dayMs, 3 * dayMs + hourMs, 59 * dayMs];
  expect(left(at(...ages))).toEqual([2 * dayMs - 1, 2 * dayMs, 3 * dayMs, 59 * dayMs]);
  const old = [60 * dayMs, 61 * dayMs, 80 * dayMs, 400 * dayMs, 401 * dayMs];
  // 16, 15 and before that 27 March and April; 11 and 10 May of the year before
  expect(left(at(...old)).map((age) => age / dayMs)).toEqual([60, 80, 400]);
});

it('[SNAP-12] thinned a little each time, there is one of each hour, day and month, and no crowd of them', () => {
  let kept: { takenAtMs: number }[] = [];
  for (let age = 400 * dayMs; age > 0; age -= 25 * 60_000) {
    kept.unshift({ takenAtMs: now - age });
    const going = new Set(thinned(kept, now - age));
    kept = kept.filter((one) => !going.has(one));
  }
  const spans = (fromMs: number, toMs: number, length: number): number =>
    new Set(
      kept
        .filter(({ takenAtMs }) => now - takenAtMs >= fromMs && now - takenAtMs < toMs)
        .map(({ takenAtMs }) => new Date(takenAtMs).toISOString().slice(0, length)),
    ).size;
  expect(spans(2 * hourMs, 2 * dayMs, 13)).toBeGreaterThanOrEqual(46);
  expect(spans(2 * dayMs, 60 * dayMs, 10)).toBeGreaterThanOrEqual(58);
  expect(spans(60 * dayMs, 400 * dayMs, 7)).toBeGreaterThanOrEqual(12);
  expect(kept.length).toBeLessThan(140);
});
