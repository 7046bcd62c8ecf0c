/**
 * One connection to a database file: the few things of SQLite that the store uses, over whichever engine runs here. Rows and
 * parameters have the types that the caller names; blobs are plain `Uint8Array`s.
 */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { engineOfThisNode, type Engine } from './engine.ts';
import { rowSum } from '#server/store/sqlite/damage/rowSums.ts';

export interface DatabaseOptions {
  readonly readOnly?: boolean;
  /** how long a lock of another connection is waited for, without doing anything else; 0 unless said */
  readonly busyTimeoutMs?: number;
  readonly engine?: Engine;
}

/** Named parameters are one object, without `@` in its keys. */
export type Parameters = readonly SQLInputValue[] | readonly [object];

export interface Statement<P extends Parameters = readonly SQLInputValue[], R = unknown> {
  /** Rows that were changed. */
  run(...parameters: P): number;
  get(...parameters: P): R | undefined;
  all(...parameters: P): R[];
}

export class Database {
  /** absolute */
  readonly file: string;
  readonly engine: Engine;
  readonly #sqlite: DatabaseSync;

  /** Opens the file, or makes it unless `readOnly`. Throws what `sqliteCode` knows. */
  constructor(file: string, options: DatabaseOptions = {}) {
    const { readOnly = false, busyTimeoutMs = 0, engine = engineOfThisNode() } = options;
    this.file = file;
    this.engine = engine;
    this.#sqlite = new engine.DatabaseSync(file, { readOnly, timeout: busyTimeoutMs });
    this.#sqlite.function('row_sum', { deterministic: true, varargs: true }, rowSum);
  }

  get isOpen(): boolean {
    return this.#sqlite.isOpen;
  }

  get isInTransaction(): boolean {
    return this.#sqlite.isTransaction;
  }

  /** Statements without parameters and answers. */
  exec(sql: string): void {
    this.#sqlite.exec(sql);
  }

  /** A statement whose rows are objects by column. */
  prepare<P extends Parameters = readonly [], R extends object = object>(sql: string): Statement<P, R> {
    const statement = this.#sqlite.prepare(sql);
    // a row may have more columns than an update names
    statement.setAllowUnknownNamedParameters(true);
    // SQLite gives what the statement says; its author names the type.
    return over<P, R>(statement, (row) => row as R);
  }

  /** A statement of which the first column counts. */
  pluck<P extends Parameters = readonly [], V = unknown>(sql: string): Statement<P, V> {
    const statement = this.#sqlite.prepare(sql);
    statement.setReturnArrays(true);
    return over<P, V>(statement, (row) => (row as readonly V[])[0] as V);
  }

  /** The value of a pragma. */
  pragma(name: string): unknown {
    return this.pluck(`PRAGMA ${name}`).get();
  }

  /** Runs `work` as one transaction that writes; an error takes all of it back. */
  transaction(work: () => void): void {
    this.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.exec('COMMIT');
    } catch (error) {
      if (this.isInTransaction) this.exec('ROLLBACK');
      throw error;
    }
  }

  /** Copies everything into another file, so many pages at a time. */
  async copyTo(file: string, pagesPerTurn: number): Promise<void> {
    await this.engine.backup(this.#sqlite, file, { rate: pagesPerTurn });
  }

  close(): void {
    this.#sqlite.close();
  }
}

/** Primary result codes of SQLite (https://sqlite.org/rescode.html) that mean something here. */
export const sqliteCodes = { busy: 5, readOnly: 8, ioError: 10, full: 13, cannotOpen: 14 } as const;

/** The primary result code of an error that came from SQLite; null for every other. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

/** Node 22 takes empty bytes that came from another thread for NULL: they have no memory at all. */
const noBytes = new Uint8Array(1).subarray(0, 0);

function bound(value: SQLInputValue): SQLInputValue {
  return value instanceof Uint8Array && value.byteLength === 0 ? noBytes : value;
}

function over<P extends Parameters, R>(statement: StatementSync, read: (row: unknown) => R): Statement<P, R> {
  return {
    run: (...parameters) => Number(statement.run(...(parameters as readonly SQLInputValue[]).map(bound)).changes),
    get: (...parameters) => {
      const row = statement.get(...(parameters as readonly SQLInputValue[]));
      return row === undefined ? undefined : read(row);
    },
    all: (...parameters) => statement.all(...(parameters as readonly SQLInputValue[])).map(read),
  };
}
