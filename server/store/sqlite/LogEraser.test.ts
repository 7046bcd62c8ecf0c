import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { newBoard, newPersonId } from '../contract/rows.ts';
import { Database } from './Database.ts';
import { enginesHere } from './engine.ts';
import { openSqliteStore } from './openSqliteStore.ts';

it.each(enginesHere())(
  '$name: [SEALED-3] [STORE-4] what a killed process had deleted but not erased from the log is erased at the next start',
  async (engine) => {
    const [folder, copy] = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'roundtable-log-'))) as [string, string];
    const store = openSqliteStore({ folder, nowMs: () => 1, engine });
    const board = newBoard();
    await store.createBoard(board, firstDocument());
    const round = { id: newPersonId(), board: board.id, openedAtMs: 1, endedAtMs: null, content: '{}', due: null };
    await store.openActivity(round);
    const secret = 'unmistakable sealed words';
    const person = newPersonId();
    await store.changeSealed(board.id, round.id, person, { from: null, to: secret });
    // a backup that reads keeps the log; killed then, the files are as between the commit that ends a round and the log
    const reader = new Database(join(folder, 'roundtable.sqlite'), { readOnly: true, engine });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM sealed').get();
    const end = { endedAtMs: 2, content: '{}', due: null, record: null };
    await store.endActivity(board.id, round.id, end, new Map([[person, secret]]));
    for (const name of readdirSync(folder).filter((file) => file.startsWith('roundtable')))
      copyFileSync(join(folder, name), join(copy, name));
    reader.close();
    await store.close();
    const holds = (name: string): boolean =>
      existsSync(join(copy, name)) && readFileSync(join(copy, name)).includes(secret);
    expect(holds('roundtable.sqlite-wal')).toBe(true);

    const again = openSqliteStore({ folder: copy, nowMs: () => 1, engine });
    expect((await again.listActivities(board.id)).map(({ endedAtMs }) => endedAtMs)).toEqual([2]);
    expect(holds('roundtable.sqlite') || holds('roundtable.sqlite-wal')).toBe(false);
    await again.close();
    for (const one of [folder, copy]) rmSync(one, { recursive: true });
  },
);
