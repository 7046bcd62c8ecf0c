/** What every Store promises, as tests. Each implementation calls `storeContract` from its own test file. */
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AssetId, BoardId, PersonId } from '#shared/wire/ids.ts';
import type { BoardRow, PersonRow, Store } from './Store.ts';

export interface StoreUnderTest {
  /** Opens the store of this harness; after a close, the same data again where `isDurable`. */
  open(nowMs: () => number): Promise<Store>;
  /** Opens what `backup` wrote. */
  openCopy(file: string): Promise<Store>;
  readonly isDurable: boolean;
  dispose(): Promise<void>;
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const text = (length: number) => Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

export function newBoard(change: Partial<BoardRow> = {}): BoardRow {
  return {
    id: v.parse(BoardId, text(16)),
    title: 'Housing in the valley',
    code: text(8),
    linkGenerations: { facilitator: 1, participant: 1, observer: 1 },
    createdAtMs: 1000,
    touchedAtMs: 1000,
    ...change,
  };
}

export function newPerson(board: BoardId, change: Partial<PersonRow> = {}): PersonRow {
  return {
    id: v.parse(PersonId, text(16)),
    board,
    name: 'Ana',
    color: '#336699',
    role: 'participant',
    organization: 'Tenants Union',
    kind: 'designee',
    seatHash: text(64),
    joinedAtMs: 2000,
    removedAtMs: null,
    ...change,
  };
}

export const newPersonId = () => v.parse(PersonId, text(16));
export const newAssetId = () => v.parse(AssetId, text(32));
const bytes = (...values: number[]) => Uint8Array.from(values);
const noClaims = (update: Uint8Array) => ({ update, claims: [] });

export function storeContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the promises of a store`, () => {
    let harness: StoreUnderTest;
    let store: Store;
    let folder: string;
    let now: number;

    beforeEach(async () => {
      now = 5000;
      harness = await make();
      store = await harness.open(() => now);
      folder = await mkdtemp(path.join(tmpdir(), 'roundtable-contract-'));
    });

    afterEach(async () => {
      await store.close();
      await harness.dispose();
      await rm(folder, { recursive: true });
    });

    async function boardWith(...updates: Uint8Array[]): Promise<BoardId> {
      const board = newBoard();
      await store.createBoard(board, bytes(1));
      for (const update of updates) await store.append(board.id, noClaims(update));
      return board.id;
    }

    describe('boards', () => {
      it('[STORE-1] a created board is read back whole, with its first document as version 1', async () => {
        const board = newBoard({ linkGenerations: { facilitator: 1, participant: 2, observer: 3 } });
        await store.createBoard(board, bytes(7, 8));
        expect(await store.readBoard(board.id)).toEqual(board);
        expect(await store.findBoardByCode(board.code)).toEqual(board);
        expect(await store.loadDocument(board.id)).toEqual({
          snapshot: null,
          updates: [bytes(7, 8)],
          version: 1,
          owners: new Map(),
        });
      });

      it('[STORE-1] what was never stored is null, empty or zero', async () => {
        const { id, code } = newBoard();
        expect(await store.readBoard(id)).toBeNull();
        expect(await store.findBoardByCode(code)).toBeNull();
        expect(await store.loadDocument(id)).toBeNull();
        expect(await store.wasDeleted(id)).toBe(false);
        expect(await store.listPeople(id)).toEqual([]);
        expect(await store.readPerson(id, newPersonId())).toBeNull();
        expect(await store.findPersonBySeat(id, 'none')).toBeNull();
        expect(await store.readAsset(id, newAssetId())).toBeNull();
        expect(await store.assetBytes(id)).toBe(0);
        expect(await store.listUntouchedSince(1e15)).toEqual([]);
      });

      it('[STORE-2] a second board with the same id or code is refused by name, and leaves the first and no document', async () => {
        const board = newBoard();
        await store.createBoard(board, bytes(1));
        await expect(store.createBoard(newBoard({ id: board.id }), bytes(2))).rejects.toMatchObject({
          name: 'AlreadyStoredError',
          what: 'board',
        });
        const other = newBoard({ code: board.code });
        await expect(store.createBoard(other, bytes(2))).rejects.toMatchObject({
          name: 'AlreadyStoredError',
          what: 'code',
        });
        expect(await store.readBoard(board.id)).toEqual(board);
        expect(await store.readBoard(other.id)).toBeNull();
        expect(await store.loadDocument(other.id)).toBeNull();
      });

      it('[STORE-2] of two boards created in one turn with the same code, the first gets it', async () => {
        const first = newBoard();
        const second = newBoard({ code: first.code });
        const results = await Promise.allSettled([
          store.createBoard(first, bytes(1)),
          store.createBoard(second, bytes(1)),
        ]);
        expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
        expect((await store.findBoardByCode(first.code))?.id).toBe(first.id);
      });

      it('[STORE-1] title, code and link generations change each by itself', async () => {
        const board = newBoard();
        await store.createBoard(board, bytes(1));
        await store.updateBoard(board.id, { title: 'New title' });
        await store.updateBoard(board.id, { linkGenerations: { facilitator: 2, participant: 5, observer: 9 } });
        await store.updateBoard(board.id, { code: 'fresh-code' });
        expect(await store.readBoard(board.id)).toEqual({
          ...board,
          title: 'New title',
          code: 'fresh-code',
          linkGenerations: { facilitator: 2, participant: 5, observer: 9 },
          touchedAtMs: now,
        });
        expect(await store.findBoardByCode(board.code)).toBeNull();
        expect((await store.findBoardByCode('fresh-code'))?.id).toBe(board.id);
      });

      it('[STORE-2] a board cannot take the code of another; keeping its own is no conflict', async () => {
        const [one, two] = [newBoard(), newBoard()];
        await store.createBoard(one, bytes(1));
        await store.createBoard(two, bytes(1));
        await expect(store.updateBoard(two.id, { code: one.code, title: 'x' })).rejects.toMatchObject({ what: 'code' });
        await store.updateBoard(two.id, { code: two.code });
        expect(await store.readBoard(two.id)).toEqual({ ...two, touchedAtMs: now });
      });

      it('[STORE-3] a write to a board that does not exist rejects and stores nothing', async () => {
        const { id } = newBoard();
        const refused = { name: 'NotStoredError' };
        await expect(store.updateBoard(id, { title: 'x' })).rejects.toMatchObject(refused);
        await expect(store.append(id, noClaims(bytes(1)))).rejects.toMatchObject(refused);
        await expect(store.compact(id, 0, bytes(1))).rejects.toMatchObject(refused);
        await expect(store.addPerson(newPerson(id))).rejects.toMatchObject(refused);
        await expect(store.updatePerson(id, newPersonId(), { name: 'x' })).rejects.toMatchObject(refused);
        await expect(
          store.putAsset({ id: newAssetId(), board: id, type: 'image/png', bytes: bytes(1), createdAtMs: 1 }),
        ).rejects.toMatchObject(refused);
        expect(await store.listPeople(id)).toEqual([]);
        expect(await store.loadDocument(id)).toBeNull();
      });
    });

    describe('deletion and retention', () => {
      it('[STORE-4] a deleted board leaves nothing but the memory of its id', async () => {
        const board = newBoard();
        const person = newPerson(board.id);
        const asset = { id: newAssetId(), board: board.id, type: 'image/png', bytes: bytes(1, 2), createdAtMs: 1 };
        await store.createBoard(board, bytes(1));
        await store.addPerson(person);
        await store.append(board.id, { update: bytes(2), claims: [{ clientId: 7, person: person.id }] });
        await store.compact(board.id, 2, bytes(12));
        await store.append(board.id, noClaims(bytes(3)));
        await store.putAsset(asset);

        await store.deleteBoard(board.id);

        expect(await store.wasDeleted(board.id)).toBe(true);
        expect(await store.readBoard(board.id)).toBeNull();
        expect(await store.findBoardByCode(board.code)).toBeNull();
        expect(await store.loadDocument(board.id)).toBeNull();
        expect(await store.listPeople(board.id)).toEqual([]);
        expect(await store.findPersonBySeat(board.id, person.seatHash)).toBeNull();
        expect(await store.readAsset(board.id, asset.id)).toBeNull();
        expect(await store.assetBytes(board.id)).toBe(0);
        expect(await store.listUntouchedSince(1e15)).toEqual([]);
      });

      it('[STORE-4] a deleted id is not given again, its code is free again, and deleting twice changes nothing', async () => {
        const board = newBoard();
        await store.createBoard(board, bytes(1));
        await store.deleteBoard(board.id);
        await store.deleteBoard(board.id);
        await expect(store.createBoard(newBoard({ id: board.id }), bytes(1))).rejects.toMatchObject({ what: 'board' });
        await store.createBoard(newBoard({ code: board.code }), bytes(1));
        const unknown = newBoard().id;
        await store.deleteBoard(unknown);
        expect(await store.wasDeleted(unknown)).toBe(false);
      });

      it('[STORE-4] deleting one board leaves the others as they are', async () => {
        const gone = await boardWith(bytes(2));
        const kept = await boardWith(bytes(3));
        await store.deleteBoard(gone);
        expect((await store.loadDocument(kept))?.updates).toEqual([bytes(1), bytes(3)]);
      });

      it('[STORE-3] of appends in one turn with a deletion, those before count and those after reject alone', async () => {
        const gone = await boardWith();
        const kept = await boardWith();
        const results = await Promise.allSettled([
          store.append(gone, noClaims(bytes(2))),
          store.deleteBoard(gone),
          store.append(gone, noClaims(bytes(3))),
          store.append(kept, noClaims(bytes(4))),
        ]);
        expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
        expect(await store.loadDocument(gone)).toBeNull();
        expect((await store.loadDocument(kept))?.updates).toEqual([bytes(1), bytes(4)]);
      });

      it('[STORE-5] every write by people counts as a touch, compaction and reading do not', async () => {
        const board = newBoard();
        await store.createBoard(board, bytes(1));
        const person = newPerson(board.id);
        const touches: ReadonlyArray<() => Promise<unknown>> = [
          () => store.append(board.id, noClaims(bytes(2))),
          () => store.addPerson(person),
          () => store.updatePerson(board.id, person.id, { name: 'B' }),
          () => store.updateBoard(board.id, { title: 'x' }),
          () =>
            store.putAsset({ id: newAssetId(), board: board.id, type: 'image/png', bytes: bytes(1), createdAtMs: 1 }),
        ];
        for (const touch of touches) {
          now += 10;
          await touch();
          expect((await store.readBoard(board.id))?.touchedAtMs).toBe(now);
        }
        const last = now;
        now += 10;
        await store.compact(board.id, 2, bytes(12));
        await store.loadDocument(board.id);
        expect((await store.readBoard(board.id))?.touchedAtMs).toBe(last);
      });

      it('[STORE-5] lists boards untouched since before a moment, longest untouched first, and not the others', async () => {
        const [a, b, c] = [
          newBoard({ touchedAtMs: 300 }),
          newBoard({ touchedAtMs: 100 }),
          newBoard({ touchedAtMs: 200 }),
        ];
        for (const board of [a, b, c]) await store.createBoard(board, bytes(1));
        expect(await store.listUntouchedSince(300)).toEqual([b.id, c.id]);
        expect(await store.listUntouchedSince(301)).toEqual([b.id, c.id, a.id]);
        await store.append(b.id, noClaims(bytes(2)));
        expect(await store.listUntouchedSince(300)).toEqual([c.id]);
      });
    });

    describe('people', () => {
      it('[STORE-1] people are found by id and by seat on their own board only, in the order in which they joined', async () => {
        const [here, there] = [await boardWith(), await boardWith()];
        const late = newPerson(here, { joinedAtMs: 3000, organization: null, kind: null });
        const early = newPerson(here, { joinedAtMs: 2000 });
        await store.addPerson(late);
        await store.addPerson(early);
        expect(await store.listPeople(here)).toEqual([early, late]);
        expect(await store.readPerson(here, late.id)).toEqual(late);
        expect(await store.findPersonBySeat(here, early.seatHash)).toEqual(early);
        expect(await store.readPerson(there, late.id)).toBeNull();
        expect(await store.findPersonBySeat(there, early.seatHash)).toBeNull();
        expect(await store.listPeople(there)).toEqual([]);
      });

      it('[STORE-2] a person or a seat exists once on a board', async () => {
        const board = await boardWith();
        const person = newPerson(board);
        await store.addPerson(person);
        await expect(store.addPerson(newPerson(board, { id: person.id }))).rejects.toMatchObject({ what: 'person' });
        await expect(store.addPerson(newPerson(board, { seatHash: person.seatHash }))).rejects.toMatchObject({
          what: 'seat',
        });
        expect(await store.listPeople(board)).toEqual([person]);
      });

      it('[STORE-1] a person changes field by field; a removed one is still found, marked', async () => {
        const board = await boardWith();
        const person = newPerson(board);
        await store.addPerson(person);
        await store.updatePerson(board, person.id, { name: 'Bea', color: '#000000' });
        await store.updatePerson(board, person.id, { role: 'observer', organization: null, kind: 'doer' });
        await store.updatePerson(board, person.id, { removedAtMs: 9000 });
        const changed = {
          ...person,
          name: 'Bea',
          color: '#000000',
          role: 'observer',
          organization: null,
          kind: 'doer',
          removedAtMs: 9000,
        };
        expect(await store.findPersonBySeat(board, person.seatHash)).toEqual(changed);
        await expect(store.updatePerson(board, newPersonId(), { name: 'x' })).rejects.toMatchObject({
          name: 'NotStoredError',
        });
      });
    });

    describe('documents', () => {
      it('[STORE-6] appends count up from the first document and come back in order, byte for byte', async () => {
        const board = await boardWith();
        const inside = Uint8Array.from({ length: 300 }, (_, index) => index % 256).subarray(40, 297);
        expect(await store.append(board, noClaims(inside))).toBe(2);
        expect(await store.append(board, noClaims(bytes()))).toBe(3);
        const large = new Uint8Array(300_000).fill(9);
        expect(await store.append(board, noClaims(large))).toBe(4);
        const document = await store.loadDocument(board);
        expect(document?.version).toBe(4);
        expect(document?.updates.map((update) => [...update])).toEqual([[1], [...inside], [], [...large]]);
      });

      it('[STORE-6] appends to many boards at once each keep their own order and numbers', async () => {
        const boards = await Promise.all(Array.from({ length: 20 }, () => boardWith()));
        const versions = await Promise.all(
          Array.from({ length: 15 }, (_, round) =>
            boards.map((board, index) => store.append(board, noClaims(bytes(index, round)))),
          ).flat(),
        );
        expect(versions).toEqual(Array.from({ length: 15 }, (_, round) => boards.map(() => round + 2)).flat());
        for (const [index, board] of boards.entries()) {
          const expected = [bytes(1), ...Array.from({ length: 15 }, (_, round) => bytes(index, round))];
          expect((await store.loadDocument(board))?.updates).toEqual(expected);
        }
      });

      it('[STORE-6] an append shows to readers only once it is acknowledged', async () => {
        const board = await boardWith();
        const appended = store.append(board, noClaims(bytes(2)));
        expect((await store.loadDocument(board))?.version).toBe(1);
        await appended;
        expect((await store.loadDocument(board))?.version).toBe(2);
      });

      it('[STORE-7] a client id belongs to the person who claimed it first, on this board, for good', async () => {
        const [here, there] = [await boardWith(), await boardWith()];
        const [a, b] = [newPersonId(), newPersonId()];
        await store.append(here, {
          update: bytes(2),
          claims: [
            { clientId: 4_294_967_295, person: a },
            { clientId: 5, person: a },
          ],
        });
        await store.append(here, {
          update: bytes(3),
          claims: [
            { clientId: 5, person: b },
            { clientId: 6, person: b },
          ],
        });
        await store.append(there, { update: bytes(4), claims: [{ clientId: 5, person: b }] });
        await store.compact(here, 3, bytes(123));
        expect((await store.loadDocument(here))?.owners).toEqual(
          new Map([
            [4_294_967_295, a],
            [5, a],
            [6, b],
          ]),
        );
        expect((await store.loadDocument(there))?.owners).toEqual(new Map([[5, b]]));
      });

      it('[STORE-8] compaction replaces what it contains and keeps what came after', async () => {
        const board = await boardWith(bytes(2), bytes(3), bytes(4));
        await store.compact(board, 3, bytes(123));
        expect(await store.loadDocument(board)).toEqual({
          snapshot: bytes(123),
          updates: [bytes(4)],
          version: 4,
          owners: new Map(),
        });
        await store.compact(board, 4, bytes(124));
        expect(await store.loadDocument(board)).toEqual({
          snapshot: bytes(124),
          updates: [],
          version: 4,
          owners: new Map(),
        });
        expect(await store.append(board, noClaims(bytes(5)))).toBe(5);
        expect(await store.loadDocument(board)).toEqual({
          snapshot: bytes(124),
          updates: [bytes(5)],
          version: 5,
          owners: new Map(),
        });
      });

      it('[STORE-8] compaction to a version that was never reached, or before the last one, is refused and changes nothing', async () => {
        const board = await boardWith(bytes(2), bytes(3));
        await store.compact(board, 2, bytes(12));
        await expect(store.compact(board, 4, bytes(99))).rejects.toBeInstanceOf(RangeError);
        await expect(store.compact(board, 1, bytes(99))).rejects.toBeInstanceOf(RangeError);
        expect(await store.loadDocument(board)).toEqual({
          snapshot: bytes(12),
          updates: [bytes(3)],
          version: 3,
          owners: new Map(),
        });
      });

      it('[STORE-8] compaction in one turn with appends takes the appends before it and leaves those after', async () => {
        const board = await boardWith();
        await Promise.all([
          store.append(board, noClaims(bytes(2))),
          store.compact(board, 2, bytes(12)),
          store.append(board, noClaims(bytes(3))),
        ]);
        expect(await store.loadDocument(board)).toMatchObject({ snapshot: bytes(12), updates: [bytes(3)], version: 3 });
      });

      it('[STORE-6] what a caller does with its bytes afterwards changes nothing in the store', async () => {
        const mine = bytes(1, 2, 3);
        const board = await boardWith(mine);
        mine.fill(0);
        const read = await store.loadDocument(board);
        read?.updates[1]?.fill(9);
        expect((await store.loadDocument(board))?.updates[1]).toEqual(bytes(1, 2, 3));
      });
    });

    describe('assets', () => {
      it('[STORE-9] pictures come back byte for byte on their own board and are counted', async () => {
        const [here, there] = [await boardWith(), await boardWith()];
        const large = {
          id: newAssetId(),
          board: here,
          type: 'image/png',
          bytes: new Uint8Array(1_000_000).fill(7),
          createdAtMs: 1,
        };
        const small = { id: newAssetId(), board: here, type: 'image/webp', bytes: bytes(1, 2, 3), createdAtMs: 2 };
        await store.putAsset(large);
        await store.putAsset(small);
        expect(await store.readAsset(here, small.id)).toEqual(small);
        const read = await store.readAsset(here, large.id);
        expect(read && Buffer.compare(read.bytes, large.bytes)).toBe(0);
        expect(await store.assetBytes(here)).toBe(1_000_003);
        expect(await store.readAsset(there, large.id)).toBeNull();
        expect(await store.assetBytes(there)).toBe(0);
      });

      it('[STORE-9] a stored picture never changes', async () => {
        const board = await boardWith();
        const asset = { id: newAssetId(), board, type: 'image/png', bytes: bytes(1), createdAtMs: 1 };
        await store.putAsset(asset);
        await store.putAsset({ ...asset, bytes: bytes(2, 2) });
        expect(await store.readAsset(board, asset.id)).toEqual(asset);
        expect(await store.assetBytes(board)).toBe(1);
      });
    });

    describe('the whole', () => {
      it('[STORE-10] the installation secret is 32 bytes, random, and always the same', async () => {
        const [one, two] = await Promise.all([store.installationSecret(), store.installationSecret()]);
        expect(one).toHaveLength(32);
        expect(two).toEqual(one);
        expect(await store.installationSecret()).toEqual(one);
        expect(new Set(one).size).toBeGreaterThan(8);
      });

      it('[STORE-11] closing commits what waits; writes afterwards reject', async () => {
        const board = await boardWith();
        const waiting = store.append(board, noClaims(bytes(2)));
        await store.close();
        expect(await waiting).toBe(2);
        await expect(store.append(board, noClaims(bytes(3)))).rejects.toThrow('closed');
        await store.close();
        store = await harness.open(() => now);
        if (harness.isDurable) expect((await store.loadDocument(board))?.updates).toEqual([bytes(1), bytes(2)]);
      });

      it('[STORE-11] a durable store comes back from a close with everything it had', async () => {
        if (!harness.isDurable) return;
        const board = newBoard();
        const person = newPerson(board.id);
        const asset = { id: newAssetId(), board: board.id, type: 'image/png', bytes: bytes(1), createdAtMs: 1 };
        await store.createBoard(board, bytes(1));
        await store.addPerson(person);
        await store.putAsset(asset);
        await store.append(board.id, { update: bytes(2), claims: [{ clientId: 3, person: person.id }] });
        await store.compact(board.id, 1, bytes(11));
        const deleted = await boardWith();
        await store.deleteBoard(deleted);
        const [before, secret] = [await store.loadDocument(board.id), await store.installationSecret()];
        await store.close();

        store = await harness.open(() => now);
        expect(await store.loadDocument(board.id)).toEqual(before);
        expect(await store.readBoard(board.id)).toEqual({ ...board, touchedAtMs: now });
        expect(await store.listPeople(board.id)).toEqual([person]);
        expect(await store.readAsset(board.id, asset.id)).toEqual(asset);
        expect(await store.installationSecret()).toEqual(secret);
        expect(await store.wasDeleted(deleted)).toBe(true);
        expect(await store.append(board.id, noClaims(bytes(3)))).toBe(3);
      });

      it('[STORE-12] a backup taken while people write is complete up to one moment, with the same secret', async () => {
        const board = await boardWith(new Uint8Array(2_000_000).fill(5));
        const secret = await store.installationSecret();
        const file = path.join(folder, 'copy');
        let isDone = false;
        const backup = store.backup(file).finally(() => (isDone = true));
        let written = 2;
        do written = await store.append(board, noClaims(bytes(written % 256)));
        while (!isDone);
        await backup;

        const original = await store.loadDocument(board);
        const copy = await harness.openCopy(file);
        const copied = await copy.loadDocument(board);
        expect(await copy.installationSecret()).toEqual(secret);
        expect(await copy.readBoard(board)).toMatchObject({ id: board });
        await copy.close();
        expect(copied?.version).toBeGreaterThanOrEqual(2);
        expect(copied?.updates.length).toBe(copied?.version);
        expect(
          original &&
            copied &&
            Buffer.compare(Buffer.concat(original.updates.slice(0, copied.version)), Buffer.concat(copied.updates)),
        ).toBe(0);
      });

      it('[STORE-12] a backup never writes over a file', async () => {
        const file = path.join(folder, 'copy');
        await store.backup(file);
        await expect(store.backup(file)).rejects.toThrow('exist');
        await (await harness.openCopy(file)).close();
      });
    });
  });
}
