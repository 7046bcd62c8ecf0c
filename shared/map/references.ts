/** Which fields lead to which collection, and the ends of lines, which name a collection each. */
import type { Reference } from '#shared/kinds/Kind.ts';
import { type CollectionName, collectionNames, kindOf } from './collections.ts';

export interface FieldReference extends Reference {
  readonly from: CollectionName;
  readonly field: string;
}

export const references: readonly FieldReference[] = collectionNames.flatMap((from) =>
  Object.entries(kindOf(from).references ?? {}).flatMap(([field, reference]) =>
    reference === undefined ? [] : { from, field, ...reference },
  ),
);

/** The collection that an end of a line names. */
export const lineEnds: Readonly<Record<string, CollectionName>> = {
  body: 'bodies',
  organization: 'organizations',
  representative: 'representatives',
};

/** Type and id of `body:x`, `organization:x` or `representative:x`. */
export function endOf(text: string): { readonly type: string; readonly id: string } {
  const at = text.indexOf(':');
  return { type: text.slice(0, at), id: text.slice(at + 1) };
}

/** What an entity cannot be without: its owners, and the ends of a line. `read` gives a field of it. */
export function ownersOf(
  from: CollectionName,
  read: (field: string) => unknown,
): ReadonlyArray<{ readonly collection: CollectionName; readonly id: string }> {
  const owners = references
    .filter((reference) => reference.from === from && reference.how === 'owner')
    .flatMap(({ field, to }) => namedIds(read(field)).map((id) => ({ collection: to, id })));
  if (from !== 'lines') return owners;
  return [...owners, ...['from', 'to'].flatMap((field) => lineEndOf(read(field)) ?? [])];
}

/** The entity that an end of a line names. */
export function lineEndOf(end: unknown): { readonly collection: CollectionName; readonly id: string } | null {
  const { type, id } = endOf(typeof end === 'string' ? end : '');
  const collection = Object.hasOwn(lineEnds, type) ? lineEnds[type] : undefined;
  return collection === undefined ? null : { collection, id };
}

/** What stands in a reference, as text ids: one, several, or none. */
export function namedIds(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((id): id is string => typeof id === 'string');
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'string' ? [value] : [];
}

const roundFields: ReadonlyMap<CollectionName, string> = new Map([
  ['iterations', 'carries_from'],
  ...references.filter(({ to }) => to === 'iterations').map(({ from, field }) => [from, field] as const),
]);

/** The field in which entities of the collection name a round; documents name it by its id, the map by its number. */
export function roundField(collection: CollectionName): string | null {
  return roundFields.get(collection) ?? null;
}
