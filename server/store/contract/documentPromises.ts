/** What a store promises about documents and pictures. */
import { describe, expect, it } from 'vitest';
import { bytes, newAssetId, newPersonId, noClaims } from './rows.ts';
import type { StoreSubject } from './StoreSubject.ts';

/** A document of which nothing is missing and nothing ever was. */
const whole = { faults: [], damage: null, hasLost: false };

export function documentPromises(subject: StoreSubject): void {
  describe('documents', () => {
    it('[STORE-6] appends count up from the first document and come back in order, byte for byte', async () => {
      const board = await subject.boardWith();
      const inside = Uint8Array.from({ length: 300 }, (_, index) => index % 256).subarray(40, 297);
      expect(await subject.store.append(board, noClaims(inside))).toBe(2);
      expect(await subject.store.append(board, noClaims(bytes()))).toBe(3);
      const large = new Uint8Array(300_000).fill(9);
      expect(await subject.store.append(board, noClaims(large))).toBe(4);
      const document = await subject.store.loadDocument(board);
      expect(document?.version).toBe(4);
      expect(document?.updates.map((update) => [...update])).toEqual([[1], [...inside], [], [...large]]);
    });

    it('[STORE-6] appends to many boards at once each keep their own order and numbers', async () => {
      const boards = await Promise.all(Array.from({ length: 20 }, () => subject.boardWith()));
      const versions = await Promise.all(
        Array.from({ length: 15 }, (_, round) =>
          boards.map((board, index) => subject.store.append(board, noClaims(bytes(index, round)))),
        ).flat(),
      );
      expect(versions).toEqual(Array.from({ length: 15 }, (_, round) => boards.map(() => round + 2)).flat());
      for (const [index, board] of boards.entries()) {
        const expected = [bytes(1), ...Array.from({ length: 15 }, (_, round) => bytes(index, round))];
        expect((await subject.store.loadDocument(board))?.updates).toEqual(expected);
      }
    });

    it('[STORE-6] an append shows to readers only once it is durable, and from its acknowledgement on', async () => {
      const board = await subject.boardWith();
      const appended = subject.store.append(board, noClaims(bytes(2)));
      const meanwhile = (await subject.store.loadDocument(board))?.version;
      expect(subject.harness.readsBeside === true ? [1, 2] : [1]).toContain(meanwhile);
      await appended;
      expect((await subject.store.loadDocument(board))?.version).toBe(2);
    });

    it('[STORE-7] a client id belongs to the person who claimed it first, on this board, for good', async () => {
      const [here, there] = [await subject.boardWith(), await subject.boardWith()];
      const [a, b] = [newPersonId(), newPersonId()];
      await subject.store.append(here, {
        update: bytes(2),
        claims: [
          { clientId: 4_294_967_295, person: a },
          { clientId: 5, person: a },
        ],
      });
      await subject.store.append(here, {
        update: bytes(3),
        claims: [
          { clientId: 5, person: b },
          { clientId: 6, person: b },
        ],
      });
      await subject.store.append(there, { update: bytes(4), claims: [{ clientId: 5, person: b }] });
      await subject.store.compact(here, 3, bytes(123));
      expect((await subject.store.loadDocument(here))?.owners).toEqual(
        new Map([
          [4_294_967_295, a],
          [5, a],
          [6, b],
        ]),
      );
      expect((await subject.store.loadDocument(there))?.owners).toEqual(new Map([[5, b]]));
    });

    it('[STORE-8] compaction replaces what it contains and keeps what came after', async () => {
      const board = await subject.boardWith(bytes(2), bytes(3), bytes(4));
      await subject.store.compact(board, 3, bytes(123));
      expect(await subject.store.loadDocument(board)).toEqual({
        snapshot: bytes(123),
        updates: [bytes(4)],
        versions: [4],
        version: 4,
        owners: new Map(),
        ...whole,
      });
      await subject.store.compact(board, 4, bytes(124));
      expect(await subject.store.loadDocument(board)).toEqual({
        snapshot: bytes(124),
        updates: [],
        versions: [],
        version: 4,
        owners: new Map(),
        ...whole,
      });
      expect(await subject.store.append(board, noClaims(bytes(5)))).toBe(5);
      expect(await subject.store.loadDocument(board)).toEqual({
        snapshot: bytes(124),
        updates: [bytes(5)],
        versions: [5],
        version: 5,
        owners: new Map(),
        ...whole,
      });
    });

    it('[STORE-8] compaction to a version that was never reached, or before the last one, is refused and changes nothing', async () => {
      const board = await subject.boardWith(bytes(2), bytes(3));
      await subject.store.compact(board, 2, bytes(12));
      await expect(subject.store.compact(board, 4, bytes(99))).rejects.toBeInstanceOf(RangeError);
      await expect(subject.store.compact(board, 1, bytes(99))).rejects.toBeInstanceOf(RangeError);
      expect(await subject.store.loadDocument(board)).toEqual({
        snapshot: bytes(12),
        updates: [bytes(3)],
        versions: [3],
        version: 3,
        owners: new Map(),
        ...whole,
      });
    });

    it('[STORE-8] compaction in one turn with appends takes the appends before it and leaves those after', async () => {
      const board = await subject.boardWith();
      await Promise.all([
        subject.store.append(board, noClaims(bytes(2))),
        subject.store.compact(board, 2, bytes(12)),
        subject.store.append(board, noClaims(bytes(3))),
      ]);
      expect(await subject.store.loadDocument(board)).toMatchObject({
        snapshot: bytes(12),
        updates: [bytes(3)],
        version: 3,
      });
    });

    it('[STORE-6] what a caller does with its bytes afterwards changes nothing in the store', async () => {
      const mine = bytes(1, 2, 3);
      const board = await subject.boardWith(mine);
      mine.fill(0);
      const read = await subject.store.loadDocument(board);
      read?.updates[1]?.fill(9);
      expect((await subject.store.loadDocument(board))?.updates[1]).toEqual(bytes(1, 2, 3));
    });
  });

  describe('assets', () => {
    it('[STORE-9] pictures come back byte for byte on their own board and are counted', async () => {
      const [here, there] = [await subject.boardWith(), await subject.boardWith()];
      const large = {
        id: newAssetId(),
        board: here,
        type: 'image/png',
        bytes: new Uint8Array(1_000_000).fill(7),
        createdAtMs: 1,
      };
      const small = { id: newAssetId(), board: here, type: 'image/webp', bytes: bytes(1, 2, 3), createdAtMs: 2 };
      await subject.store.putAsset(large);
      await subject.store.putAsset(small);
      expect(await subject.store.readAsset(here, small.id)).toEqual(small);
      const read = await subject.store.readAsset(here, large.id);
      expect(read && Buffer.compare(read.bytes, large.bytes)).toBe(0);
      expect(await subject.store.assetBytes(here)).toBe(1_000_003);
      expect(await subject.store.readAsset(there, large.id)).toBeNull();
      expect(await subject.store.assetBytes(there)).toBe(0);
    });

    it('[STORE-9] a stored picture never changes', async () => {
      const board = await subject.boardWith();
      const asset = { id: newAssetId(), board, type: 'image/png', bytes: bytes(1), createdAtMs: 1 };
      await subject.store.putAsset(asset);
      await subject.store.putAsset({ ...asset, bytes: bytes(2, 2) });
      expect(await subject.store.readAsset(board, asset.id)).toEqual(asset);
      expect(await subject.store.assetBytes(board)).toBe(1);
    });
  });
}
