/**
 * Every row that holds something bears a checksum of its columns (CRC-32), written with it and looked at whenever it is read:
 * SQLite notices a damaged page of its own structure, but not a byte that is another one inside a text. SQL knows the sum as
 * the function `row_sum`. A row without one was stored before there were sums, and is taken as it is.
 */
import { crc32 } from 'node:zlib';

type SumValue = string | number | bigint | Uint8Array | null;

/** The columns that a sum covers. What changes often, and harms nobody (`touched_at_ms`, `seen_at_ms`), is not among them. */
export const summedColumns = {
  installation: ['secret'],
  boards: [
    'id',
    'title',
    'code',
    'facilitator_generation',
    'participant_generation',
    'observer_generation',
    'created_at_ms',
  ],
  people: [
    'board',
    'id',
    'name',
    'color',
    'role',
    'organization',
    'kind',
    'return_generation',
    'joined_at_ms',
    'removed_at_ms',
  ],
  doors: ['board', 'owner', 'is_closed', 'facilitator_ends_at_ms', 'participant_ends_at_ms', 'observer_ends_at_ms'],
  seats: ['board', 'hash', 'person', 'browser', 'system', 'made_at_ms', 'ended_at_ms', 'is_return'],
  devices: ['board', 'hash', 'person'],
  person_marks: ['board', 'person', 'mark'],
  journal: ['board', 'version', 'entry'],
  snapshots: ['board', 'version', 'state'],
  owners: ['board', 'client_id', 'person'],
  assets: ['board', 'id', 'type', 'created_at_ms', 'bytes'],
  ratings: ['board', 'organization', 'influence', 'stake'],
  kept_snapshots: [
    'board',
    'id',
    'name',
    'reason',
    'detail',
    'by_role',
    'taken_at_ms',
    'counts',
    'picture',
    'chunk_hashes',
  ],
  snapshot_chunks: ['board', 'hash', 'bytes'],
  rounds: ['board', 'id', 'opened_at_ms', 'ended_at_ms', 'content', 'due'],
  sealed: ['board', 'round', 'person', 'content'],
  sessions: ['board', 'session'],
  agendas: ['board', 'id', 'content'],
  record: ['board', 'id', 'at_ms', 'content'],
  losses: ['board', 'snapshot', 'content'],
  acts: ['board', 'version', 'at_ms', 'has_people', 'content'],
} as const;
export type SummedTable = keyof typeof summedColumns;

/** For one connection, `row_sum(table, values...)`. */
export function rowSum(...values: readonly SumValue[]): number {
  let sum = 0;
  for (const value of values) {
    const bytes = typeof value === 'bigint' || typeof value === 'number' ? String(value) : value;
    // kind and length, so that what moves from one column to the next makes another sum
    sum = crc32(bytes === null ? '-' : `${typeof value}:${bytes.length};`, sum);
    // without a byte to read zlib would begin anew
    if (bytes !== null && bytes.length > 0) sum = crc32(bytes, sum);
  }
  return sum;
}

/** Whether a row that was read is what was written; `sum` is the one that stands beside it. */
export function isWholeRow(sum: number | null, ...values: readonly SumValue[]): boolean {
  return sum === null || sum === rowSum(...values);
}

/** The sum of a row in SQL; `changed` = expressions of columns that get another value in the same statement. */
export function sumSql(table: SummedTable, changed: Readonly<Record<string, string>> = {}): string {
  return `row_sum('${table}', ${summedColumns[table].map((column) => changed[column] ?? column).join(', ')})`;
}

/** True in SQL where a row is what was written. */
export function wholeSql(table: SummedTable): string {
  return `(sum IS NULL OR sum = ${sumSql(table)})`;
}

/** An insert of these columns and the sum, with parameters in their order; a conflict clause may follow. */
export function insertSql(table: SummedTable, columns: readonly string[] = summedColumns[table]): string {
  return insertOf(table, columns, () => '?');
}

/**
 * The same with the sum as a last parameter, which is `rowSum` of the table and the others: for what is large or
 * written often, since SQLite hands each value to the function, and on to the row, as a copy.
 */
export function insertSummedSql(table: SummedTable): string {
  const columns = [...summedColumns[table], 'sum'];
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}

/** The same with parameters that are called as the columns. */
export function insertNamedSql(table: SummedTable, columns: readonly string[] = summedColumns[table]): string {
  return insertOf(table, columns, (column) => `@${column}`);
}

function insertOf(table: SummedTable, columns: readonly string[], parameter: (column: string) => string): string {
  const values = columns.map((column) => `${parameter(column)} AS ${column}`).join(', ');
  // `WHERE true` tells a conflict clause from a join
  return `INSERT INTO ${table} (${columns.join(', ')}, sum) SELECT *, ${sumSql(table)} FROM (SELECT ${values}) WHERE true`;
}
