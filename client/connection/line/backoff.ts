/**
 * How long to wait before the next try: full jitter, so that a whole workshop does not come back in the same moment
 * after a restart, and never longer than half a minute.
 */
import type { OfflineReason } from './Line.ts';

const firstMs = 1_000;
const longestMs = 30_000;

/** Reasons where coming back at once makes it worse. */
const atLeastMs: Partial<Record<OfflineReason, number>> = {
  roomFull: 8_000,
  tooManyTabs: 4_000,
  tooFast: 4_000,
  slowReader: 2_000,
};

export function backoff(attempt: number, random: () => number, reason: OfflineReason = 'network'): number {
  const widest = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 10));
  const floor = Math.min(atLeastMs[reason] ?? 0, longestMs / 2);
  return Math.min(longestMs, floor + random() * Math.max(widest, floor));
}
