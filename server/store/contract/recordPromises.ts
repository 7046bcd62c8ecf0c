/** What a store promises about the record of what workshops gave. */
import { describe, expect, it } from 'vitest';
import { MovedError, NotStoredError } from '../storeErrors.ts';
import { bytes, newBoard, newPersonId } from './rows.ts';
import type { StoreSubject } from './StoreSubject.ts';

export function recordPromises(subject: StoreSubject): void {
  describe('the record', () => {
    const end = { endedAtMs: 2_000, content: '{}', due: null };

    it('[RECORD-1] grows with the end of a round, in the same step, and with what a board begins with', async () => {
      const board = newBoard();
      const [late, early] = [
        { id: 'late', atMs: 900, content: '{"kind":"vote","question":"Zoë 😀"}' },
        { id: 'early', atMs: 800, content: '{}' },
      ];
      await subject.store.createBoard(board, bytes(1), new Map(), [], [late, early]);
      const round = {
        id: newPersonId(),
        board: board.id,
        openedAtMs: 1_000,
        endedAtMs: null,
        content: '{}',
        due: null,
      };
      const discarded = { ...round, id: newPersonId() };
      for (const one of [round, discarded]) await subject.store.openActivity(one);
      await subject.store.endActivity(board.id, discarded.id, { ...end, record: null }, new Map());
      await subject.store.endActivity(board.id, round.id, { ...end, record: '{"kind":"ideas"}' }, new Map());
      const twice = subject.store.endActivity(board.id, round.id, { ...end, record: 'twice' }, new Map());
      await expect(twice).rejects.toBeInstanceOf(NotStoredError);
      if (subject.harness.isDurable) await subject.reopen();
      const added = { id: round.id, atMs: 2_000, content: '{"kind":"ideas"}' };
      expect(await subject.store.listRecord(board.id)).toEqual([early, late, added]);
      expect(await subject.store.listRecord(await subject.boardWith())).toEqual([]);
    });

    it('[RECORD-1] an end that is refused adds nothing', async () => {
      const board = await subject.boardWith();
      const round = { id: newPersonId(), board, openedAtMs: 1_000, endedAtMs: null, content: '{}', due: null };
      await subject.store.openActivity(round);
      const counted = new Map([[newPersonId(), 'what is not there']]);
      const refused = subject.store.endActivity(board, round.id, { ...end, record: '{}' }, counted);
      await expect(refused).rejects.toBeInstanceOf(MovedError);
      expect(await subject.store.listRecord(board)).toEqual([]);
    });

    it('[RECORD-4] grows with what a command makes of the workshop, in the same step', async () => {
      const board = await subject.boardWith();
      const rows = ['a', 'b'].map((id, at) => ({ id, atMs: 10 - at, content: `{"kind":"step","title":"Zoë ${id}"}` }));
      await subject.store.writeWorkshop(board, 'first', rows);
      await subject.store.writeWorkshop(board, 'second');
      if (subject.harness.isDurable) await subject.reopen();
      expect(await subject.store.readWorkshop(board)).toBe('second');
      expect(await subject.store.listRecord(board)).toEqual(rows.toReversed());
      const gone = subject.store.writeWorkshop(newBoard().id, 'nowhere', rows);
      await expect(gone).rejects.toBeInstanceOf(NotStoredError);
      expect(await subject.store.listRecord(board)).toHaveLength(2);
    });

    it('[RECORD-1] [STORE-4] goes with its board', async () => {
      const board = newBoard();
      await subject.store.createBoard(board, bytes(1), new Map(), [], [{ id: 'a', atMs: 1, content: 'kept nowhere' }]);
      await subject.store.deleteBoard(board.id);
      expect(await subject.store.listRecord(board.id)).toEqual([]);
      expect(await subject.store.listRecord(newBoard().id)).toEqual([]);
    });
  });
}
