/** What a store promises about running workshops. */
import { expect, describe, it } from 'vitest';
import { NotStoredError } from '../storeErrors.ts';
import { bytes, newBoard } from './rows.ts';
import type { StoreSubject } from './StoreSubject.ts';

export function workshopPromises(subject: StoreSubject): void {
  describe('running workshops', () => {
    it('[SESSION-1] are replaced whole, are a board’s own, and touch it', async () => {
      const [board, other] = [newBoard(), newBoard()];
      for (const one of [board, other]) await subject.store.createBoard(one, bytes(1));
      expect(await subject.store.readWorkshop(board.id)).toBeNull();
      await subject.store.writeWorkshop(board.id, '{"version":1}');
      subject.now += 10;
      await subject.store.writeWorkshop(board.id, '{"version":2,"name":"Zoë 😀"}');
      expect(await subject.store.readWorkshop(board.id)).toBe('{"version":2,"name":"Zoë 😀"}');
      expect(await subject.store.readWorkshop(other.id)).toBeNull();
      expect((await subject.store.readBoard(board.id))?.touchedAtMs).toBe(subject.now);
    });

    it('[STORE-1] a board can begin with one', async () => {
      const board = newBoard();
      await subject.store.createBoard(board, bytes(1), new Map(), [], [], 'as it begins');
      expect(await subject.store.readWorkshop(board.id)).toBe('as it begins');
    });

    it('[STORE-4] go with their board, and are not written for one that is gone', async () => {
      const board = await subject.boardWith();
      await subject.store.writeWorkshop(board, 'kept nowhere');
      await subject.store.deleteBoard(board);
      expect(await subject.store.readWorkshop(board)).toBeNull();
      await expect(subject.store.writeWorkshop(board, 'late')).rejects.toBeInstanceOf(NotStoredError);
      expect(await subject.store.readWorkshop(newBoard().id)).toBeNull();
    });
  });
}
