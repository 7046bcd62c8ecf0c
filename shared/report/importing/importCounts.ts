/** How much an import adds and changes. */
import type { Change } from '#shared/map/Change.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { ImportPreview } from './importPreview.ts';

export function importCounts(
  before: PartnershipMap,
  after: PartnershipMap,
  changes: readonly Change[],
): Pick<ImportPreview, 'added' | 'changed'> {
  const more = (list: keyof ImportPreview['added']) => after[list].length - before[list].length;
  const keyOf = (change: Change) => `${change.collection} ${change.id}`;
  const added = new Set(changes.flatMap((change) => (change.op === 'add' ? keyOf(change) : [])));
  const touched = new Set(changes.map(keyOf));
  return {
    added: {
      interests: more('interests'),
      organizations: more('organizations'),
      placements: more('placements'),
      representatives: more('representatives'),
      bodies: more('bodies'),
      seats: more('seats'),
    },
    changed: [...touched].filter((key) => !added.has(key)).length,
  };
}
