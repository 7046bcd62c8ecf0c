/** Where an entity stands in its list. */
import type { Change } from '../Change.ts';
import type { CollectionName } from '../collections.ts';
import { compareEntities, indexBetween, indexSequence } from '../fractionalIndex.ts';
import type { MapDraft } from '../MapDraft.ts';

type Ordered = { readonly id: string; readonly order: string };

interface Place {
  readonly order: string;
  /** new positions of others, only where equal ones left no room */
  readonly changes: readonly Change[];
}

/** The position right after an entity (null = first, undefined = last), for the entity `id`. */
export function placeAfter(
  draft: MapDraft,
  collection: CollectionName,
  id: string,
  after: string | null | undefined,
): Place {
  const last: Ordered | undefined = draft.last(collection);
  if (after === undefined && last?.id !== id) return { order: indexBetween(last?.order ?? '', ''), changes: [] };
  const entities: readonly Ordered[] = draft.all(collection);
  const others = entities.filter((entity) => entity.id !== id).toSorted(compareEntities);
  const found =
    after === undefined ? others.length : after === null ? 0 : others.findIndex((entity) => entity.id === after) + 1;
  const [before, next] = [others[found - 1], others[found]];
  if (!before || !next || before.order < next.order)
    return { order: indexBetween(before?.order ?? '', next?.order ?? ''), changes: [] };
  const orders = indexSequence(others.length + 1);
  const changes = others.map((entity, place): Change => {
    const value = orders[place < found ? place : place + 1];
    return { op: 'set', collection, id: entity.id, field: 'order', value };
  });
  return { order: orders[found] ?? '', changes };
}
