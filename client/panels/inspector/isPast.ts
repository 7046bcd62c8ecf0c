/** What belongs to a round that is over: it can be read, not changed, but for the insight that a round carries on. */
import type { CollectionName } from '#shared/map/collections.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { isRoundClosed } from '#shared/map/readings/isRoundClosed.ts';

export function isPast(
  map: PartnershipMap,
  collection: CollectionName,
  entity: Readonly<Record<string, unknown>>,
): boolean {
  if (collection === 'notes') return isRoundClosed(map, entity['iteration']);
  return collection === 'iterations' && entity['status'] === 'closed';
}
