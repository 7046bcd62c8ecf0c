/** Pictures of boards, kept in the database so that one backup and one deletion cover everything. */
import type Database from 'better-sqlite3';
import type { AssetId, BoardId } from '#shared/wire/ids.ts';
import type { AssetRow } from '../Store.ts';
import { plainBytes } from './plainBytes.ts';

interface Row {
  type: string;
  created_at_ms: number;
  bytes: Buffer;
}

const ofBoard = 'FROM assets WHERE board = (SELECT key FROM boards WHERE id = ?)';

export class AssetTable {
  readonly #insert: Database.Statement<[number, string, string, number, Uint8Array]>;
  readonly #read: Database.Statement<[string, string], Row>;
  readonly #total: Database.Statement<[string], number>;

  constructor(database: Database.Database) {
    this.#insert = database.prepare(
      'INSERT INTO assets (board, id, type, created_at_ms, bytes) VALUES (?, ?, ?, ?, ?) ON CONFLICT (board, id) DO NOTHING',
    );
    this.#read = database.prepare(`SELECT type, created_at_ms, bytes ${ofBoard} AND id = ?`);
    // SQLite takes the length of a blob from its header, without reading the bytes.
    this.#total = database.prepare<[string], number>(`SELECT coalesce(sum(length(bytes)), 0) ${ofBoard}`).pluck();
  }

  put(board: number, asset: Omit<AssetRow, 'board'>): void {
    this.#insert.run(board, asset.id, asset.type, asset.createdAtMs, asset.bytes);
  }

  read(board: BoardId, id: AssetId): AssetRow | null {
    const row = this.#read.get(board, id);
    return row ? { id, board, type: row.type, bytes: plainBytes(row.bytes), createdAtMs: row.created_at_ms } : null;
  }

  totalBytes(board: BoardId): number {
    return this.#total.get(board) ?? 0;
  }
}
