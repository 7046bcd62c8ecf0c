/**
 * A browser has a random mark for this server. It is stored as a hash that is another one on each board, so that the
 * database does not tell who was on several.
 */
import { createHash } from 'node:crypto';
import type { BoardId } from '#shared/wire/ids.ts';

/** null for what is no mark: such a visitor has no device that could be known again. */
export function deviceHash(board: BoardId, mark: string | undefined): string | null {
  if (mark === undefined || !/^[\w-]{20,64}$/.test(mark)) return null;
  return createHash('sha256').update(`device\n${board}\n${mark}`).digest('hex');
}
