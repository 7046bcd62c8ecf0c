import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  DamagedBoards,
  canvas,
  content,
  goOn,
  readOnly,
  shapes,
  told,
  versionOf,
} from '#server/testing/DamagedBoards.ts';
import { fullBoard } from '#server/testing/fullBoard.ts';
import type { Database } from '#server/store/sqlite/Database.ts';
const boards = new DamagedBoards();
beforeAll(() => boards.write());
afterEach(() => boards.closeStores());
afterAll(() => boards.remove());

describe('a document of which something is gone', () => {
  const forget = (versions: readonly number[]) => (database: Database) => {
    for (const version of versions) database.exec(`DELETE FROM journal WHERE version = ${version}`);
  };
  const forgetState = (database: Database): void => database.exec('DELETE FROM snapshots');
  /** `left` is there at once, `later` comes when it is decided that the lost is gone: it waited for its turn only. */
  interface Gone {
    readonly change: (database: Database) => void;
    readonly left: readonly string[];
    readonly later: readonly string[];
  }
  const both = (versions: readonly number[]) => (database: Database) => {
    forget(versions)(database);
    forgetState(database);
  };
  const losses: readonly (readonly [name: string, gone: Gone])[] = [
    ['the first row after the state', { change: forget([4]), left: ['shape:a1', 'shape:b1'], later: ['shape:a3'] }],
    ['a row in the middle', { change: forget([5]), left: ['shape:a1', 'shape:a2', 'shape:a3', 'shape:b1'], later: [] }],
    ['the last row', { change: forget([6]), left: ['shape:a1', 'shape:a2', 'shape:b1'], later: [] }],
    ['every row after the state', { change: forget([4, 5, 6]), left: ['shape:a1', 'shape:b1'], later: [] }],
    ['the state', { change: forgetState, left: [], later: ['shape:a2', 'shape:a3'] }],
    ['everything', { change: both([4, 5, 6]), left: [], later: [] }],
    ['everything but the last row', { change: both([4, 5]), left: [], later: ['shape:a3'] }],
  ];

  it.each(losses)(
    '[STORE-21] %s: what is whole is there, and nothing is written on top',
    async (_, { change, left, later }) => {
      const o = await boards.damaged(change);
      const before = await versionOf(o.store);
      const peer = await o.t.join({ person: 2 });
      expect(peer.isSynced).toBe(true);
      expect(readOnly(peer)).toBe('damaged');
      expect(shapes(peer.doc)).toEqual(left);

      canvas(peer.doc).set('shape:new', new Y.Map([['pos', [0, 0, 0]]]));
      await o.t.settle();
      expect(await versionOf(o.store)).toBe(before);
      expect(told(peer, 'refused')).toEqual([]);
      const refused = expect(
        o.t.relay.change(fullBoard, (doc) => canvas(doc).set('shape:server', new Y.Map())),
      ).rejects.toMatchObject({ name: 'DamagedError' });
      await o.t.settle();
      await refused;
      expect(await versionOf(o.store)).toBe(before);

      await goOn(o);
      expect(readOnly(peer)).toBeNull();
      expect(shapes(await o.t.stored())).toEqual([...left, ...later, 'shape:new'].toSorted());
      expect(await o.store.checkBoard(fullBoard)).toEqual([]);
    },
  );

  it.each(losses)('[STORE-22] %s: a device that has it brings all of it back', async (_, { change }) => {
    const o = await boards.damaged(change);
    const empty = await o.t.join({ person: 1 });
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(boards.wholeDoc));
    const returning = await o.t.join({ person: 2, doc: copy });
    await o.t.settle();
    expect(content(empty.doc)).toEqual(content(boards.wholeDoc));
    expect(content(await o.t.stored())).toEqual(content(boards.wholeDoc));
    expect([returning.closed, told(returning, 'refused')]).toEqual([null, []]);
    await goOn(o);
    expect(content(await o.t.stored())).toEqual(content(boards.wholeDoc));
  });

  it('[STORE-22] what waited for a lost row comes by itself when a device brings only that one back', async () => {
    const older = await (await boards.damaged(() => {})).store.loadDocument(fullBoard);
    const copy = new Y.Doc();
    for (const update of [older?.snapshot, older?.updates[0]]) if (update) Y.applyUpdate(copy, update);
    const o = await boards.damaged(forget([4]));
    const other = await o.t.join({ person: 1 });
    expect(shapes(other.doc)).toEqual(['shape:a1', 'shape:b1']);
    await o.t.join({ person: 2, doc: copy });
    await o.t.settle();
    expect(content(other.doc)).toEqual(content(boards.wholeDoc));
    expect(content(await o.t.stored())).toEqual(content(boards.wholeDoc));
  });

  it('[STORE-21] it stays so over a restart, and the second opening finds nothing new', async () => {
    const o = await boards.damaged(forget([4]));
    await o.t.join();
    const aside = await o.store.checkBoard(fullBoard);
    await o.t.relay.stop();
    await o.store.close();
    const again = await boards.open(o.file);
    const peer = await again.t.join();
    expect(readOnly(peer)).toBe('damaged');
    expect(await again.store.checkBoard(fullBoard)).toEqual(aside);
    // what builds on the lost row waits still
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(boards.wholeDoc));
    await again.t.join({ person: 2, doc: copy });
    await again.t.settle();
    expect(content(peer.doc)).toEqual(content(boards.wholeDoc));
  });

  it('[STORE-21] on a full disk it opens all the same, nothing is written, and it is set aside when there is room', async () => {
    const o = await boards.damaged(forget([5]));
    o.t.store.isFull = true;
    const peer = await o.t.join();
    expect(readOnly(peer)).toBe('damaged');
    expect(await o.store.listSetAside(fullBoard)).toEqual([]);
    // there is room again, and nobody is here: nothing is put in place of what could not be set aside
    o.t.store.isFull = false;
    peer.disconnect();
    await o.t.settle(31_000);
    expect((await o.store.loadDocument(fullBoard))?.versions).toEqual([4, 6]);
    await o.t.rejoin(peer);
    expect((await o.store.listSetAside(fullBoard)).map(({ id, reason }) => [id, reason])).toEqual([['5', 'missing']]);
  });

  it('[STORE-22] after a facilitator decided, what comes too late is refused by its right name', async () => {
    const o = await boards.damaged(forget([5]));
    await o.t.join({ person: 1, role: 'facilitator' });
    await goOn(o);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(boards.wholeDoc));
    const late = await o.t.join({ person: 1, doc: copy });
    expect(told(late, 'refused')).toMatchObject([{ code: 'lost' }]);
  });

  it('[STORE-19] a state and rows that are as they were written and still no updates are damage, too', async () => {
    const o = await boards.damaged((database) => {
      database.exec(`UPDATE journal SET entry = x'ff00ff00ff', sum = NULL WHERE version = 5`);
      database.exec(`UPDATE snapshots SET state = x'0000', sum = NULL`);
    });
    const peer = await o.t.join();
    expect(readOnly(peer)).toBe('damaged');
    const aside = await o.store.listSetAside(fullBoard);
    expect(aside.filter(({ reason }) => reason === 'damaged').map(({ id }) => id)).toEqual(['3', '5']);
  });
});
