import { describe, expect, it } from 'vitest';
import { backoff } from './backoff.ts';

describe('backoff', () => {
  it('[LINE-5] waits anywhere between nothing and a limit that doubles up to half a minute', () => {
    const widest = [0, 1, 2, 3, 4, 5, 20].map((attempt) => backoff(attempt, () => 0.999_999));
    expect(widest.map((ms) => Math.round(ms / 1_000))).toEqual([1, 2, 4, 8, 16, 30, 30]);
    expect(backoff(5, () => 0)).toBe(0);
  });

  it('[LINE-5] comes back later when the server said that it is too much', () => {
    expect(backoff(0, () => 0, 'tooFast')).toBeGreaterThanOrEqual(4_000);
    expect(backoff(0, () => 0, 'roomFull')).toBeGreaterThanOrEqual(8_000);
    expect(backoff(20, () => 0.999, 'roomFull')).toBeLessThanOrEqual(30_000);
  });
});
