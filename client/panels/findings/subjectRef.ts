/** Where "Go there" leads: the thing a finding speaks of, or the view that shows it. */
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { collectionOfSubject, subjectOf } from '#shared/map/rules/Finding.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { isInspected } from '#client/panels/things/entityName.ts';

export type Destination = { readonly ref: EntityRef } | { readonly view: 'coverage' };

/** Null for what has no place on these views. */
export function destinationOf(map: PartnershipMap, finding: { readonly subject: string }): Destination | null {
  const { type, id } = subjectOf(finding);
  if (type === 'goal' || type === 'partnership') return { ref: { collection: type, id: map[type].id } };
  if (type === 'trust') {
    const latest = map.trust_stages.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))[0];
    return latest ? { ref: { collection: 'trust_stages', id: latest.id } } : null;
  }
  if (type === 'sector' || type === 'kind' || type === 'part') return { view: 'coverage' };
  if (type === 'iteration') {
    // findings name a round by its number, the map's views by its id
    const round = map.iterations.find((one) => String(one.number) === id);
    return round ? { ref: { collection: 'iterations', id: round.id } } : null;
  }
  const collection = collectionOfSubject(type);
  if (
    collection === undefined ||
    !isInspected(collection) ||
    !entitiesOf(map, collection).some((entity) => entity.id === id)
  )
    return null;
  return { ref: { collection, id } };
}
