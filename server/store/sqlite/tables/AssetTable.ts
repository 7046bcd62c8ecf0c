/** Images of boards, kept in the database so that one backup and one deletion cover everything. */
import type { AssetId, BoardId } from '#shared/wire/ids.ts';
import type { AssetRow } from '#server/store/AssetStore.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { insertSummedSql, isWholeRow, rowSum } from '#server/store/sqlite/damage/rowSums.ts';

interface Row {
  board: number;
  type: string;
  created_at_ms: number;
  bytes: Uint8Array;
  sum: number | null;
}

const ofBoard = 'FROM assets WHERE board = (SELECT key FROM boards WHERE id = ?)';

export class AssetTable {
  readonly #insert: Statement<[number, string, string, number, Uint8Array, number]>;
  readonly #read: Statement<[string, string], Row>;
  readonly #total: Statement<[string], number>;

  constructor(database: Database) {
    this.#insert = database.prepare(`${insertSummedSql('assets')} ON CONFLICT (board, id) DO NOTHING`);
    this.#read = database.prepare(`SELECT board, type, created_at_ms, bytes, sum ${ofBoard} AND id = ?`);
    // SQLite takes the length of a blob from its header, without reading the bytes.
    this.#total = database.pluck<[string], number>(`SELECT coalesce(sum(length(bytes)), 0) ${ofBoard}`);
  }

  put(board: number, asset: Omit<AssetRow, 'board'>): void {
    const { id, type, createdAtMs, bytes } = asset;
    this.#insert.run(board, id, type, createdAtMs, bytes, rowSum('assets', board, id, type, createdAtMs, bytes));
  }

  /** 'damaged' = it is there and not what was written. */
  read(board: BoardId, id: AssetId): AssetRow | null | 'damaged' {
    const row = this.#read.get(board, id);
    if (row === undefined) return null;
    const { type, bytes, created_at_ms: createdAtMs } = row;
    if (!isWholeRow(row.sum, 'assets', row.board, id, type, createdAtMs, bytes)) return 'damaged';
    return { id, board, type, bytes, createdAtMs };
  }

  totalBytes(board: BoardId): number {
    return this.#total.get(board) ?? 0;
  }
}
