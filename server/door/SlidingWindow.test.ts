import { describe, expect, it } from 'vitest';
import { SlidingWindow } from './SlidingWindow.ts';

describe('SlidingWindow', () => {
  it('[DOOR-6] is full after so many events, per key, and empties evenly', () => {
    let nowMs = 600_000;
    const window = new SlidingWindow({ limit: 10, windowMs: 60_000, nowMs: () => nowMs });
    for (let count = 0; count < 10; count += 1) {
      expect(window.isFull('a')).toBe(false);
      window.add('a');
    }
    expect(window.isFull('a')).toBe(true);
    expect(window.isFull('b')).toBe(false);
    nowMs += 60_000;
    expect(window.isFull('a')).toBe(true);
    nowMs += 30_000;
    expect(window.isFull('a')).toBe(false);
    for (let count = 0; count < 5; count += 1) window.add('a');
    expect(window.isFull('a')).toBe(true);
    nowMs += 180_000;
    expect(window.isFull('a')).toBe(false);
  });
});
