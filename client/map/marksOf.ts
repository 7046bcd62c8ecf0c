/** What of a comparison can be marked on the canvas of its later moment; what went cannot, and stands in the list only. */
import type { Comparison } from '#shared/compare/Comparison.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { Mark, Marks } from './MarksContext.ts';

export function marksOf({ groups }: Comparison, after: PartnershipMap): Marks {
  const marks = new Map<string, Mark>();
  for (const { collection, items } of groups)
    for (const { id, how } of items) {
      if (how === 'removed') continue;
      // the goal is one shape, whatever its id
      if (collection === 'placements') {
        const placement = after.placements.find((one) => one.id === id);
        if (placement) marks.set(`placements ${placement.organization_id} ${placement.interest_id ?? ''}`, how);
      } else marks.set(`${collection} ${collection === 'goal' ? 'goal' : id}`, how);
    }
  return marks;
}
