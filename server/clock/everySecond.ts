import type { Cancel, Clock } from './Clock.ts';

/** Runs something each second, until it is cancelled. */
export function everySecond(clock: Clock, run: () => void): Cancel {
  const wait = (): Cancel =>
    clock.setTimer(() => {
      cancel = wait();
      run();
    }, 1_000);
  let cancel = wait();
  return () => cancel();
}
