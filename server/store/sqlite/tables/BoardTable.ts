/** Rows of boards, and the ids of deleted ones. Called inside a group's transaction where it writes. */
import type { BoardId } from '#shared/wire/ids.ts';
import type { BoardAbsence, BoardRow } from '#server/store/BoardStore.ts';
import { AlreadyStoredError, NotStoredError } from '#server/store/storeErrors.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { packedRow } from './packedRow.ts';
import { insertNamedSql, summedColumns, sumSql, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

interface Row {
  id: BoardId;
  title: string;
  code: string;
  facilitator_generation: number;
  participant_generation: number;
  observer_generation: number;
  created_at_ms: number;
  touched_at_ms: number;
}

function toBoard(row: Row): BoardRow {
  return {
    id: row.id,
    title: row.title,
    code: row.code,
    linkGenerations: {
      facilitator: row.facilitator_generation,
      participant: row.participant_generation,
      observer: row.observer_generation,
    },
    createdAtMs: row.created_at_ms,
    touchedAtMs: row.touched_at_ms,
  };
}

function toRow(board: BoardRow): Row {
  return {
    id: board.id,
    title: board.title,
    code: board.code,
    facilitator_generation: board.linkGenerations.facilitator,
    participant_generation: board.linkGenerations.participant,
    observer_generation: board.linkGenerations.observer,
    created_at_ms: board.createdAtMs,
    touched_at_ms: board.touchedAtMs,
  };
}

export class BoardTable {
  readonly #insert: Statement<[Row]>;
  readonly #update: Statement<[Row]>;
  readonly #touch: Statement<[number, number]>;
  readonly #reach: Statement<[number, number]>;
  readonly #damaged: Statement<[number], Row>;
  readonly #sumUp: Statement<[number]>;
  readonly #delete: Statement<[string]>;
  readonly #remember: Statement<[string]>;
  readonly #absence: Statement<[string], BoardAbsence>;
  readonly #key: Statement<[string], number>;
  readonly #byId: Statement<[string], Row>;
  readonly #byCode: Statement<[string], Row>;
  readonly #untouched: Statement<[number], BoardId>;

  constructor(database: Database) {
    this.#insert = database.prepare(insertNamedSql('boards', [...summedColumns.boards, 'touched_at_ms']));
    this.#update = database.prepare(`
      UPDATE boards SET title = @title, code = @code, facilitator_generation = @facilitator_generation,
        participant_generation = @participant_generation, observer_generation = @observer_generation, touched_at_ms = @touched_at_ms,
        sum = ${sumSql('boards', { title: '@title', code: '@code', facilitator_generation: '@facilitator_generation', participant_generation: '@participant_generation', observer_generation: '@observer_generation' })}
      WHERE id = @id`);
    this.#touch = database.prepare('UPDATE boards SET touched_at_ms = ? WHERE key = ?');
    this.#reach = database.prepare('UPDATE boards SET document_version = ? WHERE key = ?');
    this.#damaged = database.prepare(`SELECT * FROM boards WHERE key = ? AND NOT ${wholeSql('boards')}`);
    this.#sumUp = database.prepare(`UPDATE boards SET sum = ${sumSql('boards')} WHERE key = ?`);
    this.#delete = database.prepare('DELETE FROM boards WHERE id = ?');
    this.#remember = database.prepare('INSERT INTO deleted_boards (id) VALUES (?)');
    this.#absence = database.pluck<[string], BoardAbsence>(`
      SELECT CASE
        WHEN EXISTS (SELECT 1 FROM deleted_boards WHERE id = ?1) THEN 'deleted'
        WHEN EXISTS (SELECT 1 FROM board_ids WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM boards WHERE id = ?1)) THEN 'lost'
        ELSE 'unknown'
      END`);
    this.#key = database.pluck<[string], number>('SELECT key FROM boards WHERE id = ?');
    this.#byId = database.prepare('SELECT * FROM boards WHERE id = ?');
    this.#byCode = database.prepare('SELECT * FROM boards WHERE code = ?');
    this.#untouched = database.pluck<[number], BoardId>(
      'SELECT id FROM boards WHERE touched_at_ms < ? ORDER BY touched_at_ms, id',
    );
  }

  /** The number under which the other tables know the board. */
  keyOf(id: BoardId): number {
    const key = this.#key.get(id);
    if (key === undefined) throw new NotStoredError('no such board');
    return key;
  }

  insert(board: BoardRow): void {
    if (this.#key.get(board.id) !== undefined || this.absenceOf(board.id) === 'deleted')
      throw new AlreadyStoredError('board');
    if (this.#byCode.get(board.code)) throw new AlreadyStoredError('code');
    this.#insert.run(toRow(board));
  }

  update(id: BoardId, change: Partial<BoardRow>, nowMs: number): void {
    const before = this.read(id);
    if (!before) throw new NotStoredError('no such board');
    const after = { ...before, ...change, id, touchedAtMs: nowMs };
    if (after.code !== before.code && this.#byCode.get(after.code)) throw new AlreadyStoredError('code');
    this.#update.run(toRow(after));
  }

  touch(key: number, nowMs: number): void {
    this.#touch.run(nowMs, key);
  }

  /** How far the document has come, so that a missing entry is noticed. */
  reach(key: number, version: number): void {
    this.#reach.run(version, key);
  }

  /**
   * A row that is not what was written, as JSON; it stays, since without it there is no board, and counts as whole from then
   * on. null for a whole one.
   */
  takeDamaged(key: number): Uint8Array | null {
    const row = this.#damaged.get(key);
    if (row === undefined) return null;
    this.#sumUp.run(key);
    return packedRow('boards', { ...row });
  }

  /** True when there was something to delete. The rows of the other tables go with it. */
  delete(id: BoardId): boolean {
    if (this.#delete.run(id) === 0) return false;
    this.#remember.run(id);
    return true;
  }

  absenceOf(id: BoardId): BoardAbsence {
    return this.#absence.get(id) ?? 'unknown';
  }

  read(id: BoardId): BoardRow | null {
    const row = this.#byId.get(id);
    return row ? toBoard(row) : null;
  }

  findByCode(code: string): BoardRow | null {
    const row = this.#byCode.get(code);
    return row ? toBoard(row) : null;
  }

  listUntouchedSince(beforeMs: number): readonly BoardId[] {
    return this.#untouched.all(beforeMs);
  }
}
