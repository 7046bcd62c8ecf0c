/** How long it is known which person did something; afterwards only in which role. shared/OPERATIONS.md, "Snapshots", states it. */
import type { WorkshopState } from '#shared/wire/WorkshopState.ts';

export const dayMs = 24 * 60 * 60 * 1_000;
const weekMs = 7 * dayMs;
/** What is older than this leads back to nothing that is kept by the day. */
export const keptMs = 60 * dayMs;

/**
 * Persons of before this time are dropped: 24 hours after the end of the workshop, or after the act where none was held. While
 * a workshop runs nobody is dropped, but a workshop that nobody ends is over after a week.
 */
export function namesSince({ step, endedAt }: Pick<WorkshopState, 'step' | 'endedAt'>, nowMs: number): number {
  const isOn = step !== null || (endedAt !== null && nowMs - endedAt < dayMs);
  return nowMs - (isOn ? weekMs : dayMs);
}
