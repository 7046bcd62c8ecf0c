/** Whether anything that the cycle shows can have changed; the map keeps what is equal as the same object. */
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';

const shown = [
  'iterations',
  'notes',
  'experiments',
  'organizations',
] as const satisfies readonly (keyof PartnershipMap)[];

export function cycleListsChanged(before: PartnershipMap, after: PartnershipMap): boolean {
  return before !== after && shown.some((list) => before[list] !== after[list]);
}
