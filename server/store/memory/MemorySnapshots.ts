/** Snapshots of one board in memory, with their shared chunks. */
import type { SnapshotId } from '#shared/wire/ids.ts';
import type { LossRow, SnapshotChunk, SnapshotRow, StoredSnapshot } from '../SnapshotStore.ts';
import { AlreadyStoredError, NotStoredError } from '../storeErrors.ts';

export interface MemorySnapshots {
  readonly kept: Map<SnapshotId, { row: SnapshotRow; readonly hashes: readonly string[] }>;
  readonly chunks: Map<string, Uint8Array>;
  losses: readonly LossRow[];
}

export function newMemorySnapshots(): MemorySnapshots {
  return { kept: new Map(), chunks: new Map(), losses: [] };
}

export function keepIn(snapshots: MemorySnapshots, row: SnapshotRow, chunks: readonly SnapshotChunk[]): void {
  if (snapshots.kept.has(row.id)) throw new AlreadyStoredError('snapshot');
  const given = new Set(chunks.filter(({ bytes }) => bytes !== null).map(({ hash }) => hash));
  if (chunks.some(({ hash }) => !given.has(hash) && !snapshots.chunks.has(hash)))
    throw new NotStoredError('no such chunk on this board');
  for (const { hash, bytes } of chunks)
    if (bytes !== null && !snapshots.chunks.has(hash)) snapshots.chunks.set(hash, Uint8Array.from(bytes));
  snapshots.kept.set(row.id, { row: structuredClone(row), hashes: chunks.map(({ hash }) => hash) });
}

export function listOf({ kept }: MemorySnapshots): SnapshotRow[] {
  return [...kept.values()]
    .toReversed()
    .map(({ row }) => structuredClone(row))
    .toSorted((a, b) => b.takenAtMs - a.takenAtMs);
}

export function readFrom({ kept, chunks }: MemorySnapshots, id: SnapshotId): StoredSnapshot | null {
  const found = kept.get(id);
  if (!found) return null;
  return structuredClone({ row: found.row, chunks: found.hashes.map((hash) => chunks.get(hash) ?? new Uint8Array()) });
}

export function nameIn({ kept }: MemorySnapshots, id: SnapshotId, name: string): void {
  const found = kept.get(id);
  if (!found) throw new NotStoredError('no such snapshot on this board');
  found.row = { ...found.row, name };
}

export function deleteFrom(snapshots: MemorySnapshots, ids: readonly SnapshotId[]): void {
  const { kept, chunks } = snapshots;
  snapshots.losses = snapshots.losses.filter(({ snapshot }) => !ids.includes(snapshot));
  for (const id of ids) kept.delete(id);
  const needed = new Set([...kept.values()].flatMap(({ hashes }) => hashes));
  for (const hash of chunks.keys()) if (!needed.has(hash)) chunks.delete(hash);
}

export function addLossTo(snapshots: MemorySnapshots, loss: LossRow): void {
  if (!snapshots.kept.has(loss.snapshot)) throw new NotStoredError('no such snapshot on this board');
  snapshots.losses = [structuredClone(loss), ...snapshots.losses];
}

export function deleteLossesFrom(snapshots: MemorySnapshots, id: SnapshotId): void {
  snapshots.losses = snapshots.losses.filter(({ snapshot }) => snapshot !== id);
}

export function bytesOf({ kept, chunks, losses }: MemorySnapshots): number {
  const told = losses.reduce((sum, { content }) => sum + content.length, 0);
  const rows = [...kept.values()].reduce((sum, { row, hashes }) => sum + row.picture.length + hashes.length * 16, told);
  return [...chunks.values()].reduce((sum, { length }) => sum + length, rows);
}
