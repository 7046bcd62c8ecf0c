/** The whole map as plain readonly data, in table order. What readings, rules, commands and exports look at. */
import * as v from 'valibot';
import { collectionNames, type CollectionName, type EntityOf, schemaOf } from './collections.ts';

/** Collections with many entities. */
export type ListName = Exclude<CollectionName, 'partnership' | 'goal'>;

export type EntityLists = { readonly [C in ListName]: readonly EntityOf<C>[] };

/** Lists are in table order: by `order`, then by id. */
export interface PartnershipMap extends EntityLists {
  readonly partnership: EntityOf<'partnership'>;
  readonly goal: EntityOf<'goal'>;
}

/** Every list, by name; what is missing is empty. */
export type Lists = { readonly [C in CollectionName]?: readonly EntityOf<C>[] };

export const listNames: readonly ListName[] = collectionNames.filter(
  (name): name is ListName => name !== 'partnership' && name !== 'goal',
);

/** A map from lists of entities; a partnership or goal that is missing has only defaults. */
export function mapOf(lists: Lists): PartnershipMap {
  const partnership = lists.partnership?.[0] ?? v.parse(schemaOf('partnership'), { id: 'partnership' });
  const goal = lists.goal?.[0] ?? v.parse(schemaOf('goal'), { id: 'goal' });
  const filled: Record<string, readonly unknown[]> = {};
  for (const name of listNames) filled[name] = lists[name] ?? [];
  // every list name was filled from a value of its own type
  return { ...(filled as unknown as EntityLists), partnership, goal };
}

/** The entities of one collection, also for partnership and goal. */
export function entitiesOf<C extends CollectionName>(map: PartnershipMap, collection: C): readonly EntityOf<C>[] {
  const found: unknown = map[collection];
  return (Array.isArray(found) ? found : [found]) as readonly EntityOf<C>[];
}
