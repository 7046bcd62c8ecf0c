/** What every page needs to be true of a field of a canvas record to read the record at all, whatever tldraw thinks of it. */

/** kinds of records that a document of tldraw 3.15 holds */
const recordKinds: ReadonlySet<unknown> = new Set(['asset', 'binding', 'document', 'page', 'shape']);
/** fixed for the life of a record, so they stand in `base` only */
const identityFields: ReadonlySet<string> = new Set(['id', 'typeName', 'type', 'props', 'meta']);

/** `id` is the key of the record in `canvas`, `key` the field's. */
export function isRecordField(id: string, key: string, value: unknown): boolean {
  if (key === 'base') return isBase(id, value);
  if (key === 'pos') return Array.isArray(value) && value.length === 3 && value.every((one) => typeof one === 'number');
  return !identityFields.has(key);
}

function isBase(id: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const base: { readonly id?: unknown; readonly typeName?: unknown } = value;
  return base.id === id && recordKinds.has(base.typeName);
}
