/** The keys under which chosen things are locked (SESSION): a thing together with what carries its place. */
import type { EntityRef } from '#client/map/Selection.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { lockKey } from '#shared/workshop/permits.ts';

/** An organization is locked with its placements, since these say in which interest it stands and where. */
export function lockKeys(
  map: PartnershipMap,
  refs: readonly EntityRef[],
  records: readonly string[],
): readonly string[] {
  const keys = refs.flatMap(({ collection, id }) => {
    const own = lockKey.entity(collection, id);
    if (collection !== 'organizations') return [own];
    const placements = map.placements.filter((placement) => placement.organization_id === id);
    return [own, ...placements.map((placement) => lockKey.entity('placements', placement.id))];
  });
  return [...new Set([...keys, ...records.map(lockKey.record)])];
}
