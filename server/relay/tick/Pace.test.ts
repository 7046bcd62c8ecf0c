import { describe, expect, it } from 'vitest';
import { Pace } from './Pace.ts';

function paceOf(ticks: ReadonlyArray<readonly [cost: number, withPresence: boolean]>): Pace {
  const pace = new Pace(4, 45);
  for (const [cost, withPresence] of ticks) pace.ended(cost, 0, withPresence);
  return pace;
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('Pace', () => {
  it('[SYNC-6] lets a quiet room flush at the end of the turn', () => {
    expect(paceOf(times(50, [0.1, false])).waitMs(0.1)).toBe(0);
  });

  it('[SYNC-6] rests four times what ticks cost on average', () => {
    expect(paceOf(times(50, [2, false])).waitMs(2)).toBeCloseTo(8, 1);
  });

  it('[SYNC-6] is not slowed down by one slow tick among many fast ones', () => {
    const pace = paceOf([...times(50, [0.5, false] as const), [12, false], ...times(5, [0.5, false] as const)]);
    expect(pace.waitMs(0.5)).toBeLessThan(8);
  });

  it('[SYNC-6] does not take the cost of presence for the cost of a tick', () => {
    const pace = paceOf([...times(50, [1, false] as const), ...times(20, [8, true] as const)]);
    expect(pace.waitMs(8)).toBeCloseTo(4, 1);
  });

  it('[SYNC-6] never rests longer than its bound, and counts waiting for the disk as rest', () => {
    const pace = paceOf(times(50, [200, false]));
    expect(pace.waitMs(200)).toBe(45);
    expect(pace.waitMs(300)).toBe(0);
  });
});
