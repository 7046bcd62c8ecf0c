/** What the shared clock shows just now, second by second; null where there is none. */
import { useServerNow, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { timeLeft } from '#shared/workshop/timer.ts';

export interface TimeLeft {
  readonly ms: number;
  readonly totalMs: number;
  /** `short`: the last minute */
  readonly state: 'running' | 'short' | 'paused' | 'over';
}

export function useTimeLeft(): TimeLeft | null {
  const { timer } = useWorkshopState();
  const now = useServerNow(timer !== null && timer.endsAt !== null, timer?.endsAt ?? undefined);
  if (timer === null) return null;
  const ms = timeLeft(timer, now);
  const state = ms === 0 ? 'over' : timer.endsAt === null ? 'paused' : ms <= 60_000 ? 'short' : 'running';
  return { ms, totalMs: timer.totalMs, state };
}
