import { describe, expect, it } from 'vitest';
import { minutesAhead } from './minutesAhead.ts';
import { runSheets } from '#shared/testing/english.ts';
import { pauseTimer, startTimer } from './timer.ts';

const agenda = [...(runSheets[0]?.steps ?? [])];

describe('what is still to come', () => {
  it('[STEP-8] is what the clock has left and all later steps', () => {
    const timer = startTimer(20 * 60_000, 0);
    expect(minutesAhead({ agenda, step: 'n4', timer, stepClock: null }, 0)).toBe(55);
    expect(minutesAhead({ agenda, step: 'n4', timer, stepClock: null }, 10 * 60_000)).toBe(45);
    expect(minutesAhead({ agenda, step: 'n4', timer, stepClock: null }, 25 * 60_000)).toBe(35);
  });

  it('[STEP-8] stands still with the clock, and ends with the last step', () => {
    const timer = pauseTimer(startTimer(2 * 60_000, 0), 60_000);
    expect(minutesAhead({ agenda, step: 'n9', timer, stepClock: null }, 99_000_000)).toBe(1);
    expect(minutesAhead({ agenda, step: 'n9', timer: null, stepClock: null }, 0)).toBe(0);
  });
});
