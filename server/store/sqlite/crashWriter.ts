/**
 * The process that the crash test kills: appends to three boards and compacts them without end, and says on standard
 * output what the store acknowledged. Entry n of a board is the number n, and its snapshot is the list of the numbers it
 * contains, so that afterwards a lost or doubled entry shows.
 */
import { writeSync } from 'node:fs';
import * as v from 'valibot';
import { BoardId } from '#shared/wire/ids.ts';
import type { Store } from '../Store.ts';
import { openSqliteStore } from './openSqliteStore.ts';

export const crashBoards = ['a', 'b', 'c'].map((letter) => v.parse(BoardId, letter.repeat(16)));

const numberBytes = (value: number) => new Uint8Array(Uint32Array.of(value).buffer);

/** The numbers of a stored document, in its order. */
export function numbersIn(parts: readonly Uint8Array[]): number[] {
  const all = Buffer.concat(parts);
  return Array.from({ length: all.length / 4 }, (_, index) => all.readUInt32LE(index * 4));
}

async function writeWithoutEnd(store: Store, board: BoardId): Promise<never> {
  if (!(await store.readBoard(board))) {
    const linkGenerations = { facilitator: 1, participant: 1, observer: 1 };
    await store.createBoard(
      { id: board, title: board, code: board, linkGenerations, createdAtMs: 0, touchedAtMs: 0 },
      numberBytes(1),
    );
  }
  let last = (await store.loadDocument(board))?.version ?? 0;
  for (;;) {
    const update = numberBytes(last + 1);
    last = await store.append(board, { update, claims: [] });
    // Written at once: what is in the pipe outlives this process.
    writeSync(1, `${board} ${last}\n`);
    if (last % 10 === 0) {
      const document = await store.loadDocument(board);
      if (document)
        await store.compact(
          board,
          document.version,
          Buffer.concat([document.snapshot ?? new Uint8Array(), ...document.updates]),
        );
    }
  }
}

const folder = process.argv[2];
if (process.argv[1]?.endsWith('crashWriter.ts') && folder) {
  const store = openSqliteStore({ folder, nowMs: Date.now });
  await Promise.all(crashBoards.map((board) => writeWithoutEnd(store, board)));
}
