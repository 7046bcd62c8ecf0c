/** The record of a board as it was at a moment that has passed: what was closed after it belongs to the next. */
import { readRecord, type RecordEntry } from '#shared/record/RecordEntry.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import type { Store } from '#server/store/Store.ts';

export async function recordUntil(
  store: Pick<Store, 'listRecord'>,
  board: BoardId,
  momentMs: number,
): Promise<readonly RecordEntry[]> {
  return readRecord(await store.listRecord(board)).filter(({ at }) => at <= momentMs);
}
