import { describe, expect, it } from 'vitest';
import { spokenMark, timeText } from './timeText.ts';

describe('time left', () => {
  it.each([
    [0, '0:00'],
    [1, '0:01'],
    [59_001, '1:00'],
    [425_000, '7:05'],
    [3_600_000, '1:00:00'],
  ])('[STEP-3] %i ms read %s', (leftMs, text) => {
    expect(timeText(leftMs)).toBe(text);
  });

  it('[STEP-3] is said at the start, at one minute, at ten seconds, and at the end', () => {
    const total = 10 * 60_000;
    const marks = [total, 300_000, 60_001, 60_000, 10_001, 10_000, 1, 0].map((left) => spokenMark(left, total));
    expect(marks).toEqual(['start', 'start', 'start', 'minute', 'minute', 'seconds', 'seconds', 'over']);
  });

  it('[STEP-3] a timer that began with less says its start, not a mark it never passed', () => {
    expect(spokenMark(60_000, 60_000)).toBe('start');
    expect(spokenMark(6_000, 6_000)).toBe('start');
  });
});
