/** The record of a board as it was at a moment that has passed: what was closed after it belongs to the next. */
import type { RecordEntry } from '#shared/record/RecordEntry.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import type { Store } from '#server/store/Store.ts';
import { storedRecord } from './storedRecord.ts';

export async function recordUntil(
  store: Pick<Store, 'listRecord' | 'setAside'>,
  board: BoardId,
  momentMs: number,
): Promise<readonly RecordEntry[]> {
  return (await storedRecord(store, board)).filter(({ at }) => at <= momentMs);
}
