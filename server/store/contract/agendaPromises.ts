/** What a store promises about agendas that were saved on a board. */
import { describe, expect, it } from 'vitest';
import { NotStoredError } from '../storeErrors.ts';
import { newBoard } from './rows.ts';
import type { StoreSubject } from './StoreSubject.ts';

export function agendaPromises(subject: StoreSubject): void {
  describe('saved agendas', () => {
    it('[SESSION-18] are a board’s own, are replaced whole, and go one by one', async () => {
      const [board, other] = [await subject.boardWith(), await subject.boardWith()];
      await subject.store.writeAgenda(board, { id: 'b', content: '{"name":"Zoë 😀"}' });
      await subject.store.writeAgenda(board, { id: 'a', content: '{}' });
      await subject.store.writeAgenda(other, { id: 'a', content: 'theirs' });
      subject.now += 10;
      await subject.store.writeAgenda(board, { id: 'a', content: '{"name":"again"}' });
      if (subject.harness.isDurable) await subject.reopen();
      expect(await subject.store.listAgendas(board)).toEqual([
        { id: 'a', content: '{"name":"again"}' },
        { id: 'b', content: '{"name":"Zoë 😀"}' },
      ]);
      expect((await subject.store.readBoard(board))?.touchedAtMs).toBe(subject.now);
      await subject.store.deleteAgenda(board, 'a');
      await subject.store.deleteAgenda(board, 'never');
      expect((await subject.store.listAgendas(board)).map(({ id }) => id)).toEqual(['b']);
      expect(await subject.store.listAgendas(other)).toHaveLength(1);
    });

    it('[SESSION-18] [STORE-4] go with their board, and are not written for one that is gone', async () => {
      const board = await subject.boardWith();
      await subject.store.writeAgenda(board, { id: 'a', content: 'kept nowhere' });
      await subject.store.deleteBoard(board);
      expect(await subject.store.listAgendas(board)).toEqual([]);
      const late = subject.store.writeAgenda(board, { id: 'a', content: 'late' });
      await expect(late).rejects.toBeInstanceOf(NotStoredError);
      expect(await subject.store.listAgendas(newBoard().id)).toEqual([]);
    });
  });
}
