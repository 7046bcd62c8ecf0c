import { describe, expect, it } from 'vitest';
import { linesOf, proposedLine } from '#client/room/steering/cutLines.ts';
import { readPulse } from './pulseReading.ts';

describe('results that a room reads', () => {
  it('[SCREEN-11] a line can stand at each total that some have, so that no tie is cut', () => {
    expect(linesOf([9, 2, 9, 0, 5])).toEqual([9, 5, 2]);
    expect(proposedLine([17, 13, 11, 9, 9, 5, 2])).toBe(13);
    // the fourth and the fifth stand on one side of it
    expect(proposedLine([9, 9, 9, 1, 1, 1])).toBe(9);
    expect(proposedLine([0, 0, 0])).toBe(1);
  });

  it('[SCREEN-11] below twelve answers 1 and 2 stand together, and 4 and 5', () => {
    const few = readPulse([3, 1, 2, 1, 4]);
    expect(few.columns.map(({ label, count }) => [label, count])).toEqual([
      ['1–2', 4],
      ['3', 2],
      ['4–5', 5],
    ]);
    const many = readPulse([3, 1, 2, 1, 5]);
    expect(many.columns.map(({ count }) => count)).toEqual([3, 1, 2, 1, 5]);
  });

  it('[SCREEN-11] divided is said where a quarter is on each side, and most where more than half is on one', () => {
    expect(readPulse([6, 5, 2, 6, 3])).toMatchObject({ no: 11, between: 2, yes: 9, isDivided: true, most: 'none' });
    expect(readPulse([1, 0, 1, 6, 6])).toMatchObject({ isDivided: false, most: 'yes' });
    expect(readPulse([])).toMatchObject({ answers: 0, isDivided: false, most: 'none', mean: null });
  });
});
