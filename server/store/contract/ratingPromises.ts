/** What a store promises about ratings of organizations. */
import { describe, expect, it } from 'vitest';
import { StorageFullError } from '../storeErrors.ts';
import { bytes, newBoard } from './rows.ts';
import type { StoreSubject } from './StoreSubject.ts';

export function ratingPromises(subject: StoreSubject): void {
  describe('ratings', () => {
    it('[RATE-2] come with the board, are replaced whole, and go one by one or all', async () => {
      const [board, other] = [newBoard(), newBoard()];
      await subject.store.createBoard(board, bytes(1), new Map([['b', { influence: 5, stake: null }]]));
      await subject.store.createBoard(other, bytes(1));
      await subject.store.writeRating(board.id, 'a', { influence: 1, stake: 2 });
      await subject.store.writeRating(other.id, 'a', { influence: 3, stake: 3 });
      expect([...(await subject.store.readRatings(board.id))]).toEqual([
        ['a', { influence: 1, stake: 2 }],
        ['b', { influence: 5, stake: null }],
      ]);
      await subject.store.writeRating(board.id, 'a', { influence: null, stake: 4 });
      await subject.store.writeRating(board.id, 'b', null);
      await subject.store.writeRating(board.id, 'never', null);
      if (subject.harness.isDurable) await subject.reopen();
      expect([...(await subject.store.readRatings(board.id))]).toEqual([['a', { influence: null, stake: 4 }]]);
      await subject.store.writeRating(board.id, 'a', { influence: null, stake: null });
      expect((await subject.store.readRatings(board.id)).size).toBe(0);
      await subject.store.writeRating(board.id, 'a', { influence: 1, stake: 1 });
      await subject.store.deleteRatings(board.id);
      expect((await subject.store.readRatings(board.id)).size).toBe(0);
      expect((await subject.store.readRatings(other.id)).size).toBe(1);
    });

    it('[RATE-2] [STORE-4] end with their board, and a write to none is refused', async () => {
      const board = newBoard();
      await subject.store.createBoard(board, bytes(1), new Map([['a', { influence: 1, stake: 1 }]]));
      await subject.store.deleteBoard(board.id);
      expect((await subject.store.readRatings(board.id)).size).toBe(0);
      await expect(subject.store.writeRating(board.id, 'a', { influence: 1, stake: 1 })).rejects.toThrow(
        'no such board',
      );
      await expect(subject.store.deleteRatings(board.id)).rejects.not.toBeInstanceOf(StorageFullError);
    });

    it('[STORE-5] writing a rating touches the board', async () => {
      const board = await subject.boardWith();
      subject.now += 10;
      await subject.store.writeRating(board, 'a', { influence: 1, stake: 1 });
      expect((await subject.store.readBoard(board))?.touchedAtMs).toBe(subject.now);
    });
  });
}
