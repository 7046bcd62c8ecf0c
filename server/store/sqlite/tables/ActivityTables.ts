/**
 * Activities and what people of open ones wrote. Sealed rows are keyed by person and kept in that order, without time or number,
 * so that neither tells when somebody wrote. `secure_delete` overwrites what goes; the caller empties the log afterwards.
 */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import { isAsCounted, type ActivityEnd, type ActivityRow, type SealedChange } from '#server/store/ActivityStore.ts';
import { AlreadyStoredError, MovedError, NotStoredError } from '#server/store/storeErrors.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { insertSql, sumSql, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

interface Row {
  id: string;
  openedAtMs: number;
  endedAtMs: number | null;
  content: string;
  due: string | null;
}

const keyOfBoard = '(SELECT key FROM boards WHERE id = ?)';

export class ActivityTables {
  readonly #list: Statement<[string], Row>;
  readonly #isOpen: Statement<[number, string], { open: number }>;
  readonly #rows: Statement<[number, string], { person: PersonId; content: string }>;
  readonly #row: Statement<[number, string, string], string>;
  readonly #insert: Statement<[number, string, number, number | null, string, string | null]>;
  readonly #end: Statement<[Omit<ActivityEnd, 'record'> & { readonly board: number; readonly id: string }]>;
  readonly #settle: Statement<[number, string]>;
  readonly #sealed: Statement<[string, string], { person: PersonId; content: string }>;
  readonly #sealedOf: Statement<[string, string, string], string>;
  readonly #write: Statement<[number, string, string, string]>;
  readonly #remove: Statement<[number, string, string]>;
  readonly #removeAll: Statement<[number, string]>;
  readonly #emptyAside: Statement<[number, string]>;

  constructor(database: Database) {
    this.#list = database.prepare(
      `SELECT id, opened_at_ms AS openedAtMs, ended_at_ms AS endedAtMs, content, due FROM rounds
       WHERE board = ${keyOfBoard} AND ${wholeSql('rounds')} ORDER BY opened_at_ms, id`,
    );
    this.#isOpen = database.prepare(
      `SELECT ended_at_ms IS NULL AS open FROM rounds WHERE board = ? AND id = ? AND ${wholeSql('rounds')}`,
    );
    this.#rows = database.prepare(
      `SELECT person, content FROM sealed WHERE board = ? AND round = ? AND ${wholeSql('sealed')} ORDER BY person`,
    );
    this.#row = database.pluck<[number, string, string], string>(
      `SELECT content FROM sealed WHERE board = ? AND round = ? AND person = ? AND ${wholeSql('sealed')}`,
    );
    this.#insert = database.prepare(insertSql('rounds'));
    this.#end = database.prepare(`
      UPDATE rounds SET ended_at_ms = @endedAtMs, content = @content, due = @due,
        sum = ${sumSql('rounds', { ended_at_ms: '@endedAtMs', content: '@content', due: '@due' })}
      WHERE board = @board AND id = @id`);
    this.#settle = database.prepare(
      `UPDATE rounds SET due = NULL, sum = ${sumSql('rounds', { due: 'NULL' })} WHERE board = ? AND id = ?`,
    );
    this.#sealed = database.prepare(
      `SELECT person, content FROM sealed
       WHERE board = ${keyOfBoard} AND round = ? AND ${wholeSql('sealed')} ORDER BY person`,
    );
    this.#sealedOf = database.pluck<[string, string, string], string>(
      `SELECT content FROM sealed WHERE board = ${keyOfBoard} AND round = ? AND person = ? AND ${wholeSql('sealed')}`,
    );
    this.#write = database.prepare(
      `${insertSql('sealed')} ON CONFLICT (board, round, person)
       DO UPDATE SET content = excluded.content, sum = excluded.sum`,
    );
    this.#remove = database.prepare('DELETE FROM sealed WHERE board = ? AND round = ? AND person = ?');
    // that something of the activity could not be read stays known; what it was goes
    this.#emptyAside = database.prepare(
      `UPDATE set_aside SET content = NULL WHERE board = ? AND part = 'ballots' AND id = ?`,
    );
    this.#removeAll = database.prepare('DELETE FROM sealed WHERE board = ? AND round = ?');
  }

  list(board: BoardId): ActivityRow[] {
    return this.#list.all(board).map((row) => ({ ...row, board }));
  }

  open(board: number, activity: ActivityRow): void {
    if (this.#isOpen.get(board, activity.id)) throw new AlreadyStoredError('round');
    this.#insert.run(board, activity.id, activity.openedAtMs, activity.endedAtMs, activity.content, activity.due);
  }

  sealed(board: BoardId, activity: string): Map<PersonId, string> {
    return new Map(this.#sealed.all(board, activity).map(({ person, content }) => [person, content]));
  }

  sealedOf(board: BoardId, activity: string, person: PersonId): string | null {
    return this.#sealedOf.get(board, activity, person) ?? null;
  }

  change(board: number, activity: string, person: PersonId, { from, to }: SealedChange): void {
    this.#refuseUnlessOpen(board, activity);
    if ((this.#row.get(board, activity, person) ?? null) !== from) throw new MovedError('it was written meanwhile');
    if (to === null) this.#remove.run(board, activity, person);
    else this.#write.run(board, activity, person, to);
  }

  replace(
    board: number,
    activity: string,
    from: ReadonlyMap<PersonId, string>,
    to: ReadonlyMap<PersonId, string>,
  ): void {
    this.#refuseUnlessCounted(board, activity, from);
    this.#removeAll.run(board, activity);
    this.#emptyAside.run(board, activity);
    for (const [person, content] of to) this.#write.run(board, activity, person, content);
  }

  end(board: number, activity: string, end: Omit<ActivityEnd, 'record'>, counted: ReadonlyMap<PersonId, string>): void {
    this.#refuseUnlessCounted(board, activity, counted);
    this.#removeAll.run(board, activity);
    const { endedAtMs, content, due } = end;
    this.#end.run({ endedAtMs, content, due, board, id: activity });
  }

  settle(board: number, activity: string): void {
    if (this.#settle.run(board, activity) === 0) throw new NotStoredError('no such round on this board');
  }

  #refuseUnlessCounted(board: number, activity: string, counted: ReadonlyMap<PersonId, string>): void {
    this.#refuseUnlessOpen(board, activity);
    const sealed = new Map(this.#rows.all(board, activity).map(({ person, content }) => [person, content]));
    if (!isAsCounted(sealed, counted)) throw new MovedError('something was written meanwhile');
  }

  #refuseUnlessOpen(board: number, activity: string): void {
    if (this.#isOpen.get(board, activity)?.open !== 1) throw new NotStoredError('no such open round on this board');
  }
}
