/**
 * Snapshots of boards: a row each, and the chunks of their content, which the snapshots of a board share. No uses are
 * counted: what nobody needs any more is found by looking at the rows that stay, so nothing can get out of step.
 */
import type { BoardId, SnapshotId } from '#shared/wire/ids.ts';
import type { LossRow, SnapshotChunk, SnapshotRow, StoredSnapshot } from '#server/store/SnapshotStore.ts';
import { AlreadyStoredError, DamagedError, NotStoredError } from '#server/store/storeErrors.ts';
import { hexOf, splitHashes } from './chunkHashes.ts';
import type { Database, Statement } from '#server/store/sqlite/Database.ts';
import { insertSql, insertSummedSql, rowSum, sumSql, wholeSql } from '#server/store/sqlite/damage/rowSums.ts';

interface Row {
  id: SnapshotId;
  name: string | null;
  reason: SnapshotRow['reason'];
  detail: string | null;
  by_role: SnapshotRow['byRole'];
  taken_at_ms: number;
  counts: string;
  picture: string;
}

const ofBoard = 'WHERE board = (SELECT key FROM boards WHERE id = ?)';
const whole = wholeSql('kept_snapshots');
const wholeChunk = wholeSql('snapshot_chunks');
const fields = 'id, name, reason, detail, by_role, taken_at_ms, counts, picture';

export class SnapshotTables {
  readonly #insert: Statement;
  readonly #chunk: Statement<[number, Uint8Array, Uint8Array, number]>;
  readonly #hasChunk: Statement<[number, Uint8Array], number>;
  readonly #findChunk: Statement<[string, Uint8Array], number>;
  readonly #readChunk: Statement<[string, Uint8Array], Uint8Array>;
  readonly #dropChunk: Statement<[number, Uint8Array]>;
  readonly #all: Statement<[string], Row>;
  readonly #one: Statement<[string, string], Row & { chunk_hashes: Uint8Array }>;
  readonly #hashes: Statement<[number], { id: SnapshotId; chunk_hashes: Uint8Array }>;
  readonly #rename: Statement<[{ readonly name: string; readonly board: number; readonly id: string }]>;
  readonly #remove: Statement<[number, string]>;
  readonly #total: Statement<[string, string, string], number>;
  readonly #addLoss: Statement<[number, string, string]>;
  readonly #losses: Statement<[string], LossRow>;
  readonly #removeLosses: Statement<[number, string]>;

