/** What everybody hears of activities: those that are open, and of ended ones the last few. */
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import type { ServerMessage } from '#shared/wire/messages.ts';

/** Oldest first, in and out. */
export function roundsMessage(activities: readonly SealedActivity[], nowMs: number): ServerMessage {
  const ended = activities.filter(({ status }) => status !== 'open').length;
  let skip = Math.max(0, ended - sealedLimits.pushedActivities);
  const recent = activities.filter(({ status }) => status === 'open' || --skip < 0);
  return { type: 'rounds', now: nowMs, rounds: recent };
}
