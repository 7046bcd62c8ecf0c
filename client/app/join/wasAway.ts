/** Whether a link asks who is there: on a shared computer it may be somebody else by now. */
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';

const longAwayMs = 12 * 3_600_000;

/** `now` in milliseconds since 1970. */
export function wasAway({ visitedAt }: Pick<VisitedBoard, 'visitedAt'>, now: number): boolean {
  return now - visitedAt >= longAwayMs;
}
