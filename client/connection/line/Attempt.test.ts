import { expect, it } from 'vitest';
import { ManualClock } from '#shared/testing/ManualClock.ts';
import { Attempt } from './Attempt.ts';

it('[SYNC-22] a try goes on as long as pieces of the board come, and ends when none comes for 15 s', () => {
  const clock = new ManualClock();
  let late = 0;
  const attempt = new Attempt(
    { now: () => clock.nowMs(), after: (ms, run) => clock.setTimer(run, ms) },
    () => (late += 1),
  );
  attempt.begin();
  for (let piece = 0; piece < 10; piece += 1) {
    clock.advance(14_999);
    attempt.goesOn();
  }
  clock.advance(14_999);
  expect(late).toBe(0);
  clock.advance(1);
  expect(late).toBe(1);
  // what comes too late begins nothing
  attempt.goesOn();
  clock.advance(15_000);
  expect(late).toBe(1);
});
