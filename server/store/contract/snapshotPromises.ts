/** What a store promises about snapshots. */
import { describe, expect, it } from 'vitest';
import type { SnapshotChunk } from '../SnapshotStore.ts';
import { bytes, newBoard, newSnapshot } from './rows.ts';
import type { StoreSubject } from './StoreSubject.ts';

const chunk = (value: number, isKnown = false): SnapshotChunk => ({
  hash: value.toString(16).padStart(32, '0'),
  bytes: isKnown ? null : bytes(value, value),
});

export function snapshotPromises(subject: StoreSubject): void {
  describe('snapshots', () => {
    it('[SNAP-1] come back whole, newest first, with their chunks in order, also twice the same', async () => {
      const board = await subject.boardWith();
      const first = newSnapshot(board, { name: null, reason: 'step', detail: 'Goal', byRole: null, takenAtMs: 10 });
      const second = newSnapshot(board, { takenAtMs: 20 });
      const third = newSnapshot(board, { takenAtMs: 20, name: 'Same moment' });
      await subject.store.keepSnapshot(first, [chunk(1), chunk(2)]);
      await subject.store.keepSnapshot(second, [chunk(2, true), chunk(3), chunk(2, true)]);
      await subject.store.keepSnapshot(third, []);
      if (subject.harness.isDurable) await subject.reopen();
      expect(await subject.store.listSnapshots(board)).toEqual([third, second, first]);
      expect(await subject.store.readSnapshot(board, second.id)).toEqual({
        row: second,
        chunks: [bytes(2, 2), bytes(3, 3), bytes(2, 2)],
      });
      expect((await subject.store.readSnapshot(board, third.id))?.chunks).toEqual([]);
      expect(await subject.store.readSnapshot(board, newSnapshot(board).id)).toBeNull();
      expect(await subject.store.readSnapshot(newBoard().id, second.id)).toBeNull();
      expect(await subject.store.listSnapshots(newBoard().id)).toEqual([]);
    });

    it('[SNAP-3] share their chunks: a second of the same costs a row only', async () => {
      const board = await subject.boardWith();
      const large = { hash: 'a'.repeat(32), bytes: new Uint8Array(50_000).fill(7) };
      expect(await subject.store.snapshotBytes(board)).toBe(0);
      await subject.store.keepSnapshot(newSnapshot(board), [large]);
      const once = await subject.store.snapshotBytes(board);
      expect(once).toBeGreaterThan(50_000);
      await subject.store.keepSnapshot(newSnapshot(board), [large]);
      expect((await subject.store.snapshotBytes(board)) - once).toBeLessThan(200);
      expect(await subject.store.findChunks(board, [large.hash, 'b'.repeat(32)])).toEqual(new Set([large.hash]));
      expect(await subject.store.findChunks(await subject.boardWith(), [large.hash])).toEqual(new Set());
    });

    it('[SNAP-1] one that names a chunk the board has not is refused whole', async () => {
      const [board, other] = [await subject.boardWith(), await subject.boardWith()];
      await subject.store.keepSnapshot(newSnapshot(other), [chunk(9)]);
      await expect(subject.store.keepSnapshot(newSnapshot(board), [chunk(1), chunk(9, true)])).rejects.toMatchObject({
        name: 'NotStoredError',
      });
      expect(await subject.store.listSnapshots(board)).toEqual([]);
      expect(await subject.store.snapshotBytes(board)).toBe(0);
      await expect(subject.store.keepSnapshot(newSnapshot(newBoard().id), [])).rejects.toThrow('no such board');
    });

    it('[SNAP-1] an id stands once', async () => {
      const board = await subject.boardWith();
      const snapshot = newSnapshot(board);
      await subject.store.keepSnapshot(snapshot, [chunk(1)]);
      await expect(subject.store.keepSnapshot({ ...snapshot, name: 'Other' }, [chunk(2)])).rejects.toMatchObject({
        what: 'snapshot',
      });
      expect(await subject.store.listSnapshots(board)).toEqual([snapshot]);
    });

    it('[SNAP-4] get a name, and only where they are', async () => {
      const board = await subject.boardWith();
      const snapshot = newSnapshot(board, { name: null, reason: 'restore' });
      await subject.store.keepSnapshot(snapshot, [chunk(1)]);
      await subject.store.nameSnapshot(board, snapshot.id, 'Before the mistake');
      expect(await subject.store.listSnapshots(board)).toEqual([{ ...snapshot, name: 'Before the mistake' }]);
      const other = await subject.boardWith();
      await expect(subject.store.nameSnapshot(other, snapshot.id, 'x')).rejects.toThrow('no such snapshot');
    });

    it('[SNAP-7] what was taken away after one stands with it until it is deleted, or the snapshot is', async () => {
      const [board, other] = [await subject.boardWith(), await subject.boardWith()];
      const [first, second] = [newSnapshot(board), newSnapshot(board)];
      for (const snapshot of [first, second]) await subject.store.keepSnapshot(snapshot, []);
      const before = await subject.store.snapshotBytes(board);
      await subject.store.addLoss(board, { snapshot: first.id, content: 'one' });
      await subject.store.addLoss(board, { snapshot: second.id, content: 'two' });
      await subject.store.addLoss(board, { snapshot: first.id, content: 'three' });
      for (const [where, id] of [
        [board, newSnapshot(board).id],
        [other, first.id],
      ] as const)
        await expect(subject.store.addLoss(where, { snapshot: id, content: 'x' })).rejects.toThrow('no such snapshot');
      if (subject.harness.isDurable) await subject.reopen();
      expect((await subject.store.listLosses(board)).map(({ content }) => content)).toEqual(['three', 'two', 'one']);
      expect(await subject.store.snapshotBytes(board)).toBe(before + 11);
      expect(await subject.store.listLosses(other)).toEqual([]);
      await subject.store.deleteLosses(board, first.id);
      await subject.store.deleteLosses(board, first.id);
      expect(await subject.store.listLosses(board)).toEqual([{ snapshot: second.id, content: 'two' }]);
      await subject.store.deleteSnapshots(board, [second.id]);
      expect(await subject.store.listLosses(board)).toEqual([]);
      expect((await subject.store.listSnapshots(board)).map(({ id }) => id)).toEqual([first.id]);
    });

    it('[SNAP-4] deleted ones go with the chunks that no other needs', async () => {
      const board = await subject.boardWith();
      const [first, second] = [newSnapshot(board), newSnapshot(board)];
      await subject.store.keepSnapshot(first, [chunk(1), chunk(2)]);
      await subject.store.keepSnapshot(second, [chunk(2, true), chunk(3)]);
      await subject.store.deleteSnapshots(board, [first.id, newSnapshot(board).id]);
      expect(await subject.store.listSnapshots(board)).toEqual([second]);
      expect((await subject.store.readSnapshot(board, second.id))?.chunks).toEqual([bytes(2, 2), bytes(3, 3)]);
      expect(
        await subject.store.findChunks(
          board,
          [1, 2, 3].map((one) => chunk(one).hash),
        ),
      ).toEqual(new Set([2, 3].map((one) => chunk(one).hash)));
      await subject.store.deleteSnapshots(board, [second.id]);
      expect(await subject.store.snapshotBytes(board)).toBe(0);
    });

    it('[SNAP-4] [STORE-4] end with their board, and its alone', async () => {
      const [board, other] = [newBoard(), newBoard()];
      for (const one of [board, other]) {
        await subject.store.createBoard(one, bytes(1));
        await subject.store.keepSnapshot(newSnapshot(one.id), [chunk(1)]);
      }
      await subject.store.deleteBoard(board.id);
      expect(await subject.store.listSnapshots(board.id)).toEqual([]);
      expect(await subject.store.snapshotBytes(board.id)).toBe(0);
      expect(await subject.store.findChunks(board.id, [chunk(1).hash])).toEqual(new Set());
      const [kept] = await subject.store.listSnapshots(other.id);
      expect(kept && (await subject.store.readSnapshot(other.id, kept.id))?.chunks).toEqual([bytes(1, 1)]);
    });

    it('[STORE-5] keeping one touches the board', async () => {
      const board = await subject.boardWith();
      subject.now += 10;
      await subject.store.keepSnapshot(newSnapshot(board), []);
      expect((await subject.store.readBoard(board))?.touchedAtMs).toBe(subject.now);
    });

    it('[STORE-12] a backup carries them', async () => {
      const board = await subject.boardWith();
      const snapshot = newSnapshot(board);
      await subject.store.keepSnapshot(snapshot, [chunk(1)]);
      const file = `${subject.folder}/copy`;
      await subject.store.backup(file);
      const copy = await subject.harness.openCopy(file);
      expect(await copy.readSnapshot(board, snapshot.id)).toEqual({ row: snapshot, chunks: [bytes(1, 1)] });
      await copy.close();
    });
  });
}
