/** Milliseconds left on a timer at the server's time `now`; never below 0. A paused timer stands still. */
import type { Timer } from './Session.ts';

export function timeLeft(timer: Timer, now: number): number {
  return timer.endsAt === null ? timer.leftMs : Math.max(0, timer.endsAt - now);
}
