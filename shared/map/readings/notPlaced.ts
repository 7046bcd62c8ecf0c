/** Organizations that stand in no interest: the tray beside the ring. */
import type { EntityOf } from '../collections.ts';
import type { PartnershipMap } from '../PartnershipMap.ts';

/** In table order. */
export function notPlaced(map: PartnershipMap): readonly EntityOf<'organizations'>[] {
  const placed = new Set(
    map.placements.flatMap((placement) => (placement.interest_id === null ? [] : placement.organization_id)),
  );
  return map.organizations.filter((organization) => !placed.has(organization.id));
}
