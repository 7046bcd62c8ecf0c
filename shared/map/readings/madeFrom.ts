/** What became of ideas and groups: the things of the map that were made from them. Pure. */
import { madeId } from '#shared/kinds/ids.ts';
import { entitiesOf, type PartnershipMap } from '../PartnershipMap.ts';
import { madeCollections, type MadeCollection } from './madeCollections.ts';

export interface MadeThing {
  readonly collection: MadeCollection;
  readonly id: string;
}

/** By source (`ideas/<id>` or `groups/<id>`). */
export function madeFrom(map: PartnershipMap): ReadonlyMap<string, readonly MadeThing[]> {
  const made = new Map<string, MadeThing[]>();
  for (const collection of madeCollections)
    for (const { id, source } of entitiesOf(map, collection)) {
      if (!/^(?:ideas|groups)\//.test(source)) continue;
      made.set(source, [...(made.get(source) ?? []), { collection, id }]);
    }
  return made;
}

/** Which of the sources are such a thing already, and stay it when they are turned into it once more. */
export function alreadyMade(
  map: PartnershipMap,
  sources: readonly string[],
  collection: MadeCollection,
): readonly string[] {
  const there = new Set(entitiesOf(map, collection).map(({ id }) => id));
  return sources.filter((source) => there.has(madeId(source, collection)));
}
