/** A new short code; the old one leads nowhere from then on. Links stay. */
import { NotStoredError } from '#server/store/storeErrors.ts';
import type { BoardRow } from '#server/store/BoardStore.ts';
import type { BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import type { Services } from '#server/http/Services.ts';
import { withNewCode } from './withNewCode.ts';

/** `when`: asked in turn, of the board as it is then; where it says no, the code stays. */
export async function renewCode(
  { store, queue }: Pick<Services, 'store' | 'queue'>,
  id: BoardId,
  when: (board: BoardRow) => boolean = () => true,
): Promise<BoardRow> {
  return queue.take(id, async () => {
    const board = await store.readBoard(id);
    if (board === null) throw new Refusal('board-deleted');
    if (!when(board)) return board;
    try {
      return await withNewCode(async (code) => {
        await store.updateBoard(id, { code });
        return { ...board, code };
      });
    } catch (error) {
      throw error instanceof NotStoredError ? new Refusal('board-deleted') : error;
    }
  });
}
