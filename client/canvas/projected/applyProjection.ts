/** Brings the store's projected shapes to what the map says: only what differs, as changes that came from elsewhere. */
import type { TLRecord, TLShapeId, TLStore } from '@tldraw/tldraw';
import { same } from '#shared/board/same.ts';
import { isProjectedId } from './isOfMap.ts';
import type { ProjectedShape } from './ProjectedShape.ts';

export interface ProjectionTarget {
  readonly store: TLStore;
  /** Runs a change of the store so that neither it nor what tldraw derives from it counts as somebody's act. */
  readonly merge: (run: () => void) => void;
}

export interface ApplyOptions {
  /** Shapes under somebody's pointer: their place on the screen stays. */
  readonly held?: ReadonlySet<string> | undefined;
  /** Copies that became commands: they leave the canvas. */
  readonly gone?: readonly string[];
}

/** True when the store had to change. Parents before children; what the map no longer has goes first. */
export function applyProjection(
  target: ProjectionTarget,
  records: readonly ProjectedShape[],
  options: ApplyOptions = {},
): boolean {
  const { store, merge } = target;
  const wanted = new Set<string>(records.map((record) => record.id));
  const remove: TLShapeId[] = [];
  for (const record of store.allRecords()) {
    const isGone = options.gone?.includes(record.id) ?? false;
    if (record.typeName === 'shape' && (isGone || (isProjectedId(record.id) && !wanted.has(record.id))))
      remove.push(record.id);
  }
  const put: TLRecord[] = [];
  for (const record of records) {
    const have = store.get(record.id);
    const want =
      have?.typeName === 'shape' && options.held?.has(record.id)
        ? { ...record, x: have.x, y: have.y, index: have.index }
        : record;
    // Shapes of our own are not in tldraw's list of types; the store's schema knows them.
    if (!have || !same(have, want)) put.push(want);
  }
  if (put.length === 0 && remove.length === 0) return false;
  merge(() => {
    if (remove.length > 0) store.remove(remove);
    if (put.length > 0) store.put(put);
  });
  return true;
}
