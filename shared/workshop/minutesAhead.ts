/** How much of the agenda is still to come: what the clock of the running step has left, and the steps after it. */
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';
import { clockOfStep } from './stepClock.ts';
import { timeLeft } from './timer.ts';

/** Whole minutes, rounded up; without a clock the running step counts nothing more. */
export function minutesAhead(
  { agenda, step, ...clocks }: Pick<WorkshopState, 'agenda' | 'step' | 'timer' | 'stepClock'>,
  nowMs: number,
): number {
  const timer = clockOfStep(clocks);
  const left = timer === null ? 0 : Math.ceil(timeLeft(timer, nowMs) / 60_000);
  const later = agenda.slice(agenda.findIndex((one) => one.id === step) + 1);
  return later.reduce((sum, one) => sum + one.minutes, left);
}
