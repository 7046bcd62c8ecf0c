import { expect, it } from 'vitest';
import { dayEnd, endDay } from './dayEnd.ts';

const at = (month: number, day: number, hour = 0, minute = 0) => new Date(2026, month - 1, day, hour, minute).getTime();

it('[DOOR-26] a day ends at the midnight after it, wherever in the day one asks, and over months and changes of the clock', () => {
  for (const now of [at(3, 7), at(3, 7, 12), at(3, 7, 23, 59)]) {
    expect(dayEnd(now, 0)).toBe(at(3, 8));
    expect(dayEnd(now, 7)).toBe(at(3, 15));
    expect(dayEnd(now, 30)).toBe(at(4, 7));
  }
  expect(endDay('2026-12-31')).toBe(new Date(2027, 0, 1).getTime());
  expect(endDay('2026-02-28')).toBe(at(3, 1));
});

it.each(['', '2026-1-1', 'tomorrow', '31.12.2026'])('[DOOR-26] %j is no day', (text) => {
  expect(endDay(text)).toBeNull();
});
