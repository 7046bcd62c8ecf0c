import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  content,
  DamagedBoards,
  damagedTables,
  goesWith,
  partOf,
  readable,
  readOnly,
  wholeCounts,
} from '#server/testing/DamagedBoards.ts';
import {
  assetId,
  fullBoard,
  loseRowsSql,
  openVote,
  pastTalliesSql,
  people,
  snapshotId,
} from '#server/testing/fullBoard.ts';
import type { Database } from '#server/store/sqlite/Database.ts';
import { isTallied, talliedTables } from './RowTallies.ts';

const boards = new DamagedBoards();
beforeAll(() => boards.write());
afterEach(() => boards.closeStores());
afterAll(() => boards.remove());

const tallied = damagedTables.filter(isTallied);
const key = (database: Database, table: string): string =>
  database
    .pluck<[], string>(`SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk DESC LIMIT 1`)
    .get() ?? '';
const ways: Readonly<Record<string, (database: Database, table: string) => void>> = {
  'one row': (database, table) => {
    const column = key(database, table);
    database.exec(loseRowsSql(table, `${column} = (SELECT max(${column}) FROM ${table})`));
  },
  'all rows': (database, table) => database.exec(loseRowsSql(table)),
};

describe('rows that are gone as a whole', () => {
  const cases = tallied.flatMap((table) => Object.keys(ways).map((way) => ({ table, way })));

  it.each(cases)('[STORE-26] $table, $way: told once, and everything else is as it was', async ({ table, way }) => {
    const part = partOf[table];
    const o = await boards.damaged((database) => ways[way]?.(database, table));
    const peer = await o.t.join({ person: 2 });

    expect([peer.closed, peer.isSynced, readOnly(peer)]).toEqual([null, true, null]);
    expect(content(peer.doc)).toEqual(content(boards.wholeDoc));
    const aside = await o.store.checkBoard(fullBoard, true);
    expect(aside.filter(({ reason }) => reason === 'missing').map((row) => row.part)).toContain(part);
    const now = await readable(o.store);
    for (const name of Object.keys(wholeCounts).filter((other) => other !== part && !goesWith[part]?.includes(other)))
      expect([name, now[name]]).toEqual([name, wholeCounts[name as keyof typeof wholeCounts]]);

    await o.t.relay.stop();
    await o.store.close();
    const again = await boards.open(o.file);
    await again.t.join({ person: 2 });
    expect(await again.store.checkBoard(fullBoard, true)).toEqual(aside);
  });

  it.each(tallied.filter((table) => talliedTables[table] !== 'thorough'))(
    '[STORE-26] %s: the opening of the board finds it',
    async (table) => {
      const o = await boards.damaged((database) => database.exec(loseRowsSql(table)));
      await o.t.join({ person: 2 });
      expect((await o.store.listSetAside(fullBoard)).map(({ part, reason }) => [part, reason])).toContainEqual([
        partOf[table],
        'missing',
      ]);
    },
  );

  it('[STORE-26] a row that is there as it was some time ago is told as well', async () => {
    const o = await boards.damaged((database) =>
      database.exec(
        pastTalliesSql(`UPDATE ratings SET stake = 1, sum = row_sum('ratings', board, organization, influence, 1)`),
      ),
    );
    expect(await o.store.checkBoard(fullBoard)).toMatchObject([{ part: 'ratings', reason: 'missing' }]);
  });

  it('[STORE-26] a tally that is damaged itself, or gone, is no alarm, and what goes later is told', async () => {
    for (const damage of ['UPDATE row_tallies SET number = number + 1', 'DELETE FROM row_tallies']) {
      const o = await boards.damaged((database) => database.exec(damage));
      expect(await o.store.checkBoard(fullBoard, true)).toEqual([]);
      await o.store.close();
      boards.look(o.file, (database) => database.exec(loseRowsSql('people')));
      const again = await boards.open(o.file);
      expect((await again.store.checkBoard(fullBoard)).map(({ part }) => part)).toEqual(['people', 'people']);
    }
  });
});

describe('rows that somebody took away', () => {
  it('[STORE-26] every table with rows of a board is counted, or stands here with its reason', async () => {
    const o = await boards.damaged((database) => {
      const tables = database
        .pluck<[], string>(
          `SELECT tables.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
           WHERE tables.type = 'table' AND columns.name = 'board' ORDER BY 1`,
        )
        .all();
      // versions tell what is missing of a document, and what was set aside is not used any more
      const others = ['journal', 'snapshots', 'set_aside', 'row_tallies'];
      expect(tables).toEqual([...Object.keys(talliedTables), ...others].toSorted());
    });
    await o.store.close();
  });

  it('[STORE-26] what a person, the server or the end of a board takes away is no alarm', async () => {
    const { store } = await boards.damaged(() => {});
    const [ana, ben] = people;
    if (ana === undefined || ben === undefined) throw new Error('there are two people');
    await store.updatePerson(fullBoard, ben, { name: 'Benno' });
    await store.markPerson(fullBoard, ben, 'keptOut', false);
    await store.updateDoor(fullBoard, { isClosed: false });
    await store.writeRating(fullBoard, 'Tenants Union', null);
    await store.writeRating(fullBoard, 'City', { influence: 1, stake: 1 });
    await store.writeRating(fullBoard, 'City', { influence: 2, stake: 1 });
    await store.putAsset({
      id: assetId,
      board: fullBoard,
      type: 'image/png',
      bytes: new Uint8Array(3),
      createdAtMs: 1,
    });
    await store.writeWorkshop(fullBoard, '{}');
    await store.deleteSnapshots(fullBoard, [snapshotId]);
    await store.endActivity(
      fullBoard,
      openVote,
      { endedAtMs: 9, content: '{}', due: null, record: '{}' },
      await store.listSealed(fullBoard, openVote),
    );
    await store.settleActivity(fullBoard, openVote);
    expect(await store.checkBoard(fullBoard, true)).toEqual([]);
    await store.deleteBoard(fullBoard);
    await store.close();
  });

  it('[STORE-26] a deleted board leaves no tallies, and its key may be that of another', async () => {
    const o = await boards.damaged(() => {});
    await o.store.deleteBoard(fullBoard);
    await o.store.close();
    const count = boards.look(o.file, (database) =>
      database.pluck<[], number>('SELECT count(*) FROM row_tallies').get(),
    );
    expect(count).toBe(0);
  });

  it('[STORE-16] [STORE-26] a file from before there were tallies gets them at its opening, with what is there', async () => {
    const o = await boards.damaged((database) => {
      const triggers = database
        .pluck<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'tally%'`)
        .all();
      for (const trigger of triggers) database.exec(`DROP TRIGGER ${trigger}`);
      database.exec(`DROP TABLE row_tallies; DELETE FROM people WHERE id = '${people[1]}'`);
    });
    expect(await o.store.checkBoard(fullBoard, true)).toEqual([]);
    await o.store.close();
    boards.look(o.file, (database) => database.exec(loseRowsSql('people')));
    const again = await boards.open(o.file);
    expect(await again.store.checkBoard(fullBoard)).toMatchObject([{ part: 'people', reason: 'missing' }]);
  });
});
