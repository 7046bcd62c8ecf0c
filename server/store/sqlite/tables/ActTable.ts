/** Who changed what, by version of the document. */
import type { BoardId } from '#shared/wire/ids.ts';
import type { ActRow } from '#server/store/ActStore.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { insertSummedSql, rowSum, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

interface Row {
  version: number;
  at_ms: number;
  has_people: number;
  content: string;
}

export class ActTable {
  readonly #insert: Statement<[number, number, number, number, string, number]>;
  readonly #remove: Statement<[number, number]>;
  readonly #after: Statement<[string, number], Row>;
  readonly #naming: Statement<[number], BoardId>;

  constructor(database: Database) {
    this.#insert = database.prepare(insertSummedSql('acts'));
    this.#remove = database.prepare('DELETE FROM acts WHERE board = ? AND version <= ?');
    this.#after = database.prepare(
      `SELECT version, at_ms, has_people, content FROM acts
       WHERE board = (SELECT key FROM boards WHERE id = ?) AND version > ? AND ${wholeSql('acts')} ORDER BY version`,
    );
    this.#naming = database.pluck<[number], BoardId>(
      'SELECT id FROM boards WHERE key IN (SELECT board FROM acts WHERE has_people = 1 AND at_ms < ?) ORDER BY key',
    );
  }

  add(board: number, { version, atMs, hasPeople, content }: ActRow): void {
    const named = Number(hasPeople);
    const sum = rowSum('acts', board, version, atMs, named, content);
    this.#insert.run(board, version, atMs, named, content, sum);
  }

  replace(board: number, upToVersion: number, rows: readonly ActRow[]): void {
    this.#remove.run(board, upToVersion);
    for (const row of rows) this.add(board, row);
  }

  after(board: BoardId, version: number): readonly ActRow[] {
    return this.#after.all(board, version).map((row) => ({
      version: row.version,
      atMs: row.at_ms,
      hasPeople: row.has_people === 1,
      content: row.content,
    }));
  }

  naming(beforeMs: number): readonly BoardId[] {
    return this.#naming.all(beforeMs);
  }
}
