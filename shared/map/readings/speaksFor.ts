/** Who speaks for what. */
import type { EntityOf } from '../collections.ts';
import { type MapIndex, spokenFor } from '../MapIndex.ts';

/** Ids of the interests a representative speaks for; a list of its own, or all of its organization. */
export function speaksFor(index: MapIndex, person: EntityOf<'representatives'>): readonly string[] {
  return spokenFor(person, index.interestsOfOrganization);
}
