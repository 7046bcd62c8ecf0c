/** Whether anything that the frame shows can have changed; the map keeps what is equal as the same object. */
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';

const shown = [
  'goal',
  'indicators',
  'measurements',
  'sectors',
  'interests',
  'organizations',
  'placements',
  'representatives',
] as const satisfies readonly (keyof PartnershipMap)[];

export function frameListsChanged(before: PartnershipMap, after: PartnershipMap): boolean {
  return before !== after && shown.some((list) => before[list] !== after[list]);
}
