/**
 * Arithmetic of the shared clock. Pure: `nowMs` is the server's time, which a screen knows from the last message plus what
 * has passed on its own clock since. Nothing has to be sent when time runs out: everybody sees it at the same moment.
 */
import type { Timer } from '#shared/wire/WorkshopState.ts';

/** Longest clock; `+5` pressed for ever ends here. */
export const maxTimerMs = 24 * 60 * 60_000;

/** Milliseconds that are left; 0 when it is over. */
export function timeLeft(timer: Timer, nowMs: number): number {
  return timer.endsAt === null ? timer.leftMs : Math.max(0, timer.endsAt - nowMs);
}

export function startTimer(ms: number, nowMs: number): Timer {
  const total = Math.round(Math.min(ms, maxTimerMs));
  return { totalMs: total, endsAt: nowMs + total, leftMs: total };
}

/** A clock that is over runs again, for the time that was added. */
export function addTime(timer: Timer, ms: number, nowMs: number): Timer {
  const left = timeLeft(timer, nowMs);
  const added = Math.min(ms, maxTimerMs - Math.min(maxTimerMs, Math.max(left, timer.totalMs)));
  const leftMs = left + added;
  const isRunning = timer.endsAt !== null || left === 0;
  return { totalMs: timer.totalMs + added, endsAt: isRunning ? nowMs + leftMs : null, leftMs };
}

export function pauseTimer(timer: Timer, nowMs: number): Timer {
  return timer.endsAt === null ? timer : { ...timer, endsAt: null, leftMs: timeLeft(timer, nowMs) };
}

/** A clock that is over stays over. */
export function resumeTimer(timer: Timer, nowMs: number): Timer {
  if (timer.endsAt !== null || timer.leftMs === 0) return timer;
  return { ...timer, endsAt: nowMs + timer.leftMs };
}
