import { type CollectionName, isCollectionName } from '#shared/map/collections.ts';

/** The entity that a key of `lockKey.entity` names; null for a record of the canvas, and for what is no such key. */
export function entityOfKey(key: string): { readonly collection: CollectionName; readonly id: string } | null {
  const [, collection, id] = /^map:([^/]+)\/(.+)$/.exec(key) ?? [];
  return collection === undefined || id === undefined || !isCollectionName(collection) ? null : { collection, id };
}
