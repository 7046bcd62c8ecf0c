/**
 * How many rows of each table a board has, and the sum of their checksums, kept by triggers in the transaction of each change:
 * a row that is gone as a whole, or one that is there as it was some time ago, bears no sum that would tell. Journal and state of
 * a document are not counted here: versions tell what is missing there.
 */
import type { Database, Statement } from '#server/store/sqlite/Database.ts';

/**
 * Tables whose rows are counted. `quick`: looked at whenever a board is opened; `number`: then only how many there are, since
 * reading the sums would read all of them.
 */
export const talliedTables = {
  people: 'quick',
  doors: 'quick',
  seats: 'quick',
  devices: 'quick',
  person_marks: 'quick',
  ratings: 'quick',
  rounds: 'quick',
  sealed: 'quick',
  sessions: 'quick',
  agendas: 'quick',
  record: 'quick',
  losses: 'quick',
  kept_snapshots: 'quick',
  assets: 'number',
  owners: 'number',
  snapshot_chunks: 'number',
  acts: 'thorough',
} as const;
export type TalliedTable = keyof typeof talliedTables;

const names = Object.keys(talliedTables) as TalliedTable[];
/** Another name where the triggers become others. */
const prefix = 'tally1';

/** So that a tally that is damaged itself is not taken for rows that are gone. */
const checkSql = (rows: string, total: string): string => `(${rows}) * 1000003 + (${total})`;

