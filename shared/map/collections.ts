/** The collections of the map, and what their kinds say about fields. */
import type * as v from 'valibot';
import { collectionNames as names, type CollectionName } from '#shared/kinds/collectionNames.ts';
import type { Kind } from '#shared/kinds/Kind.ts';
import { kinds } from '#shared/kinds/kinds.ts';

export type { CollectionName } from '#shared/kinds/collectionNames.ts';
export type EntityOf<C extends CollectionName> = Readonly<v.InferOutput<(typeof kinds)[C]['schema']>>;

/** All names, in the order in which files write them. */
export const collectionNames: readonly CollectionName[] = names;

export function isCollectionName(name: string): name is CollectionName {
  return Object.hasOwn(kinds, name);
}

export function kindOf(collection: CollectionName): Kind {
  return kinds[collection];
}

/** Schema of the entities of a collection. */
export function schemaOf<C extends CollectionName>(collection: C): (typeof kinds)[C]['schema'] {
  return kinds[collection].schema;
}

/** True when the field never stands in a document. */
export function isApartField(collection: CollectionName, field: string): boolean {
  return kindOf(collection).apart?.includes(field) ?? false;
}

/** True when the field is a long text. */
export function isTextField(collection: CollectionName, field: string): boolean {
  return kindOf(collection).texts?.includes(field) ?? false;
}

/** True when the field is a list whose members merge one by one. */
export function isMemberField(collection: CollectionName, field: string): boolean {
  return kindOf(collection).members?.includes(field) ?? false;
}

/** True when entities of the collection have this field. */
export function isField(collection: CollectionName, field: string): boolean {
  return Object.hasOwn(kindOf(collection).schema.entries, field);
}
