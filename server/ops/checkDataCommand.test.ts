import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damagedCopy, fullBoard, loseRowsSql, openFile, writeFullBoard } from '#server/testing/fullBoard.ts';
import { runCommand } from '#server/testing/runCommand.ts';
import type { Database } from '../store/sqlite/Database.ts';
import { databaseFile } from '../store/sqlite/DataFolder.ts';
import { openSqliteStore } from '../store/sqlite/openSqliteStore.ts';

const root = mkdtempSync(path.join(tmpdir(), 'roundtable-checked-'));
const whole = path.join(root, 'whole.sqlite');
let count = 0;

beforeAll(() => writeFullBoard(whole));
afterAll(() => rmSync(root, { recursive: true }));

/** A data folder in whose database `change` was done past the store. */
function folderWith(change: (database: Database) => void = () => {}): string {
  const folder = path.join(root, `data${++count}`);
  mkdirSync(folder);
  damagedCopy(whole, databaseFile(folder), change);
  return folder;
}

const checkData = (dataDir: string, ...words: string[]) => runCommand('checkData', words, { DATA_DIR: dataDir });

const spoil = (database: Database): void => {
  database.exec(`DELETE FROM journal WHERE version = 5`);
  database.exec(`UPDATE assets SET bytes = zeroblob(300)`);
  database.exec(`UPDATE sessions SET session = '{}'`);
};

describe('npm run check-data', () => {
  it('[STORE-24] a whole folder: one sentence, 0', async () => {
    expect(await checkData(folderWith())).toMatchObject({
      code: 0,
      said: 'Looked at 1 board. Everything is what was written.\n',
    });
  });

  it('[STORE-24] [STORE-26] says what is gone as a whole: rows of a board, and a board', async () => {
    const people = await checkData(folderWith((database) => database.exec(loseRowsSql('people'))));
    expect([people.code, people.said]).toEqual([1, expect.stringContaining('people, who have to join again')]);
    const board = await checkData(folderWith((database) => database.exec(loseRowsSql('boards'))));
    expect(board).toMatchObject({ code: 1, said: expect.stringContaining('1 board is gone from the database') });
  });

  it('[STORE-24] names what is damaged while the server runs, and changes nothing; with --repair the rest opens', async () => {
    const folder = folderWith(spoil);
    const server = openSqliteStore({ folder, nowMs: () => 5000 });
    const before = readFileSync(databaseFile(folder));
    const { code, said } = await checkData(folder);
    expect(code).toBe(1);
    expect(said).toContain(`Board ${fullBoard} (“Housing in the valley”): `);
    for (const words of ['its agenda', 'pictures', 'its content (change 5 is missing)', 'Nothing was changed.'])
      expect(said).toContain(words);
    expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);

    const refused = await checkData(folder, '--repair');
    expect([refused.code, refused.said]).toEqual([2, expect.stringContaining('is in use by another Roundtable')]);
    await server.close();

    const repaired = await checkData(folder, '--repair');
    expect([repaired.code, repaired.said]).toEqual([0, expect.stringContaining('It is set aside')]);
    const store = openFile(databaseFile(folder));
    expect(new Set((await store.listSetAside(fullBoard)).map(({ part }) => part))).toEqual(
      new Set(['agenda', 'document', 'pictures']),
    );
    expect((await store.loadDocument(fullBoard))?.faults).toEqual([]);
    await store.close();
  });

  it('[STORE-24] [STORE-10] a damaged secret is named, and replaced with --repair only', async () => {
    const folder = folderWith((database) => database.exec(`UPDATE installation SET secret = zeroblob(32)`));
    const found = await checkData(folder);
    expect([found.code, found.said]).toEqual([1, expect.stringContaining('The secret of the installation')]);
    const still = openFile(databaseFile(folder));
    await expect(still.installationSecret()).rejects.toThrow('is damaged');
    await still.close();
    expect((await checkData(folder, '--repair')).code).toBe(0);
    const store = openFile(databaseFile(folder));
    expect(await store.installationSecret()).toHaveLength(32);
    await store.close();
  });

  it('[STORE-24] a file whose structure is torn: the backup is named as the way on', async () => {
    const folder = folderWith();
    const file = openSync(databaseFile(folder), 'r+');
    for (let page = 4; page < 9; page++) writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
    closeSync(file);
    for (const args of [[], ['--repair']]) {
      const { code, said } = await checkData(folder, ...args);
      expect([code, said]).toEqual([1, expect.stringContaining('put the newest backup in its place')]);
    }
  });

  it('[STORE-24] an empty folder and an unknown option are said, with 2', async () => {
    const empty = path.join(root, 'empty');
    mkdirSync(empty);
    const nothing = await checkData(empty);
    expect([nothing.code, nothing.said]).toEqual([2, expect.stringContaining('there is no database')]);
    expect((await checkData(folderWith(), '--fix')).code).toBe(2);
  });
});
