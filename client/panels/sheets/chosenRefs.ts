/** Of what is chosen, notes and groups: they are chosen together with each other only. */
import type { EntityRef } from '#client/map/Selection.ts';

export function chosenRefs(refs: readonly EntityRef[]): readonly EntityRef[] {
  return refs.filter(({ collection }) => collection === 'ideas' || collection === 'groups');
}