/** Makes what is missing of it, with the rows that are there now. Nothing is written where all of it is there. */
export function keepTallies(database: Database): void {
  const there = new Set(
    database
      .pluck<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '${prefix}%'`)
      .all(),
  );
  const missing = names.filter((table) => !events.every((event) => there.has(`${prefix}_${table}_${event}`)));
  if (missing.length === 0) return;
  database.transaction(() => {
    database.exec(`
      CREATE TABLE IF NOT EXISTS row_tallies (
        board INTEGER NOT NULL,
        name TEXT NOT NULL,
        number INTEGER NOT NULL,
        total INTEGER NOT NULL,
        is_right INTEGER NOT NULL,
        PRIMARY KEY (board, name)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER IF NOT EXISTS ${prefix}_boards_delete AFTER DELETE ON boards BEGIN
        DELETE FROM row_tallies WHERE board = OLD.key;
      END;`);
    for (const table of missing) {
      for (const event of events) database.exec(`DROP TRIGGER IF EXISTS ${prefix}_${table}_${event}`);
      database.exec(triggersOf(table));
      database.exec(`
        DELETE FROM row_tallies WHERE name = '${table}';
        INSERT INTO row_tallies
        SELECT board, '${table}', number, total, ${checkSql('number', 'total')} FROM (
          SELECT board, count(*) AS number, coalesce(sum(sum), 0) AS total FROM ${table} GROUP BY board
        );`);
    }
  });
}

const events = ['insert', 'delete', 'update'] as const;

function triggersOf(table: TalliedTable): string {
  const change = (board: string, number: string, total: string): string => `
    UPDATE row_tallies SET number = number + ${number}, total = total + ${total},
      is_right = is_right + ${checkSql(number, total)}
    WHERE board = ${board} AND name = '${table}';`;
  const sum = (row: 'NEW' | 'OLD'): string => `coalesce(${row}.sum, 0)`;
  return `
  CREATE TRIGGER ${prefix}_${table}_insert AFTER INSERT ON ${table} BEGIN
    INSERT INTO row_tallies VALUES (NEW.board, '${table}', 1, ${sum('NEW')}, ${checkSql('1', sum('NEW'))})
    ON CONFLICT (board, name) DO UPDATE SET number = number + 1, total = total + ${sum('NEW')},
      is_right = is_right + ${checkSql('1', sum('NEW'))};
  END;
  CREATE TRIGGER ${prefix}_${table}_delete AFTER DELETE ON ${table} BEGIN
    ${change('OLD.board', '-1', `-${sum('OLD')}`)}
  END;
  CREATE TRIGGER ${prefix}_${table}_update AFTER UPDATE OF sum ON ${table} WHEN OLD.sum IS NOT NEW.sum BEGIN
    ${change('NEW.board', '0', `(${sum('NEW')} - ${sum('OLD')})`)}
  END;`;
}

interface Count {
  readonly number: number;
  /** null where it was not looked at */
  readonly total: number | null;
}

/** What a look at a table of a board found. */
export interface Tally {
  /** rows that are gone; 1 where as many as there must be are there, and one of them is as it was some time ago */
  readonly missing: number;
  /** the count is to be trusted */
  readonly isRight: boolean;
}

export class RowTallies {
  readonly #tables: readonly TalliedTable[];
  readonly #kept: Statement<[number, string], Count & { readonly isRight: number }>;
  readonly #number = new Map<TalliedTable, Statement<[number], Count>>();
  readonly #full = new Map<TalliedTable, Statement<[number], Count>>();
  readonly #keep: Statement<[number, string, number, number | null]>;

  /** `tables`: those that are asked for. */
  constructor(database: Database, tables: readonly TalliedTable[] = names) {
    this.#tables = tables;
    this.#kept = database.prepare(`
      SELECT number, total, is_right = ${checkSql('number', 'total')} AS isRight FROM row_tallies WHERE board = ? AND name = ?`);
    for (const table of tables) {
      const count = (total: string) =>
        database.prepare<[number], Count>(`SELECT count(*) AS number, ${total} AS total FROM ${table} WHERE board = ?`);
      this.#number.set(table, count('NULL'));
      this.#full.set(table, count('coalesce(sum(sum), 0)'));
    }
    this.#keep = database.prepare(`
      INSERT INTO row_tallies SELECT *, ${checkSql('number', 'total')}
      FROM (SELECT ? AS board, ? AS name, ? AS number, ? AS total) WHERE true
      ON CONFLICT (board, name) DO UPDATE SET number = excluded.number, total = excluded.total, is_right = excluded.is_right`);
  }

  /** Reads only: of the tables that are looked at when a board is opened every one has the rows that it must have. */
  isWhole(board: number): boolean {
    return this.#tables.every((table) => {
      const { missing, isRight } = this.look(board, table, false);
      return missing === 0 && isRight;
    });
  }

  /** Of a table that is not looked at then nothing is missing. */
  look(board: number, table: TalliedTable, isThorough: boolean): Tally {
    const when = talliedTables[table];
    if (when === 'thorough' && !isThorough) return { missing: 0, isRight: true };
    return this.#compare(board, table, when !== 'number' || isThorough ? this.#full : this.#number);
  }

  /** How many rows are gone. */
  gone(board: number, table: TalliedTable): number {
    return this.#compare(board, table, this.#number).missing;
  }

  /** What is there now is what must be there. */
  adopt(board: number, table: TalliedTable): void {
    const { number, total } = this.#full.get(table)?.get(board) ?? { number: 0, total: 0 };
    this.#keep.run(board, table, number, total);
  }

  #compare(board: number, table: TalliedTable, count: ReadonlyMap<TalliedTable, Statement<[number], Count>>): Tally {
    const now = count.get(table)?.get(board) ?? { number: 0, total: null };
    const kept = this.#kept.get(board, table);
    if (kept === undefined) return { missing: 0, isRight: now.number === 0 };
    if (kept.isRight === 0 || now.number > kept.number) return { missing: 0, isRight: false };
    const isOlder = kept.number === now.number && now.total !== null && now.total !== kept.total;
    return { missing: isOlder ? 1 : kept.number - now.number, isRight: true };
  }
}

/** How many boards are gone of which something else is there: what is deleted takes all of it along. */
export function lostBoards(database: Database): number {
  return (
    database
      .pluck<[], number>(
        `SELECT count(*) FROM (SELECT board FROM row_tallies UNION SELECT board FROM journal UNION SELECT board FROM snapshots)
         WHERE board NOT IN (SELECT key FROM boards)`,
      )
      .get() ?? 0
  );
}

export function isTallied(table: string): table is TalliedTable {
  return Object.hasOwn(talliedTables, table);
}
