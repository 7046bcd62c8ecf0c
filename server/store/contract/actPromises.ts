/** What a store promises about who changed what. */
import { describe, expect, it } from 'vitest';
import type { ActRow } from '../ActStore.ts';
import { bytes } from './rows.ts';
import type { StoreSubject } from './StoreSubject.ts';

const row = (version: number, atMs: number, hasPeople = true): ActRow => ({
  version,
  atMs,
  hasPeople,
  content: `["entry ${version}, ${atMs}"]`,
});

export function actPromises(subject: StoreSubject): void {
  describe('who changed what', () => {
    it('[STORE-25] stands beside its journal entry, and stays when the journal is compacted', async () => {
      const board = await subject.boardWith();
      for (const at of [2, 3]) {
        const { version: _, ...acts } = row(at, at * 10, at === 2);
        expect(await subject.store.append(board, { update: bytes(at), claims: [], acts })).toBe(at);
      }
      await subject.store.append(board, { update: bytes(4), claims: [] });
      await subject.store.compact(board, 4, bytes(9));
      expect(await subject.store.listActs(board, 0)).toEqual([row(2, 20, true), row(3, 30, false)]);
      expect(await subject.store.listActs(board, 2)).toEqual([row(3, 30, false)]);
      expect(await subject.store.listActs(await subject.boardWith(), 0)).toEqual([]);
    });

    it('[STORE-25] rows are put in place of older ones, and boards are found that name people', async () => {
      const [board, other] = [await subject.boardWith(), await subject.boardWith()];
      const { version: _, ...acts } = row(2, 20);
      for (const id of [board, other])
        for (let at = 0; at < 3; at++) await subject.store.append(id, { update: bytes(at), claims: [], acts });
      expect((await subject.store.listBoardsNaming(21)).toSorted()).toEqual([board, other].toSorted());
      expect(await subject.store.listBoardsNaming(20)).toEqual([]);
      await subject.store.replaceActs(board, 3, [row(3, 25, false)]);
      expect(await subject.store.listActs(board, 0)).toEqual([row(3, 25, false), { ...acts, version: 4 }]);
      await subject.store.replaceActs(board, 4, []);
      expect(await subject.store.listActs(board, 0)).toEqual([]);
      expect(await subject.store.listBoardsNaming(21)).toEqual([other]);
      await subject.store.deleteBoard(other);
      expect(await subject.store.listActs(other, 0)).toEqual([]);
      expect(await subject.store.listBoardsNaming(21)).toEqual([]);
    });
  });
}
