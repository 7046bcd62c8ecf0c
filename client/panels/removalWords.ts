/** What goes with a thing when it is removed, in words, before anybody removes it. */
import type { TFunction } from 'i18next';
import { runCommand } from '#shared/map/commands/runCommand.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { notPlaced } from '#shared/map/readings/notPlaced.ts';
import { applyToMap } from '#shared/map/applyToMap.ts';
import type { EntityRef } from '#client/map/Selection.ts';

const told = ['placements', 'representatives', 'seats', 'lines', 'measurements', 'notes'] as const;

/** One sentence per kind of consequence; empty when nothing else is touched. Asks the command itself, so both agree. */
export function removalWords(map: PartnershipMap, ref: EntityRef, t: TFunction, language: string): readonly string[] {
  const result = runCommand(
    map,
    { type: 'remove', collection: ref.collection, id: ref.id },
    { today: '2000-01-01', newId: () => 'none' },
  );
  if (!result.ok) return [];
  const gone = told.flatMap((collection) => {
    const count = result.changes.filter(
      (change) =>
        change.op === 'remove' &&
        change.collection === collection &&
        !(change.collection === ref.collection && change.id === ref.id),
    ).length;
    return count === 0 ? [] : t(`map.goesWith.${collection}`, { count });
  });
  const claims = new Set(result.changes.flatMap((change) => (change.op === 'member' && !change.on ? change.id : [])))
    .size;
  const unplaced = notPlaced(applyToMap(map, result.changes)).length - notPlaced(map).length;
  const after = [
    ...(claims > 0 ? [t('map.goesWith.claims', { count: claims })] : []),
    ...(unplaced > 0 && ref.collection === 'interests' ? [t('map.goesWith.unplaced', { count: unplaced })] : []),
  ];
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return [
    ...(gone.length > 0 ? [t('map.goesWith.with', { list: list.format(gone) })] : []),
    ...(after.length > 0 ? [t('map.goesWith.after', { list: list.format(after) })] : []),
  ];
}
