/** Looks through the tables of one board and sets aside what is damaged. Called inside a group's transaction. */
import type { DocumentMend, Misunderstood, SetAsideRow } from '#server/store/DamageStore.ts';
import type { StoredDocument } from '#server/store/DocumentStore.ts';
import type { BoardTable } from '#server/store/sqlite/tables/BoardTable.ts';
import { hexOf, splitHashes } from '#server/store/sqlite/tables/chunkHashes.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import type { DocumentTables } from '#server/store/sqlite/tables/DocumentTables.ts';
import { wholeSql } from './rowSums.ts';
import { type RowTallies, type TalliedTable, talliedTables } from './RowTallies.ts';
import type { MovedTable, SetAsideTable } from '#server/store/sqlite/tables/SetAsideTable.ts';

/** Each row of these is looked at when a board is opened: they are small. Those of a document are looked at as it is read. */
const smallTables: readonly MovedTable[] = [
  'people',
  'doors',
  'seats',
  'devices',
  'person_marks',
  'ratings',
  'rounds',
  'sealed',
  'sessions',
  'agendas',
  'record',
  'losses',
];

export class BoardCheck {
  readonly #boards: BoardTable;
  readonly #documents: DocumentTables;
  readonly #aside: SetAsideTable;
  readonly #tallies: RowTallies;
  readonly #anyDamaged: readonly Statement<[number], number>[];
  readonly #damagedSnapshots: Statement<[number], string>;
  readonly #chunkLists: Statement<[number], { id: string; chunk_hashes: Uint8Array }>;
  readonly #wholeChunks: Statement<[number], Uint8Array>;

  constructor(
    database: Database,
    {
      boards,
      documents,
      aside,
      tallies,
    }: { boards: BoardTable; documents: DocumentTables; aside: SetAsideTable; tallies: RowTallies },
  ) {
    this.#tallies = tallies;
    this.#boards = boards;
    this.#documents = documents;
    this.#aside = aside;
    const looked = [...smallTables.map((table) => [table, 'board'] as const), ['kept_snapshots', 'board'] as const];
    this.#anyDamaged = [...looked, ['boards', 'key'] as const].map(([table, column]) =>
      database.pluck<[number], number>(
        `SELECT EXISTS (SELECT 1 FROM ${table} WHERE ${column} = ? AND NOT ${wholeSql(table)})`,
      ),
    );
    this.#damagedSnapshots = database.pluck<[number], string>(
      `SELECT id FROM kept_snapshots WHERE board = ? AND NOT ${wholeSql('kept_snapshots')}`,
    );
    this.#chunkLists = database.prepare('SELECT id, chunk_hashes FROM kept_snapshots WHERE board = ?');
    this.#wholeChunks = database.pluck<[number], Uint8Array>(
      `SELECT hash FROM snapshot_chunks WHERE board = ? AND ${wholeSql('snapshot_chunks')}`,
    );
  }

  /** Reads only: nothing of what `check` looks at is damaged. */
  isWhole(board: number): boolean {
    return this.#anyDamaged.every((any) => any.get(board) === 0) && this.#tallies.isWhole(board);
  }

  /** The row of the board itself, which stays. */
  row(board: number): void {
    const row = this.#boards.takeDamaged(board);
    if (row !== null) this.#aside.add(board, 'board', '', 'damaged', row);
  }

  check(board: number, isThorough: boolean): readonly SetAsideRow[] {
    this.row(board);
    for (const table of smallTables) this.#aside.moveDamaged(board, table);
    for (const id of this.#damagedSnapshots.all(board)) this.takeSnapshot(board, id);
    if (isThorough) {
      this.#aside.moveDamaged(board, 'assets');
      this.#aside.moveDamaged(board, 'owners');
      this.#aside.moveDamaged(board, 'acts');
      this.#takeIncompleteSnapshots(board);
    }
    for (const table of Object.keys(talliedTables) as TalliedTable[]) this.#aside.noteMissing(board, table, isThorough);
    return this.#aside.open(board);
  }

  setAside(board: number, ...[part, id]: Misunderstood): void {
    if (part === 'agenda') this.#aside.moveWhere(board, 'sessions', {});
    else if (part === 'losses') this.#aside.moveWhere(board, 'losses', { snapshot: id });
    else if (part === 'record') this.#aside.moveWhere(board, 'record', { id });
    else if (part === 'rounds') {
      this.#aside.moveWhere(board, 'rounds', { id });
      this.#aside.moveWhere(board, 'sealed', { round: id });
    } else {
      const [round = '', person = ''] = id.split('/');
      this.#aside.moveWhere(board, 'sealed', { round, person });
    }
  }

  /** A snapshot of which a part is damaged cannot be turned back to, so none of it is offered any more. */
  takeSnapshot(board: number, id: string): void {
    this.#aside.moveDamaged(board, 'snapshot_chunks');
    // they would go with the row of the snapshot
    this.#aside.moveWhere(board, 'losses', { snapshot: id });
    this.#aside.moveWhere(board, 'kept_snapshots', { id });
  }

  /** What is whole of a document, and what became of the rest. */
  document(board: number): StoredDocument {
    const isOpen = this.#aside.open(board).some(({ part }) => part === 'document');
    return {
      ...this.#documents.load(board),
      damage: isOpen ? { waiting: this.#aside.waiting(board) } : null,
      hasLost: this.#aside.hasDocument(board),
    };
  }

  mend(board: number, { version, state, waiting, faults }: DocumentMend): void {
    const now = this.#documents.lastVersion(board);
    if (now !== version) throw new RangeError(`the document is at version ${now}, not ${version}`);
    for (const { piece, reason } of faults) {
      if (reason === 'missing') this.#aside.add(board, 'document', nameOf(piece), 'missing', null);
      else if (piece === 'state') this.#aside.moveWhere(board, 'snapshots', {});
      else if (piece === 'owners') this.#aside.moveDamaged(board, 'owners');
      else for (let at = piece.from; at <= piece.to; at++) this.#aside.moveWhere(board, 'journal', { version: at });
    }
    this.#aside.replaceWaiting(board, waiting);
    this.#documents.replace(board, version, state);
    this.#boards.reach(board, version);
  }

  #takeIncompleteSnapshots(board: number): void {
    const whole = new Set(this.#wholeChunks.all(board).map(hexOf));
    for (const { id, chunk_hashes } of this.#chunkLists.all(board)) {
      if (splitHashes(chunk_hashes).some((hash) => !whole.has(hexOf(hash)))) this.takeSnapshot(board, id);
    }
    this.#aside.moveDamaged(board, 'snapshot_chunks');
  }
}

function nameOf(piece: DocumentMend['faults'][number]['piece']): string {
  if (typeof piece === 'string') return piece;
  return piece.from === piece.to ? String(piece.from) : `${piece.from}-${piece.to}`;
}