  constructor(database: Database) {
    this.#insert = database.prepare(insertSql('kept_snapshots'));
    this.#chunk = database.prepare(
      // one that was damaged and nobody had asked for yet gets what it should hold
      `${insertSummedSql('snapshot_chunks')} ON CONFLICT (board, hash)
       DO UPDATE SET bytes = excluded.bytes, sum = excluded.sum`,
    );
    this.#hasChunk = database.pluck<[number, Uint8Array], number>(
      `SELECT 1 FROM snapshot_chunks WHERE board = ? AND hash = ? AND ${wholeChunk}`,
    );
    this.#findChunk = database.pluck<[string, Uint8Array], number>(
      `SELECT 1 FROM snapshot_chunks ${ofBoard} AND hash = ? AND ${wholeChunk}`,
    );
    this.#readChunk = database.pluck<[string, Uint8Array], Uint8Array>(
      `SELECT bytes FROM snapshot_chunks ${ofBoard} AND hash = ? AND ${wholeChunk}`,
    );
    this.#dropChunk = database.prepare('DELETE FROM snapshot_chunks WHERE board = ? AND hash = ?');
    this.#all = database.prepare(
      `SELECT ${fields} FROM kept_snapshots ${ofBoard} AND ${whole} ORDER BY taken_at_ms DESC, key DESC`,
    );
    this.#one = database.prepare(
      `SELECT ${fields}, chunk_hashes FROM kept_snapshots ${ofBoard} AND id = ? AND ${whole}`,
    );
    this.#hashes = database.prepare('SELECT id, chunk_hashes FROM kept_snapshots WHERE board = ?');
    this.#rename = database.prepare(
      `UPDATE kept_snapshots SET name = @name, sum = ${sumSql('kept_snapshots', { name: '@name' })}
       WHERE board = @board AND id = @id AND ${whole}`,
    );
    this.#remove = database.prepare('DELETE FROM kept_snapshots WHERE board = ? AND id = ?');
    this.#total = database.pluck<[string, string, string], number>(
      `SELECT (SELECT coalesce(sum(length(bytes)), 0) FROM snapshot_chunks ${ofBoard})
          + (SELECT coalesce(sum(length(chunk_hashes) + length(picture)), 0) FROM kept_snapshots ${ofBoard})
          + (SELECT coalesce(sum(length(content)), 0) FROM losses ${ofBoard})`,
    );
    this.#addLoss = database.prepare(insertSql('losses'));
    this.#losses = database.prepare(
      `SELECT snapshot, content FROM losses ${ofBoard} AND ${wholeSql('losses')} ORDER BY key DESC`,
    );
    this.#removeLosses = database.prepare('DELETE FROM losses WHERE board = ? AND snapshot = ?');
  }

  keep(board: number, row: SnapshotRow, chunks: readonly SnapshotChunk[]): void {
    for (const { hash, bytes } of chunks) {
      const key = Buffer.from(hash, 'hex');
      if (bytes !== null) this.#chunk.run(board, key, bytes, rowSum('snapshot_chunks', board, key, bytes));
      else if (this.#hasChunk.get(board, key) === undefined) throw new NotStoredError('no such chunk on this board');
    }
    if (this.#one.get(row.board, row.id)) throw new AlreadyStoredError('snapshot');
    const { id, name, reason, detail, byRole, takenAtMs, counts, picture } = row;
    const hashes = Buffer.from(chunks.map(({ hash }) => hash).join(''), 'hex');
    this.#insert.run(board, id, name, reason, detail, byRole, takenAtMs, JSON.stringify(counts), picture, hashes);
  }

  list(board: BoardId): SnapshotRow[] {
    return this.#all.all(board).map((row) => toSnapshot(board, row));
  }

  read(board: BoardId, id: SnapshotId): StoredSnapshot | null {
    const row = this.#one.get(board, id);
    if (!row) return null;
    const chunks = splitHashes(row.chunk_hashes).map((hash) => {
      const bytes = this.#readChunk.get(board, hash);
      if (!bytes) throw new DamagedError('a chunk of the snapshot cannot be read');
      return bytes;
    });
    return { row: toSnapshot(board, row), chunks };
  }

  findChunks(board: BoardId, hashes: readonly string[]): ReadonlySet<string> {
    return new Set(hashes.filter((hash) => this.#findChunk.get(board, Buffer.from(hash, 'hex')) !== undefined));
  }

  name(board: number, id: SnapshotId, name: string): void {
    if (this.#rename.run({ name, board, id }) === 0) throw new NotStoredError('no such snapshot on this board');
  }

  delete(board: number, ids: readonly SnapshotId[]): void {
    const gone = new Set<string>();
    const kept = new Set<string>();
    for (const { id, chunk_hashes } of this.#hashes.all(board)) {
      const hashes = ids.includes(id) ? gone : kept;
      for (const hash of splitHashes(chunk_hashes)) hashes.add(hexOf(hash));
    }
    for (const id of ids) this.#remove.run(board, id);
    for (const hash of gone) if (!kept.has(hash)) this.#dropChunk.run(board, Buffer.from(hash, 'hex'));
  }

  totalBytes(board: BoardId): number {
    return this.#total.get(board, board, board) ?? 0;
  }

  addLoss(board: number, id: BoardId, { snapshot, content }: LossRow): void {
    if (!this.#one.get(id, snapshot)) throw new NotStoredError('no such snapshot on this board');
    this.#addLoss.run(board, snapshot, content);
  }

  listLosses(board: BoardId): LossRow[] {
    return this.#losses.all(board);
  }

  deleteLosses(board: number, snapshot: SnapshotId): void {
    this.#removeLosses.run(board, snapshot);
  }
}

function toSnapshot(board: BoardId, row: Row): SnapshotRow {
  const { id, name, reason, detail, by_role, taken_at_ms, counts, picture } = row;
  return {
    id,
    board,
    name,
    reason,
    detail,
    byRole: by_role,
    takenAtMs: taken_at_ms,
    counts: JSON.parse(counts),
    picture,
  };
}
