/** Images of boards, kept in the database so that one backup and one deletion cover everything. */
import type { AssetId, BoardId } from '#shared/wire/ids.ts';
import type { AssetRow } from '#server/store/AssetStore.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { insertSql, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

interface Row {
  type: string;
  created_at_ms: number;
  bytes: Uint8Array;
  whole: number;
}

const ofBoard = 'FROM assets WHERE board = (SELECT key FROM boards WHERE id = ?)';

export class AssetTable {
  readonly #insert: Statement<[number, string, string, number, Uint8Array]>;
  readonly #read: Statement<[string, string], Row>;
  readonly #total: Statement<[string], number>;

  constructor(database: Database) {
    this.#insert = database.prepare(`${insertSql('assets')} ON CONFLICT (board, id) DO NOTHING`);
    this.#read = database.prepare(
      `SELECT type, created_at_ms, bytes, ${wholeSql('assets')} AS whole ${ofBoard} AND id = ?`,
    );
    // SQLite takes the length of a blob from its header, without reading the bytes.
    this.#total = database.pluck<[string], number>(`SELECT coalesce(sum(length(bytes)), 0) ${ofBoard}`);
  }

  put(board: number, asset: Omit<AssetRow, 'board'>): void {
    this.#insert.run(board, asset.id, asset.type, asset.createdAtMs, asset.bytes);
  }

  /** 'damaged' = it is there and not what was written. */
  read(board: BoardId, id: AssetId): AssetRow | null | 'damaged' {
    const row = this.#read.get(board, id);
    if (row?.whole === 0) return 'damaged';
    return row ? { id, board, type: row.type, bytes: row.bytes, createdAtMs: row.created_at_ms } : null;
  }

  totalBytes(board: BoardId): number {
    return this.#total.get(board) ?? 0;
  }
}
