/** What goes with a thing when it is removed, in words, before anybody removes it. */
import type { TFunction } from 'i18next';
import { runCommand } from '#shared/map/commands/runCommand.ts';
import type { kinds } from '#shared/kinds/kinds.ts';
import { type CollectionName, collectionNames } from '#shared/map/collections.ts';
import { references } from '#shared/map/references.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { notPlaced } from '#shared/map/readings/notPlaced.ts';
import { applyToMap } from '#shared/map/applyToMap.ts';
import type { EntityRef } from '#client/map/Selection.ts';

type Kinds = typeof kinds;
type Owned = {
  [C in CollectionName]: Kinds[C] extends { readonly references: infer R }
    ? { [F in keyof R]: R[F] extends { readonly how: 'owner' } ? C : never }[keyof R]
    : never;
}[CollectionName];
/** Lines go with either of their ends. */
const told = collectionNames.filter(
  (name): name is Owned | 'lines' =>
    name === 'lines' || references.some(({ from, how }) => from === name && how === 'owner'),
);

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
