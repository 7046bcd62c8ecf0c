/** What a store promises about seats, devices, and marks of people. */
import { describe, expect, it } from 'vitest';
import { openDoor, personMarks } from '../DoorStore.ts';
import { NotStoredError } from '../storeErrors.ts';
import { bytes, newBoard, newPerson, newPersonId, newSeatOf } from './rows.ts';
import type { StoreSubject } from './StoreSubject.ts';

const [laptop, phone, other] = ['1'.repeat(64), '2'.repeat(64), '3'.repeat(64)] as const;

export function doorPromises(subject: StoreSubject): void {
  describe('seats, devices and marks', () => {
    const personOn = async (board: ReturnType<typeof newBoard>) => {
      const person = newPerson(board.id);
      await subject.store.addPerson(person);
      return person.id;
    };

    it('[DOOR-20] [DOOR-26] a door is open until it is changed, and only what is named changes', async () => {
      const [board, another] = [newBoard(), newBoard()];
      for (const one of [board, another]) await subject.store.createBoard(one, bytes(1));
      const fay = await personOn(board);
      expect(await subject.store.readDoor(board.id)).toEqual(openDoor);
      await subject.store.updateDoor(board.id, { owner: fay });
      const ends = { facilitator: null, participant: 7_000, observer: 8_000 };
      await subject.store.updateDoor(board.id, { ends, isClosed: true });
      expect(await subject.store.readDoor(board.id)).toEqual({ owner: fay, isClosed: true, ends });
      await subject.store.updateDoor(board.id, { isClosed: false });
      expect(await subject.store.readDoor(board.id)).toEqual({ owner: fay, isClosed: false, ends });
      expect(await subject.store.readDoor(another.id)).toEqual(openDoor);
      await subject.store.deleteBoard(board.id);
      expect(await subject.store.readDoor(board.id)).toEqual(openDoor);
      await expect(subject.store.updateDoor(board.id, { owner: fay })).rejects.toBeInstanceOf(NotStoredError);
    });

    it('[DOOR-28] a seat is one of a person, on their board alone, and changes field by field', async () => {
      const [board, another] = [newBoard(), newBoard()];
      const { store } = subject;
      for (const one of [board, another]) await store.createBoard(one, bytes(1));
      const [fay, lee] = [await personOn(board), await personOn(board)];
      const late = newSeatOf(board.id, fay, { madeAtMs: 3000, seenAtMs: 3500, isReturn: true });
      const early = newSeatOf(board.id, fay, { device: { browser: null, system: null }, seenAtMs: 9000 });
      const lees = newSeatOf(board.id, lee, { seenAtMs: 4000 });
      const touched = (await store.readBoard(board.id))?.touchedAtMs;
      for (const seat of [late, early, lees]) await store.addSeat(seat);
      expect(await store.listSeats(board.id, fay)).toEqual([early, late]);
      expect(await store.findSeat(board.id, late.hash)).toEqual(late);
      expect(await store.findSeat(another.id, late.hash)).toBeNull();
      expect(await store.listSeats(another.id, fay)).toEqual([]);
      expect(await store.lastSeen(board.id)).toEqual(
        new Map([
          [fay, 9000],
          [lee, 4000],
        ]),
      );
      await expect(store.addSeat(newSeatOf(board.id, lee, { hash: late.hash }))).rejects.toMatchObject({
        what: 'seat',
      });
      await store.updateSeat(board.id, late.hash, { seenAtMs: 10_000 });
      await store.updateSeat(board.id, late.hash, { isReturn: false, endedAtMs: 11_000 });
      const changed = { ...late, seenAtMs: 10_000, isReturn: false, endedAtMs: 11_000 };
      expect(await store.findSeat(board.id, late.hash)).toEqual(changed);
      await store.deleteSeat(board.id, early.hash);
      await store.deleteSeat(board.id, early.hash);
      expect(await store.listSeats(board.id, fay)).toEqual([changed]);
      const gone = store.updateSeat(board.id, early.hash, { seenAtMs: 1 });
      await expect(gone).rejects.toBeInstanceOf(NotStoredError);
      const nobodys = newSeatOf(board.id, newPersonId());
      await expect(store.addSeat(nobodys)).rejects.toBeInstanceOf(NotStoredError);
      expect((await store.readBoard(board.id))?.touchedAtMs).toBe(touched);
    });

    it('[DOOR-18] every device of somebody who is kept out is, on that board alone, until they are let in', async () => {
      const [board, another] = [newBoard(), newBoard()];
      for (const one of [board, another]) await subject.store.createBoard(one, bytes(1));
      const { store } = subject;
      const [jordan, maya, elsewhere] = [await personOn(board), await personOn(board), await personOn(another)];
      await store.addDevice(board.id, jordan, laptop);
      await store.addDevice(board.id, jordan, phone);
      await store.addDevice(board.id, jordan, laptop);
      await store.addDevice(board.id, maya, other);
      await store.addDevice(another.id, elsewhere, laptop);
      const keptOut = async (on = board.id) =>
        Promise.all([laptop, phone, other].map((device) => store.isKeptOut(on, device)));
      expect(await keptOut()).toEqual([false, false, false]);
      await store.markPerson(board.id, jordan, 'keptOut', true);
      await store.markPerson(board.id, jordan, 'keptOut', true);
      await store.markPerson(board.id, maya, 'led', true);
      expect(await keptOut()).toEqual([true, true, false]);
      expect(await keptOut(another.id)).toEqual([false, false, false]);
      expect(await store.listMarked(board.id, 'keptOut')).toEqual(new Set([jordan]));
      expect(await store.listMarked(board.id, 'led')).toEqual(new Set([maya]));
      await store.markPerson(board.id, jordan, 'keptOut', false);
      await store.markPerson(board.id, jordan, 'keptOut', false);
      expect(await keptOut()).toEqual([false, false, false]);
      expect(await store.listMarked(board.id, 'keptOut')).toEqual(new Set());
    });

    it('[DOOR-18] who came by the same devices is known', async () => {
      const board = newBoard();
      await subject.store.createBoard(board, bytes(1));
      const [jordan, puppet, maya] = [await personOn(board), await personOn(board), await personOn(board)];
      expect(await subject.store.listSharers(board.id, jordan)).toEqual([]);
      await subject.store.addDevice(board.id, jordan, laptop);
      await subject.store.addDevice(board.id, jordan, phone);
      await subject.store.addDevice(board.id, puppet, phone);
      await subject.store.addDevice(board.id, maya, other);
      expect(await subject.store.listSharers(board.id, jordan)).toEqual([jordan, puppet].toSorted());
      expect(await subject.store.listSharers(board.id, maya)).toEqual([maya]);
      expect(await subject.store.hasDevice(board.id, puppet, phone)).toBe(true);
      expect(await subject.store.hasDevice(board.id, puppet, laptop)).toBe(false);
    });

    it('[STORE-4] they go with their board, and are not written where there is none, nor for nobody', async () => {
      const board = newBoard();
      await subject.store.createBoard(board, bytes(1));
      const jordan = await personOn(board);
      await subject.store.addDevice(board.id, jordan, laptop);
      for (const mark of personMarks) await subject.store.markPerson(board.id, jordan, mark, true);
      const nobody = newPersonId();
      await expect(subject.store.addDevice(board.id, nobody, laptop)).rejects.toBeInstanceOf(NotStoredError);
      await expect(subject.store.markPerson(board.id, nobody, 'led', true)).rejects.toBeInstanceOf(NotStoredError);
      await subject.store.deleteBoard(board.id);
      expect(await subject.store.isKeptOut(board.id, laptop)).toBe(false);
      expect(await subject.store.listSharers(board.id, jordan)).toEqual([]);
      for (const mark of personMarks) expect(await subject.store.listMarked(board.id, mark)).toEqual(new Set());
      await expect(subject.store.addDevice(board.id, jordan, laptop)).rejects.toBeInstanceOf(NotStoredError);
      await expect(subject.store.markPerson(board.id, jordan, 'led', true)).rejects.toBeInstanceOf(NotStoredError);
    });
  });
}
