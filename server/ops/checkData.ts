/** Looks through everything that a database holds, and sets aside what is damaged. Says what it found in sentences. */
import { silentMeter } from '#server/relay/Meter.ts';
import { Compaction } from '#server/relay/document/Compaction.ts';
import { loadRoomDocument } from '#server/relay/document/loadRoomDocument.ts';
import { systemClock } from '#server/clock/systemClock.ts';
import { Database } from '#server/store/sqlite/Database.ts';
import { InstallationTable } from '#server/store/sqlite/tables/InstallationTable.ts';
import { openDatabase } from '#server/store/sqlite/openDatabase.ts';
import { lostBoards } from '#server/store/sqlite/damage/RowTallies.ts';
import { SqliteStore } from '#server/store/sqlite/SqliteStore.ts';
import type { SetAsideRow, DamageStore } from '#server/store/DamageStore.ts';
import type { BoardStore } from '#server/store/BoardStore.ts';
import type { DocumentStore } from '#server/store/DocumentStore.ts';
import type { StoredPart } from '#shared/wire/damage.ts';
import type { BoardId } from '#shared/wire/ids.ts';

export interface DataCheck {
  readonly boards: number;
  /** one sentence each; empty when everything is what was written */
  readonly found: readonly string[];
}

const partWords: Readonly<Record<StoredPart, string>> = {
  board: 'its name, code or links, which may be wrong',
  document: 'its content',
  writers: 'whose changes are whose',
  people: 'people, who have to join again',
  door: 'whom it belongs to, whether it is closed and how long its links hold',
  devices: 'the devices of people',
  pictures: 'pictures',
  ratings: 'influence and stake',
  snapshots: 'snapshots',
  losses: 'what was to be brought back',
  rounds: 'votes, pulses or rounds of ideas',
  ballots: 'what people wrote in an open round',
  agenda: 'its agenda',
  agendas: 'saved agendas',
  record: 'its record',
  acts: 'who changed what',
};

/** The tree of the file itself, without writing. What is wrong there SQLite cannot take apart from the rest. */
export function checkStructure(file: string): readonly string[] {
  try {
    const database = new Database(file, { readOnly: true });
    try {
      const found = database.pluck<[], string>('PRAGMA integrity_check(5)').all();
      return found.filter((line) => line !== 'ok').map((line) => line.replaceAll('\n', ' '));
    } finally {
      database.close();
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Brings the database up to this version, sets aside what is damaged, and closes it. A damaged secret is replaced. */
export async function checkData(file: string, nowMs: () => number): Promise<DataCheck> {
  const database = openDatabase(file);
  const found: string[] = [];
  if (new InstallationTable(database).renewDamaged())
    found.push('The secret of the installation is damaged; with a new one every link has to be given out again.');
  const lost = lostBoards(database);
  if (lost > 0)
    found.push(
      `${lost === 1 ? '1 board is' : `${lost} boards are`} gone from the database; a backup may have ${lost === 1 ? 'it' : 'them'}.`,
    );
  const store = new SqliteStore({ database, nowMs, onClosed: () => {} });
  try {
    const boards = await store.listUntouchedSince(Number.MAX_SAFE_INTEGER);
    for (const board of boards) {
      const title = (await store.readBoard(board))?.title ?? '';
      const rows = await lookThrough(store, board);
      if (rows.length > 0) found.push(`Board ${board} (“${title}”): ${wordsOf(rows)}.`);
    }
    return { boards: boards.length, found };
  } finally {
    await store.close();
  }
}

async function lookThrough(
  store: BoardStore & DamageStore & DocumentStore,
  board: BoardId,
): Promise<readonly SetAsideRow[]> {
  await store.checkBoard(board, true);
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const options = { store, log, meter: silentMeter, clock: systemClock };
  (await loadRoomDocument(board, options, new Compaction(board, options)))?.destroy();
  return store.listSetAside(board);
}

/** Each part once, with the pieces that are named by numbers. */
function wordsOf(rows: readonly SetAsideRow[]): string {
  const parts = new Map<StoredPart, SetAsideRow[]>();
  for (const row of rows) parts.set(row.part, [...(parts.get(row.part) ?? []), row]);
  return [...parts]
    .map(
      ([part, pieces]) => `${partWords[part]}${part === 'document' ? ` (${pieces.map(pieceWords).join(', ')})` : ''}`,
    )
    .join('; ');
}

function pieceWords({ id, reason }: SetAsideRow): string {
  if (reason === 'waiting') return 'changes that build on what is gone';
  return `change ${id} ${reason === 'missing' ? 'is missing' : 'is damaged'}`;
}
