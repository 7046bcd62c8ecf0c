/** What a store promises about closing, reopening, backup and the secret. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytes, newAssetId, newBoard, newPerson, noClaims } from './rows.ts';
import type { StoreSubject } from './StoreSubject.ts';

export function wholePromises(subject: StoreSubject): void {
  describe('the whole', () => {
    it('[STORE-10] the installation secret is 32 bytes, random, and always the same', async () => {
      const [one, two] = await Promise.all([subject.store.installationSecret(), subject.store.installationSecret()]);
      expect(one).toHaveLength(32);
      expect(two).toEqual(one);
      expect(await subject.store.installationSecret()).toEqual(one);
      expect(new Set(one).size).toBeGreaterThan(8);
    });

    it('[OPS-11] says about how much it keeps, and what is deleted does not count', async () => {
      const before = await subject.store.storedBytes();
      const board = await subject.boardWith();
      const picture = {
        id: newAssetId(),
        board,
        type: 'image/png',
        bytes: new Uint8Array(400_000).fill(7),
        createdAtMs: 1,
      };
      await subject.store.putAsset(picture);
      const grown = (await subject.store.storedBytes()) - before;
      // what finds room in pages that are there already counts nothing
      expect(grown).toBeGreaterThanOrEqual(390_000);
      expect(grown).toBeLessThan(500_000);
      await subject.store.deleteBoard(board);
      expect(Math.abs((await subject.store.storedBytes()) - before)).toBeLessThan(50_000);
    });

    it('[STORE-11] closing commits what waits; writes afterwards reject', async () => {
      const board = await subject.boardWith();
      const waiting = subject.store.append(board, noClaims(bytes(2)));
      await subject.store.close();
      expect(await waiting).toBe(2);
      await expect(subject.store.append(board, noClaims(bytes(3)))).rejects.toThrow('closed');
      await subject.store.close();
      await subject.reopen();
      if (subject.harness.isDurable)
        expect((await subject.store.loadDocument(board))?.updates).toEqual([bytes(1), bytes(2)]);
    });

    it('[STORE-11] a durable store comes back from a close with everything it had', async () => {
      if (!subject.harness.isDurable) return;
      const board = newBoard();
      const person = newPerson(board.id);
      const asset = { id: newAssetId(), board: board.id, type: 'image/png', bytes: bytes(1), createdAtMs: 1 };
      await subject.store.createBoard(board, bytes(1));
      await subject.store.addPerson(person);
      await subject.store.putAsset(asset);
      await subject.store.append(board.id, { update: bytes(2), claims: [{ clientId: 3, person: person.id }] });
      await subject.store.compact(board.id, 1, bytes(11));
      const deleted = await subject.boardWith();
      await subject.store.deleteBoard(deleted);
      const [before, secret] = [await subject.store.loadDocument(board.id), await subject.store.installationSecret()];
      await subject.store.close();

      await subject.reopen();
      expect(await subject.store.loadDocument(board.id)).toEqual(before);
      expect(await subject.store.readBoard(board.id)).toEqual({ ...board, touchedAtMs: subject.now });
      expect(await subject.store.listPeople(board.id)).toEqual([person]);
      expect(await subject.store.readAsset(board.id, asset.id)).toEqual(asset);
      expect(await subject.store.installationSecret()).toEqual(secret);
      expect(await subject.store.absenceOf(deleted)).toBe('deleted');
      expect(await subject.store.append(board.id, noClaims(bytes(3)))).toBe(3);
    });

    it('[STORE-12] a backup taken while people write is complete up to one moment, with the same secret', async () => {
      const board = await subject.boardWith(new Uint8Array(2_000_000).fill(5));
      const secret = await subject.store.installationSecret();
      const file = path.join(subject.folder, 'copy');
      const running = { isDone: false };
      const backup = subject.store.backup(file).finally(() => (running.isDone = true));
      let written = 2;
      do written = await subject.store.append(board, noClaims(bytes(written % 256)));
      while (!running.isDone);
      await backup;

      const original = await subject.store.loadDocument(board);
      const copy = await subject.harness.openCopy(file);
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
      const file = path.join(subject.folder, 'copy');
      await subject.store.backup(file);
      await expect(subject.store.backup(file)).rejects.toThrow('exist');
      await (await subject.harness.openCopy(file)).close();
    });
  });
}
