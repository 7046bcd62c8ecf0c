import { expect, it } from 'vitest';
import { settleAgainMs } from './settleAgainMs.ts';

it('[SEALED-19] waits twice as long each time, at most five minutes', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 1_000].map((failures) => settleAgainMs(failures) / 1_000)).toEqual([
    5, 10, 20, 40, 80, 160, 300, 300, 300,
  ]);
});
