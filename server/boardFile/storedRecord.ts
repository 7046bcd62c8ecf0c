/** The record of a board as it is stored. A row that nobody understands is set aside, and the others are read. */
import type { RecordEntry } from '#shared/record/RecordEntry.ts';
import { readRecord } from '#shared/record/readRecord.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import type { Store } from '#server/store/Store.ts';

export async function storedRecord(
  store: Pick<Store, 'listRecord' | 'setAside'>,
  board: BoardId,
): Promise<readonly RecordEntry[]> {
  const { entries, strange } = readRecord(await store.listRecord(board));
  for (const id of strange) await store.setAside(board, 'record', id);
  return entries;
}
