/** The order in which records enter and leave a tldraw store: what others refer to comes first and goes last. */
import type { TLRecord, TLStore } from '@tldraw/tldraw';

const ranks = new Map<string, number>([
  ['document', 0],
  ['page', 1],
  ['asset', 2],
  ['shape', 3],
  ['binding', 4],
]);
const rank = (record: TLRecord) => ranks.get(record.typeName) ?? 5;

/** Pages before shapes, parents before children, bindings last. */
export function inStoreOrder(records: readonly TLRecord[]): TLRecord[] {
  const shapes = new Map(
    records.flatMap((record) => (record.typeName === 'shape' ? ([[record.id as string, record]] as const) : [])),
  );
  const depths = new Map<string, number>();
  const depthOf = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const shape = shapes.get(id);
    if (!shape) return 0;
    depths.set(id, 0);
    const depth = depthOf(shape.parentId) + 1;
    depths.set(id, depth);
    return depth;
  };
  return records
    .map((record) => ({ record, rank: rank(record), depth: record.typeName === 'shape' ? depthOf(record.id) : 0 }))
    .sort((a, b) => a.rank - b.rank || a.depth - b.depth)
    .map((entry) => entry.record);
}

/** Bindings first, pages last; in few calls, since each one runs tldraw's side effects. */
export function removeInOrder(store: TLStore, records: readonly TLRecord[]): void {
  for (const wanted of [4, 3, 2, 1, 0]) {
    const ids = records.filter((record) => rank(record) === wanted).map((record) => record.id);
    if (ids.length > 0) store.remove(ids);
  }
}
