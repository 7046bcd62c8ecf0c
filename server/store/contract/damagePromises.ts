/** What a store promises about what others found damaged; what it finds itself depends on how it stores. */
import { describe, expect, it } from 'vitest';
import { bytes, newPerson, noClaims } from './rows.ts';
import type { StoreSubject } from './StoreSubject.ts';

export function damagePromises(subject: StoreSubject): void {
  describe('what is set aside', () => {
    it('[STORE-20] an agenda, a round and a ballot are read no more, and stay listed until somebody decided', async () => {
      const board = await subject.boardWith();
      const person = newPerson(board);
      await subject.store.addPerson(person);
      await subject.store.writeWorkshop(board, '{}', [{ id: 'strange', atMs: 1, content: '{}' }]);
      for (const id of ['one', 'two'])
        await subject.store.openActivity({ id, board, openedAtMs: 1, endedAtMs: null, content: '{}', due: null });
      await subject.store.changeSealed(board, 'one', person.id, { from: null, to: 'written' });
      for (const [part, id] of [
        ['agenda', ''],
        ['ballots', `one/${person.id}`],
        ['rounds', 'two'],
        ['record', 'strange'],
        ['record', 'no such'],
        ['losses', 'nothing of the kind'],
      ] as const)
        await subject.store.setAside(board, part, id);
      expect(await subject.store.readWorkshop(board)).toBeNull();
      expect((await subject.store.listActivities(board)).map(({ id }) => id)).toEqual(['one']);
      expect(await subject.store.readSealed(board, 'one', person.id)).toBeNull();
      const rows = await subject.store.checkBoard(board);
      expect(rows.map(({ part, reason, atMs }) => [part, reason, atMs])).toEqual([
        ['agenda', 'damaged', subject.now],
        ['ballots', 'damaged', subject.now],
        ['rounds', 'damaged', subject.now],
        ['record', 'damaged', subject.now],
      ]);
      expect(await subject.store.listRecord(board)).toEqual([]);
      expect(await subject.store.listSetAside(board)).toEqual(rows);
      await subject.store.decideDamage(board);
      expect(await subject.store.listSetAside(board)).toEqual([]);
    });

    it('[STORE-21] a mended document is its new state, waits for a decision, and counts on from its version', async () => {
      const board = await subject.boardWith(bytes(2), bytes(3));
      const faults = [{ piece: { from: 2, to: 2 }, reason: 'missing' }] as const;
      const mend = { version: 3, state: bytes(13), waiting: bytes(99), faults };
      await subject.store.mendDocument(board, mend);
      expect(await subject.store.loadDocument(board)).toMatchObject({
        snapshot: bytes(13),
        updates: [],
        version: 3,
        faults: [],
        damage: { waiting: [bytes(99)] },
        hasLost: true,
      });
      await subject.store.mendDocument(board, { ...mend, waiting: bytes(98), faults: [] });
      expect((await subject.store.loadDocument(board))?.damage?.waiting).toEqual([bytes(98)]);
      await subject.store.decideDamage(board);
      expect(await subject.store.loadDocument(board)).toMatchObject({ damage: null, hasLost: true });
      expect(await subject.store.append(board, noClaims(bytes(4)))).toBe(4);
    });

    it('[STORE-21] a document that went on meanwhile is not mended', async () => {
      const board = await subject.boardWith(bytes(2));
      const before = await subject.store.loadDocument(board);
      const mend = { version: 1, state: bytes(9), waiting: null, faults: [] };
      await expect(subject.store.mendDocument(board, mend)).rejects.toBeInstanceOf(RangeError);
      expect(await subject.store.loadDocument(board)).toEqual(before);
    });
  });
}
