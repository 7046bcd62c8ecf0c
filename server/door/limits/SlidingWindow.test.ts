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

  it('[SYNC-12] what piled up while the server stood still counts as if it had come in time', () => {
    let nowMs = 600_000;
    let stoodStillMs = 5_000_000;
    const options = { limit: 60, windowMs: 60_000, nowMs: () => nowMs };
    const window = new SlidingWindow({ ...options, stoodStillMs: () => stoodStillMs });
    const plain = new SlidingWindow(options);
    // one a second for a minute, of which the last twelve seconds come together, after them
    for (let second = 0; second < 48; second += 1) for (const one of [window, plain]) one.add('a');
    nowMs += 72_000;
    stoodStillMs += 24_000;
    for (let second = 0; second < 24; second += 1) {
      expect(window.isFull('a')).toBe(false);
      for (const one of [window, plain]) one.add('a');
    }
    expect(plain.isFull('a')).toBe(true);
    nowMs += 240_000;
    for (let count = 0; count < 60; count += 1) window.add('a');
    expect(window.isFull('a')).toBe(true);
  });
});
