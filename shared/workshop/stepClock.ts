/**
 * The clock while an activity with minutes of its own is open: it takes the place of the step's clock, which runs on behind it
 * and is there again afterwards. Pure; a session that is not changed by it comes back as it is.
 */
import type { Timer, WorkshopState } from '#shared/wire/WorkshopState.ts';
import { startTimer } from './timer.ts';

const minuteMs = 60_000;

export function activityBegan(
  session: WorkshopState,
  { id, minutes }: { readonly id: string; readonly minutes: number },
  nowMs: number,
): WorkshopState {
  if (minutes === 0) return session;
  const timer = session.stepClock === null ? session.timer : session.stepClock.timer;
  return {
    ...session,
    version: session.version + 1,
    timer: startTimer(minutes * minuteMs, nowMs),
    stepClock: { activity: id, timer },
  };
}

export function activityEnded(session: WorkshopState, id: string): WorkshopState {
  const { stepClock } = session;
  if (stepClock === null || stepClock.activity !== id) return session;
  return { ...session, version: session.version + 1, timer: stepClock.timer, stepClock: null };
}

type Clocks = Pick<WorkshopState, 'timer' | 'stepClock'>;

/** Both clocks after `change`: who gives people a minute more gives it to the step, too. Null where nothing changes. */
export function changeClocks({ timer, stepClock }: Clocks, change: (timer: Timer) => Timer): Clocks | null {
  const changed = (one: Timer | null | undefined): Timer | null =>
    one === null || one === undefined ? null : change(one);
  const [now, behind] = [changed(timer), changed(stepClock?.timer)];
  if (now === timer && behind === (stepClock?.timer ?? null)) return null;
  return { timer: now, stepClock: stepClock && { ...stepClock, timer: behind } };
}

/** What is left of the step is on this clock. */
export function clockOfStep({ timer, stepClock }: Clocks): Timer | null {
  return stepClock === null ? timer : stepClock.timer;
}
