import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  DamagedBoards,
  breakLast,
  canvas,
  content,
  damagedTables,
  goesWith,
  partOf,
  readAside,
  readOnly,
  readable,
  shapes,
  told,
  wholeCounts,
} from '#server/testing/DamagedBoards.ts';
import {
  closedVote,
  fullBoard,
  kindsOfDamage,
  openVote,
  people,
  snapshotId,
  steps,
} from '#server/testing/fullBoard.ts';
import { summedColumns } from './rowSums.ts';
import type { Database } from '#server/store/sqlite/Database.ts';
const boards = new DamagedBoards();
beforeAll(() => boards.write());
afterEach(() => boards.closeStores());
afterAll(() => boards.remove());

/** By these a row is found. */
const keys: readonly string[] = ['id', 'version', 'client_id', 'hash', 'snapshot', 'round'];
const cases = damagedTables.flatMap((table) =>
  summedColumns[table]
    .filter((column) => column !== 'board' && (table === 'devices' || !keys.includes(column)))
    .flatMap((column) => Object.keys(kindsOfDamage).map((kind) => ({ table, column, kind }))),
);

describe('a row that is not what was written', () => {
  it.each(cases)('[STORE-19] [STORE-20] $table, $column: $kind', async ({ table, column, kind }) => {
    const part = partOf[table];
    const o = await boards.damaged((database) => breakLast(database, table, column, kind));
    const peer = await o.t.join({ person: 2 });

    expect(peer.closed).toBeNull();
    expect(peer.isSynced).toBe(true);
    // pictures, claims and what a snapshot holds are looked at when they are asked for, or thoroughly
    const aside = await o.store.checkBoard(fullBoard, true);
    expect(aside.map((row) => row.part)).toContain(part);
    const now = await readable(o.store);
    const others = Object.keys(wholeCounts).filter((name) => name !== part && !goesWith[part]?.includes(name));
    for (const name of others) expect([name, now[name]]).toEqual([name, wholeCounts[name as keyof typeof wholeCounts]]);
    // a seat is of a person who is still listed
    const fewer = table === 'seats' ? 0 : 1;
    if (part in wholeCounts) expect(now[part]).toBe(wholeCounts[part as keyof typeof wholeCounts] - fewer);
    expect(readOnly(peer)).toBe(part === 'document' ? 'damaged' : null);
    if (part !== 'document') expect(content(peer.doc)).toEqual(content(boards.wholeDoc));
    expect(readAside(o.file, part)).toBeGreaterThan(0);
  });

  it('[STORE-16] a board of before there were sums is read as it is, and gets them', async () => {
    const o = await boards.damaged((database) => {
      for (const table of damagedTables) database.exec(`UPDATE ${table} SET sum = NULL`);
    });
    const peer = await o.t.join({ person: 1 });
    expect(content(peer.doc)).toEqual(content(boards.wholeDoc));
    expect(await o.store.checkBoard(fullBoard, true)).toEqual([]);
    canvas(peer.doc).set('shape:new', new Y.Map([['pos', [0, 0, 0]]]));
    await o.t.settle();
    expect(shapes(await o.t.stored())).toContain('shape:new');
  });
});

describe('what is as it was written, and nobody understands', () => {
  const nonsense = (database: Database, table: string, set: string, where = 'true'): void =>
    database.exec(`UPDATE ${table} SET ${set}, sum = NULL WHERE ${where}`);

  it('[STORE-20] an agenda, a round and a ballot are set aside; the rest opens', async () => {
    const o = await boards.damaged((database) => {
      nonsense(database, 'sessions', `session = '{'`);
      nonsense(database, 'rounds', `content = '{"kind":"no such"}'`, `id = '${closedVote}'`);
      nonsense(database, 'sealed', `content = '{"ideas":3}'`, `person = '${people[0]}'`);
    });
    const peer = await o.t.join();
    expect(content(peer.doc)).toEqual(content(boards.wholeDoc));
    expect(readOnly(peer)).toBeNull();
    expect((await o.store.listSetAside(fullBoard)).map(({ part }) => part).toSorted()).toEqual([
      'agenda',
      'ballots',
      'rounds',
    ]);
    expect(told(peer, 'rounds').at(-1)).toMatchObject({ rounds: [{ id: openVote, cast: 1 }] });
  });

  it('[SEALED-10] [STORE-20] what was set aside of a ballot goes with the end of its vote, and names nobody', async () => {
    const o = await boards.damaged((database) => breakLast(database, 'sealed', 'content', 'flipped'));
    await o.t.join({ person: 1, role: 'facilitator' });
    expect(await o.store.listSetAside(fullBoard)).toMatchObject([{ part: 'ballots', id: openVote }]);
    await o.sealed.end(fullBoard, openVote, { to: 'closed' }, '2026-03-01');
    expect(await o.store.listSetAside(fullBoard)).toEqual([]);
  });
});

describe('a snapshot of which a part is damaged', () => {
  it('[STORE-20] is not turned back to, and is offered no more', async () => {
    const o = await boards.damaged((database) => breakLast(database, 'snapshot_chunks', 'bytes', 'flipped'));
    await expect(o.store.readSnapshot(fullBoard, snapshotId)).rejects.toMatchObject({ name: 'DamagedError' });
    expect(await o.store.listSnapshots(fullBoard)).toEqual([]);
    expect(new Set((await o.store.listSetAside(fullBoard)).map(({ part }) => part))).toEqual(
      new Set(['snapshots', 'losses']),
    );
  });
});

describe('the secret of the installation', () => {
  it.each(Object.keys(kindsOfDamage))(
    '[STORE-10] %s: the server says so instead of ending every link',
    async (kind) => {
      const o = await boards.damaged((database) => breakLast(database, 'installation', 'secret', kind));
      await expect(o.store.installationSecret()).rejects.toThrow('the secret of this installation is damaged');
    },
  );
});

describe('the sum of a row', () => {
  it('[STORE-19] is of all columns that count: the same text in another column is another row', async () => {
    const o = await boards.damaged((database) =>
      database.exec(`UPDATE people SET organization = NULL, kind = organization WHERE id = '${people[1]}'`),
    );
    expect((await o.store.listPeople(fullBoard)).map(({ id }) => id)).toEqual([people[0]]);
    expect(steps.length).toBe(5);
  });
});
