/** What a store promises about deletion and retention. */
import { describe, expect, it } from 'vitest';
import { bytes, newAssetId, newBoard, newPerson, newSeatOf, noClaims } from './rows.ts';
import type { StoreSubject } from './StoreSubject.ts';

export function deletionPromises(subject: StoreSubject): void {
  describe('deletion and retention', () => {
    it('[STORE-4] a deleted board leaves nothing but the memory of its id', async () => {
      const board = newBoard();
      const person = newPerson(board.id);
      const asset = { id: newAssetId(), board: board.id, type: 'image/png', bytes: bytes(1, 2), createdAtMs: 1 };
      await subject.store.createBoard(board, bytes(1));
      await subject.store.addPerson(person);
      const seat = newSeatOf(board.id, person.id);
      await subject.store.addSeat(seat);
      await subject.store.append(board.id, { update: bytes(2), claims: [{ clientId: 7, person: person.id }] });
      await subject.store.compact(board.id, 2, bytes(12));
      await subject.store.append(board.id, noClaims(bytes(3)));
      await subject.store.putAsset(asset);

      await subject.store.deleteBoard(board.id);

      expect(await subject.store.absenceOf(board.id)).toBe('deleted');
      expect(await subject.store.readBoard(board.id)).toBeNull();
      expect(await subject.store.findBoardByCode(board.code)).toBeNull();
      expect(await subject.store.loadDocument(board.id)).toBeNull();
      expect(await subject.store.listPeople(board.id)).toEqual([]);
      expect(await subject.store.findSeat(board.id, seat.hash)).toBeNull();
      expect(await subject.store.listSeats(board.id, person.id)).toEqual([]);
      expect(await subject.store.lastSeen(board.id)).toEqual(new Map());
      expect(await subject.store.readAsset(board.id, asset.id)).toBeNull();
      expect(await subject.store.assetBytes(board.id)).toBe(0);
      expect(await subject.store.listUntouchedSince(1e15)).toEqual([]);
    });

    it('[STORE-4] a deleted id is not given again, its code is free again, and deleting twice changes nothing', async () => {
      const board = newBoard();
      await subject.store.createBoard(board, bytes(1));
      await subject.store.deleteBoard(board.id);
      await subject.store.deleteBoard(board.id);
      await expect(subject.store.createBoard(newBoard({ id: board.id }), bytes(1))).rejects.toMatchObject({
        what: 'board',
      });
      await subject.store.createBoard(newBoard({ code: board.code }), bytes(1));
      const unknown = newBoard().id;
      await subject.store.deleteBoard(unknown);
      expect(await subject.store.absenceOf(unknown)).toBe('unknown');
    });

    it('[STORE-4] deleting one board leaves the others as they are', async () => {
      const gone = await subject.boardWith(bytes(2));
      const kept = await subject.boardWith(bytes(3));
      await subject.store.deleteBoard(gone);
      expect((await subject.store.loadDocument(kept))?.updates).toEqual([bytes(1), bytes(3)]);
    });

    it('[STORE-3] of appends in one turn with a deletion, those before count and those after reject alone', async () => {
      const gone = await subject.boardWith();
      const kept = await subject.boardWith();
      const results = await Promise.allSettled([
        subject.store.append(gone, noClaims(bytes(2))),
        subject.store.deleteBoard(gone),
        subject.store.append(gone, noClaims(bytes(3))),
        subject.store.append(kept, noClaims(bytes(4))),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
      expect(await subject.store.loadDocument(gone)).toBeNull();
      expect((await subject.store.loadDocument(kept))?.updates).toEqual([bytes(1), bytes(4)]);
    });

    it('[STORE-5] every write by people counts as a touch, compaction and reading do not', async () => {
      const board = newBoard();
      await subject.store.createBoard(board, bytes(1));
      const person = newPerson(board.id);
      const touches: ReadonlyArray<() => Promise<unknown>> = [
        () => subject.store.append(board.id, noClaims(bytes(2))),
        () => subject.store.addPerson(person),
        () => subject.store.updatePerson(board.id, person.id, { name: 'B' }),
        () => subject.store.updateBoard(board.id, { title: 'x' }),
        () =>
          subject.store.putAsset({
            id: newAssetId(),
            board: board.id,
            type: 'image/png',
            bytes: bytes(1),
            createdAtMs: 1,
          }),
      ];
      for (const touch of touches) {
        subject.now += 10;
        await touch();
        expect((await subject.store.readBoard(board.id))?.touchedAtMs).toBe(subject.now);
      }
      const last = subject.now;
      subject.now += 10;
      await subject.store.compact(board.id, 2, bytes(12));
      await subject.store.loadDocument(board.id);
      expect((await subject.store.readBoard(board.id))?.touchedAtMs).toBe(last);
    });

    it('[STORE-5] lists boards untouched since before a moment, longest untouched first, and not the others', async () => {
      const [a, b, c] = [
        newBoard({ touchedAtMs: 300 }),
        newBoard({ touchedAtMs: 100 }),
        newBoard({ touchedAtMs: 200 }),
      ];
      for (const board of [a, b, c]) await subject.store.createBoard(board, bytes(1));
      expect(await subject.store.listUntouchedSince(300)).toEqual([b.id, c.id]);
      expect(await subject.store.listUntouchedSince(301)).toEqual([b.id, c.id, a.id]);
      await subject.store.append(b.id, noClaims(bytes(2)));
      expect(await subject.store.listUntouchedSince(300)).toEqual([c.id]);
    });
  });
}
