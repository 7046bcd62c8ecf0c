/** What a store promises about boards and their people. */
import { describe, expect, it } from 'vitest';
import { bytes, newAssetId, newBoard, newPerson, newPersonId, newSeatOf, noClaims } from './rows.ts';
import type { StoreSubject } from './StoreSubject.ts';

export function boardPromises(subject: StoreSubject): void {
  describe('boards', () => {
    it('[STORE-1] a created board is read back whole, with its first document as version 1', async () => {
      const board = newBoard({ linkGenerations: { facilitator: 1, participant: 2, observer: 3 } });
      await subject.store.createBoard(board, bytes(7, 8));
      expect(await subject.store.readBoard(board.id)).toEqual(board);
      expect(await subject.store.findBoardByCode(board.code)).toEqual(board);
      expect(await subject.store.loadDocument(board.id)).toEqual({
        snapshot: null,
        updates: [bytes(7, 8)],
        versions: [1],
        version: 1,
        owners: new Map(),
        faults: [],
        damage: null,
        hasLost: false,
      });
    });

    it('[STORE-1] a board can begin with pictures', async () => {
      const board = newBoard();
      const asset = { id: newAssetId(), type: 'image/png', bytes: bytes(1, 2), createdAtMs: 1 };
      await subject.store.createBoard(board, bytes(1), new Map(), [asset]);
      expect(await subject.store.readAsset(board.id, asset.id)).toEqual({ ...asset, board: board.id });
      expect(await subject.store.assetBytes(board.id)).toBe(2);
    });

    it('[STORE-1] what was never stored is null, empty or zero', async () => {
      const { id, code } = newBoard();
      expect(await subject.store.readBoard(id)).toBeNull();
      expect(await subject.store.findBoardByCode(code)).toBeNull();
      expect(await subject.store.loadDocument(id)).toBeNull();
      expect(await subject.store.absenceOf(id)).toBe('unknown');
      expect(await subject.store.listPeople(id)).toEqual([]);
      expect(await subject.store.readPerson(id, newPersonId())).toBeNull();
      expect(await subject.store.findSeat(id, 'none')).toBeNull();
      expect(await subject.store.listSeats(id, newPersonId())).toEqual([]);
      expect(await subject.store.readAsset(id, newAssetId())).toBeNull();
      expect(await subject.store.assetBytes(id)).toBe(0);
      expect(await subject.store.listUntouchedSince(1e15)).toEqual([]);
    });

    it('[STORE-2] a second board with the same id or code is refused by name, and leaves the first and no document', async () => {
      const board = newBoard();
      await subject.store.createBoard(board, bytes(1));
      await expect(subject.store.createBoard(newBoard({ id: board.id }), bytes(2))).rejects.toMatchObject({
        name: 'AlreadyStoredError',
        what: 'board',
      });
      const other = newBoard({ code: board.code });
      await expect(subject.store.createBoard(other, bytes(2))).rejects.toMatchObject({
        name: 'AlreadyStoredError',
        what: 'code',
      });
      expect(await subject.store.readBoard(board.id)).toEqual(board);
      expect(await subject.store.readBoard(other.id)).toBeNull();
      expect(await subject.store.loadDocument(other.id)).toBeNull();
    });

    it('[STORE-2] of two boards created in one turn with the same code, the first gets it', async () => {
      const first = newBoard();
      const second = newBoard({ code: first.code });
      const results = await Promise.allSettled([
        subject.store.createBoard(first, bytes(1)),
        subject.store.createBoard(second, bytes(1)),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect((await subject.store.findBoardByCode(first.code))?.id).toBe(first.id);
    });

    it('[STORE-1] title, code and link generations change each by itself', async () => {
      const board = newBoard();
      await subject.store.createBoard(board, bytes(1));
      await subject.store.updateBoard(board.id, { title: 'New title' });
      await subject.store.updateBoard(board.id, { linkGenerations: { facilitator: 2, participant: 5, observer: 9 } });
      await subject.store.updateBoard(board.id, { code: 'fresh-code' });
      expect(await subject.store.readBoard(board.id)).toEqual({
        ...board,
        title: 'New title',
        code: 'fresh-code',
        linkGenerations: { facilitator: 2, participant: 5, observer: 9 },
        touchedAtMs: subject.now,
      });
      expect(await subject.store.findBoardByCode(board.code)).toBeNull();
      expect((await subject.store.findBoardByCode('fresh-code'))?.id).toBe(board.id);
    });

    it('[STORE-2] a board cannot take the code of another; keeping its own is no conflict', async () => {
      const [one, two] = [newBoard(), newBoard()];
      await subject.store.createBoard(one, bytes(1));
      await subject.store.createBoard(two, bytes(1));
      await expect(subject.store.updateBoard(two.id, { code: one.code, title: 'x' })).rejects.toMatchObject({
        what: 'code',
      });
      await subject.store.updateBoard(two.id, { code: two.code });
      expect(await subject.store.readBoard(two.id)).toEqual({ ...two, touchedAtMs: subject.now });
    });

    it('[STORE-3] a write to a board that does not exist rejects and stores nothing', async () => {
      const { id } = newBoard();
      const refused = { name: 'NotStoredError' };
      await expect(subject.store.updateBoard(id, { title: 'x' })).rejects.toMatchObject(refused);
      await expect(subject.store.append(id, noClaims(bytes(1)))).rejects.toMatchObject(refused);
      await expect(subject.store.compact(id, 0, bytes(1))).rejects.toMatchObject(refused);
      await expect(subject.store.addPerson(newPerson(id))).rejects.toMatchObject(refused);
      await expect(subject.store.updatePerson(id, newPersonId(), { name: 'x' })).rejects.toMatchObject(refused);
      await expect(
        subject.store.putAsset({ id: newAssetId(), board: id, type: 'image/png', bytes: bytes(1), createdAtMs: 1 }),
      ).rejects.toMatchObject(refused);
      expect(await subject.store.listPeople(id)).toEqual([]);
      expect(await subject.store.loadDocument(id)).toBeNull();
    });
  });

  describe('people', () => {
    it('[STORE-1] people are found by id on their own board only, in the order in which they joined', async () => {
      const [here, there] = [await subject.boardWith(), await subject.boardWith()];
      const late = newPerson(here, { joinedAtMs: 3000, organization: null, kind: null });
      const early = newPerson(here, { joinedAtMs: 2000 });
      await subject.store.addPerson(late);
      await subject.store.addPerson(early);
      expect(await subject.store.listPeople(here)).toEqual([early, late]);
      expect(await subject.store.readPerson(here, late.id)).toEqual(late);
      expect(await subject.store.readPerson(there, late.id)).toBeNull();
      expect(await subject.store.listPeople(there)).toEqual([]);
    });

    it('[STORE-2] [DOOR-28] a person comes with a seat, or not at all', async () => {
      const [board, person] = [await subject.boardWith(), newPerson(await subject.boardWith())];
      const here = { ...person, board };
      const seat = newSeatOf(board, person.id);
      await subject.store.addPerson(here, seat);
      expect(await subject.store.listSeats(board, person.id)).toEqual([seat]);
      const late = newPerson(board);
      const taken = subject.store.addPerson(late, newSeatOf(board, late.id, { hash: seat.hash }));
      await expect(taken).rejects.toMatchObject({ what: 'seat' });
      expect(await subject.store.listPeople(board)).toEqual([here]);
    });

    it('[STORE-2] a person exists once on a board', async () => {
      const board = await subject.boardWith();
      const person = newPerson(board);
      await subject.store.addPerson(person);
      await expect(subject.store.addPerson(newPerson(board, { id: person.id }))).rejects.toMatchObject({
        what: 'person',
      });
      expect(await subject.store.listPeople(board)).toEqual([person]);
    });

    it('[STORE-1] a person changes field by field; a removed one is still found, marked', async () => {
      const board = await subject.boardWith();
      const person = newPerson(board);
      await subject.store.addPerson(person);
      await subject.store.updatePerson(board, person.id, { name: 'Bea', color: '#000000' });
      await subject.store.updatePerson(board, person.id, { role: 'observer', organization: null, kind: 'doer' });
      await subject.store.updatePerson(board, person.id, { removedAtMs: 9000, returnGeneration: 2 });
      const changed = {
        ...person,
        name: 'Bea',
        color: '#000000',
        role: 'observer',
        organization: null,
        kind: 'doer',
        removedAtMs: 9000,
        returnGeneration: 2,
      };
      expect(await subject.store.readPerson(board, person.id)).toEqual(changed);
      await expect(subject.store.updatePerson(board, newPersonId(), { name: 'x' })).rejects.toMatchObject({
        name: 'NotStoredError',
      });
    });
  });
}
