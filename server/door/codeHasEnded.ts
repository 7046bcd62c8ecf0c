/** Codes are short, so one that is forgotten on a quiet board must not lead there for years. */
import type { BoardRow } from '#server/store/BoardStore.ts';

const lastsMs = 14 * 24 * 60 * 60 * 1_000;

/** After the last work on the board. */
export function codeHasEnded({ touchedAtMs }: Pick<BoardRow, 'touchedAtMs'>, nowMs: number): boolean {
  return nowMs - touchedAtMs > lastsMs;
}
