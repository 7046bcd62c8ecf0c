/** Pieces that are not what was written: each is moved from its table to one of its own, with when and why; or noted as gone. */
import type { SQLInputValue } from 'node:sqlite';
import type { StoredPart } from '#shared/wire/damage.ts';
import type { SetAsideRow } from '#server/store/DamageStore.ts';
import { hexOf } from './chunkHashes.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { packedRow, type StoredRow } from './packedRow.ts';
import { isTallied, type RowTallies, type TalliedTable } from '#server/store/sqlite/damage/RowTallies.ts';
import { type SummedTable, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

type Reason = SetAsideRow['reason'];

interface Moves {
  readonly find: Statement<readonly SQLInputValue[], StoredRow>;
  readonly remove: Statement;
}

/** Tables of a board whose rows are moved by themselves, the column that names one, and what people call them. */
const tables = {
  people: { column: 'id', part: 'people' },
  doors: { column: 'board', part: 'door' },
  seats: { column: 'hash', part: 'people' },
  devices: { column: 'hash', part: 'devices' },
  person_marks: { column: 'person', part: 'devices' },
  owners: { column: 'client_id', part: 'writers' },
  assets: { column: 'id', part: 'pictures' },
  ratings: { column: 'organization', part: 'ratings' },
  losses: { column: 'snapshot', part: 'losses' },
  kept_snapshots: { column: 'id', part: 'snapshots' },
  snapshot_chunks: { column: 'hash', part: 'snapshots' },
  rounds: { column: 'id', part: 'rounds' },
  // by the round and not by the person, since nobody may know whose it was
  sealed: { column: 'round', part: 'ballots' },
  acts: { column: 'version', part: 'acts' },
  sessions: { column: 'board', part: 'agenda' },
  agendas: { column: 'id', part: 'agendas' },
  record: { column: 'id', part: 'record' },
  journal: { column: 'version', part: 'document' },
  snapshots: { column: 'version', part: 'document' },
} as const satisfies Partial<Record<SummedTable, { column: string; part: StoredPart }>>;
export type MovedTable = keyof typeof tables;

/** Of one table; more than that and nobody counts. */
const mostMissing = 1_000;

export class SetAsideTable {
  readonly #database: Database;
  readonly #nowMs: () => number;
  readonly #tallies: RowTallies;
  readonly #insert: Statement<[number, string, string, string, number, Uint8Array | null]>;
  readonly #open: Statement<[number], SetAsideRow>;
  readonly #waiting: Statement<[number], Uint8Array>;
  readonly #forgetWaiting: Statement<[number]>;
  readonly #has: Statement<[number], number>;
  readonly #hasOpenDoor: Statement<[number], number>;
  readonly #decide: Statement<[number, number]>;
  readonly #forgetBallots: Statement<[number, string]>;
  readonly #moves = new Map<string, Moves>();

  constructor(database: Database, nowMs: () => number, tallies: RowTallies) {
    this.#database = database;
    this.#tallies = tallies;
    this.#nowMs = nowMs;
    this.#insert = database.prepare(
      'INSERT INTO set_aside (board, part, id, reason, at_ms, content) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#open = database.prepare(
      'SELECT part, id, reason, at_ms AS atMs FROM set_aside WHERE board = ? AND decided_at_ms IS NULL ORDER BY key',
    );
    this.#waiting = database.pluck<[number], Uint8Array>(
      `SELECT content FROM set_aside
       WHERE board = ? AND decided_at_ms IS NULL AND part = 'document' AND reason = 'waiting' ORDER BY key`,
    );
    this.#forgetWaiting = database.prepare(
      `DELETE FROM set_aside WHERE board = ? AND decided_at_ms IS NULL AND part = 'document' AND reason = 'waiting'`,
    );
    this.#has = database.pluck<[number], number>(
      `SELECT count(*) FROM set_aside WHERE board = ? AND part = 'document'`,
    );
    this.#hasOpenDoor = database.pluck<[number], number>(
      `SELECT EXISTS (SELECT 1 FROM set_aside WHERE board = ? AND decided_at_ms IS NULL AND part IN ('door', 'devices'))`,
    );
    this.#decide = database.prepare('UPDATE set_aside SET decided_at_ms = ? WHERE board = ? AND decided_at_ms IS NULL');
    this.#forgetBallots = database.prepare(`DELETE FROM set_aside WHERE board = ? AND part = 'ballots' AND id = ?`);
  }

  /** Moves what is damaged in a table; how many rows it was. */
  moveDamaged(board: number, table: MovedTable): number {
    return this.#move(board, table, `NOT ${wholeSql(table)}`, []);
  }

  /** Moves the rows with these values, damaged or not; how many it was. */
  moveWhere(board: number, table: MovedTable, values: Readonly<Record<string, string | number | Uint8Array>>): number {
    const where = ['true', ...Object.keys(values).map((column) => `${column} = ?`)];
    return this.#move(board, table, where.join(' AND '), Object.values(values));
  }

  /** Notes what is gone of a table as a whole, and counts anew. */
  noteMissing(board: number, table: TalliedTable, isThorough: boolean): void {
    const { missing, isRight } = this.#tallies.look(board, table, isThorough);
    if (missing === 0 && isRight) return;
    this.#addMissing(board, table, missing);
    this.#tallies.adopt(board, table);
  }

  add(board: number, part: StoredPart, id: string, reason: Reason, content: Uint8Array | null): void {
    this.#insert.run(board, part, id, reason, this.#nowMs(), content);
  }

  /** What nobody decided about yet. */
  open(board: number): readonly SetAsideRow[] {
    return this.#open.all(board);
  }

  /** Updates that wait for what is gone. */
  waiting(board: number): readonly Uint8Array[] {
    return this.#waiting.all(board);
  }

  replaceWaiting(board: number, update: Uint8Array | null): void {
    this.#forgetWaiting.run(board);
    if (update !== null) this.add(board, 'document', '', 'waiting', update);
  }

  /** Something of who may come in waits for a decision. */
  hasOpenDoor(board: number): boolean {
    return this.#hasOpenDoor.get(board) === 1;
  }

  hasDocument(board: number): boolean {
    return (this.#has.get(board) ?? 0) > 0;
  }

  decide(board: number): void {
    this.#decide.run(this.#nowMs(), board);
  }

  /** What was written in a round goes with its end, also what could not be read of it. */
  forgetBallots(board: number, round: string): void {
    this.#forgetBallots.run(board, round);
  }

  #move(board: number, table: MovedTable, where: string, values: readonly SQLInputValue[]): number {
    const { find, remove } = this.#movesOf(table, where);
    const rows = find.all(board, ...values);
    const { column, part } = tables[table];
    for (const row of rows) this.add(board, part, nameOf(row[column]), 'damaged', packedRow(table, row));
    if (rows.length === 0) return 0;
    if (isTallied(table)) this.#addMissing(board, table, this.#tallies.gone(board, table));
    remove.run(board, ...values);
    // the sum of a damaged row may be what is damaged of it
    if (isTallied(table)) this.#tallies.adopt(board, table);
    return rows.length;
  }

  #addMissing(board: number, table: TalliedTable, count: number): void {
    for (let row = 0; row < Math.min(count, mostMissing); row += 1)
      this.add(board, tables[table].part, '', 'missing', null);
  }

  #movesOf(table: MovedTable, where: string): Moves {
    const key = `${table} ${where}`;
    const there = this.#moves.get(key);
    if (there !== undefined) return there;
    const moves: Moves = {
      find: this.#database.prepare(`SELECT * FROM ${table} WHERE board = ? AND ${where}`),
      remove: this.#database.prepare(`DELETE FROM ${table} WHERE board = ? AND ${where}`),
    };
    this.#moves.set(key, moves);
    return moves;
  }
}

function nameOf(value: StoredRow[string] | undefined): string {
  return value instanceof Uint8Array ? hexOf(value) : String(value ?? '');
}
