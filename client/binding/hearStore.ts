/** Hears what is done on the canvas: changes of people go out, all others are compared with the document. */
import type { TLRecord, TLStore } from '@tldraw/tldraw';
import { firstIndex } from './indexBetween.ts';
import type { Outgoing } from './Outgoing.ts';
import type { StoreFollower } from './StoreFollower.ts';
import { removeInOrder } from './storeOrder.ts';

export interface HearSetup {
  readonly store: TLStore;
  readonly outgoing: Outgoing;
  readonly follower: StoreFollower;
  readonly isElsewhere: (id: string, record?: object) => boolean;
  readonly mayWrite: () => boolean;
  /** 0 <= n < 1 */
  readonly random: () => number;
}

const documentTypes = ['document', 'page', 'shape', 'binding', 'asset'] as const;

/** Starts hearing; the returned function ends it. */
export function hearStore(setup: HearSetup): () => void {
  const { store, follower } = setup;
  const { sideEffects } = store;
  const stops = documentTypes.flatMap((type) => [
    sideEffects.registerAfterCreateHandler(type, (record, source) => onChange(setup, null, record, source)),
    sideEffects.registerAfterChangeHandler(type, (before, after, source) => onChange(setup, before, after, source)),
    sideEffects.registerAfterDeleteHandler(type, (record, source) => {
      onChange(setup, record, null, source);
      if (type === 'page' && source === 'user' && !follower.isApplying && !follower.isDiscarding)
        removeStanding(store, record.id);
    }),
  ]);
  stops.push(
    sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
      const isFirst = shape.index === 'a1' && source === 'user' && !follower.isApplying;
      return isFirst ? { ...shape, index: firstIndex(setup.random) as typeof shape.index } : shape;
    }),
  );
  return () => stops.forEach((stop) => stop());
}

function onChange(
  { outgoing, follower, isElsewhere, mayWrite }: HearSetup,
  before: TLRecord | null,
  after: TLRecord | null,
  source: 'user' | 'remote',
): void {
  const record = after ?? before;
  if (record === null || isElsewhere(record.id, record)) return;
  if (follower.isApplying) {
    follower.changedWith(record.id);
    outgoing.mixed(record.id);
  } else if (source === 'remote') return;
  else if (follower.isDiscarding || !mayWrite()) follower.mark(record.id);
  else outgoing.add(before, after, !follower.mounted?.history.isIgnoring());
}

/** tldraw removes a page and leaves its shapes behind. */
function removeStanding(store: TLStore, page: string): void {
  const children = new Map<string, TLRecord[]>();
  for (const record of store.allRecords()) {
    if (record.typeName === 'shape') children.set(record.parentId, [...(children.get(record.parentId) ?? []), record]);
  }
  const gone: TLRecord[] = [];
  const visit = (parent: string) => children.get(parent)?.forEach((shape) => (gone.push(shape), visit(shape.id)));
  visit(page);
  if (gone.length > 0) removeInOrder(store, gone);
}
