/**
 * The process that the crash test kills: appends to three boards and compacts them without end, and says on standard
 * output what the store acknowledged. Entry n of a board is the number n, and its snapshot is the list of the numbers it
 * contains, so that afterwards a lost or doubled entry shows.
 */
import { writeSync } from 'node:fs';
import * as v from 'valibot';
import { BoardId } from '#shared/wire/ids.ts';
import { newSnapshot } from '#server/store/contract/rows.ts';
import type { Store } from '#server/store/Store.ts';
import { enginesHere } from '#server/store/sqlite/engine.ts';
import { openSqliteStore } from '#server/store/sqlite/openSqliteStore.ts';
import { openThreadedStore } from '#server/store/threaded/openThreadedStore.ts';

export const crashBoards = ['a', 'b', 'c'].map((letter) => v.parse(BoardId, letter.repeat(16)));

const numberBytes = (value: number) => new Uint8Array(Uint32Array.of(Math.max(0, value)).buffer);

/** The numbers of a stored document, in its order. */
export function numbersIn(parts: readonly Uint8Array[]): number[] {
  const all = Buffer.concat(parts);
  return Array.from({ length: all.length / 4 }, (_, index) => all.readUInt32LE(index * 4));
}

/** A snapshot of number n holds the chunks n and n - 3, of which the second is there already; the oldest of five goes. */
async function keepSnapshotOf(store: Store, board: BoardId, number: number): Promise<void> {
  const known = await store.findChunks(board, [chunkHash(number - 3)]);
  const chunk = (one: number) => ({ hash: chunkHash(one), bytes: known.has(chunkHash(one)) ? null : numberBytes(one) });
  const row = newSnapshot(board, { name: String(number), takenAtMs: number });
  await store.keepSnapshot(row, [chunk(number), chunk(number - 3)]);
  writeSync(1, `${board} snapshot ${number}\n`);
  const old = (await store.listSnapshots(board)).slice(5).map(({ id }) => id);
  await store.deleteSnapshots(board, old);
}

export const chunkHash = (number: number): string => Math.max(0, number).toString(16).padStart(32, '0');

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
    if (last % 3 === 0) await keepSnapshotOf(store, board, last);
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

const [, , folder, engineName, way] = process.argv;
if (process.argv[1]?.endsWith('crashWriter.ts') && folder) {
  const engine = enginesHere().find(({ name }) => name === engineName);
  if (engine === undefined) throw new Error(`${engineName} does not run here`);
  const options = { folder, nowMs: Date.now, engine };
  const onLost = (error: Error): never => {
    throw error;
  };
  const store = way === 'threads' ? await openThreadedStore({ ...options, onLost }) : openSqliteStore(options);
  await Promise.all(crashBoards.map((board) => writeWithoutEnd(store, board)));
}
