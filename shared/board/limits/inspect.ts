/**
 * Undoes, inside the running transaction, what breaks the rules of the document (ADMIT-7), so that nobody ever sees it.
 * Looks only at what the transaction changed. Layout: `canvas` and each collection of `map` hold Y.Maps (records, entities)
 * whose fields are JSON or Y.Text (in `map` also a Y.Map of JSON, for lists whose members merge one by one); `meta` and the collections themselves belong to the server.
 */
/* oxlint-disable no-underscore-dangle -- Yjs shows what a type holds, without copying it, only in these fields */
import * as Y from 'yjs';
import { collectionNames, isApartField } from '#shared/map/collections.ts';
import { revealsRating } from '#shared/map/ratings.ts';
import { inspectValue, isRefusedKey, type ValueRules } from './inspectValue.ts';
import { isRecordField } from './isRecordField.ts';
import { pathOf } from '#shared/board/changes/pathOf.ts';
import { roots } from '#shared/board/roots.ts';
import { maxRecordText } from './textLimits.ts';
import { isNew, nothing, valueBefore } from '#shared/board/changes/valueBefore.ts';

export const documentRules = {
  maxRecordBytes: 64 * 1024,
  maxTextLength: maxRecordText,
  maxFields: 256,
  /** records of the canvas, entities of one collection */
  maxRecords: 20_000,
  maxRecordIdLength: 128,
  maxFieldNameLength: 128,
} as const;

/** The part that was undone; null where only a deletion was. */
export type Undone = { readonly client: number; readonly clock: number } | null;

const canvasRules: ValueRules = { maxNumber: 1e7, maxBytes: documentRules.maxRecordBytes };
/** money, population, times: anything that a number can say exactly */
const wideRules: ValueRules = { maxNumber: Number.MAX_SAFE_INTEGER, maxBytes: documentRules.maxRecordBytes };
/** as wide, but without the fields that are for facilitators only: the document gives everything to everybody (RATE-1) */
const organizationRules: ValueRules = { ...wideRules };
/** as wide; neither says what a rating reveals (RATE-3) */
const acknowledgementRules: ValueRules = { ...wideRules };
const actionRules: ValueRules = { ...wideRules };
const knownCollections: ReadonlySet<string> = new Set(collectionNames);
/** A field of at most this size, in a record of few fields, cannot push the record over its size by itself. */
const smallField = 512;
const fewFields = 32;

/** The parts of a shared type that inspection needs, whatever events it sends. */
type Type = Pick<Y.AbstractType<unknown>, '_item' | '_map' | '_start' | '_length'>;
/** Where a type stands: `holder` = holds records, `record` = holds fields, `members` and `text` = a field. */
type Place = 'meta' | 'collections' | 'holder' | 'record' | 'members' | 'text' | 'nowhere';

/** Call inside the transaction, after everything was applied. */
export function inspect(transaction: Y.Transaction): Undone[] {
  const undone: Undone[] = [];
  for (const [type, keys] of Array.from(transaction.changed)) {
    if (type._item !== null && type._item.deleted) continue;
    const place = placeOf(transaction.doc, type);
    if (place.at === 'text') inspectText(transaction, type, keys, undone);
    else for (const key of Array.from(keys)) inspectKey(transaction, type, key, place, undone);
  }
  return undone;
}

function placeOf(doc: Y.Doc, type: Type): { at: Place; rules: ValueRules } {
  const path = pathOf(type);
  if (path.length === 0) return { at: 'nowhere', rules: wideRules };
  const depth = path.length - 1;
  const root = path[0];
  const isTextType = type instanceof Y.Text;
  if (root === doc.share.get(roots.canvas)) return { at: placeAt(depth, isTextType), rules: canvasRules };
  if (root === doc.share.get(roots.map)) {
    if (depth === 0) return { at: 'collections', rules: wideRules };
    const rules = rulesOf(path[1]?._item?.parentSub ?? '');
    return { at: depth === 3 && !isTextType ? 'members' : placeAt(depth - 1, isTextType), rules };
  }
  return { at: root === doc.share.get(roots.meta) ? 'meta' : 'nowhere', rules: wideRules };
}

function placeAt(depth: number, isTextType: boolean): Place {
  if (depth === 0) return 'holder';
  if (depth === 1) return 'record';
  return depth === 2 && isTextType ? 'text' : 'nowhere';
}

function inspectKey(
  transaction: Y.Transaction,
  type: Type,
  key: string | null,
  place: { at: Place; rules: ValueRules },
  undone: Undone[],
): void {
  if (key === null) {
    dropList(transaction, type, undone);
    return;
  }
  const item = type._map.get(key);
  if (item === undefined) return;
  if (place.at === 'meta') undoKey(transaction, type, key, item, undone);
  else if (place.at === 'collections') inspectCollection(transaction, type, key, item, undone);
  else if (item.deleted) return;
  else if (place.at === 'holder') {
    const isFine =
      key.length <= documentRules.maxRecordIdLength && hasRoom(type) && isRecord(key, contentOf(item), place.rules);
    if (!isFine) undoKey(transaction, type, key, item, undone);
  } else if (place.at === 'members') {
    if (sizeOfMembers(type) < 0) undoKey(transaction, type, key, item, undone);
  } else if (place.at !== 'record' || !fieldFits(type, key, item, place.rules)) {
    undoKey(transaction, type, key, item, undone);
  }
}

/** A collection that is there stays; one that an older board lacks may be added. */
function inspectCollection(transaction: Y.Transaction, type: Type, key: string, item: Y.Item, undone: Undone[]): void {
  const before = item.deleted || isNew(transaction, item) ? valueBefore(transaction, item) : nothing;
  const value = item.deleted ? undefined : contentOf(item);
  if (before === nothing && value === undefined) return;
  if (before === nothing && knownCollections.has(key) && value instanceof Y.Map && isHolder(value, rulesOf(key)))
    return;
  undoKey(transaction, type, key, item, undone, before);
}

function rulesOf(collection: string): ValueRules {
  if (collection === 'organizations') return organizationRules;
  if (collection === 'acknowledgements') return acknowledgementRules;
  return collection === 'actions' ? actionRules : wideRules;
}

function isHolder(value: Y.Map<unknown>, rules: ValueRules): boolean {
  if (value._start !== null && hasLiveList(value)) return false;
  if (!hasRoom(value)) return false;
  for (const [key, item] of value._map) {
    if (!item.deleted && (key.length > documentRules.maxRecordIdLength || !isRecord(key, contentOf(item), rules)))
      return false;
  }
  return true;
}

function isRecord(id: string, value: unknown, rules: ValueRules): boolean {
  if (!(value instanceof Y.Map) || hasLiveList(value)) return false;
  let sum = 0;
  let fields = 0;
  for (const [key, item] of value._map) {
    if (item.deleted) continue;
    const size = sizeOfField(id, key, contentOf(item), rules);
    if (size < 0) return false;
    sum += size;
    fields++;
  }
  return sum <= documentRules.maxRecordBytes && fields <= documentRules.maxFields;
}

function fieldFits(record: Type, key: string, item: Y.Item, rules: ValueRules): boolean {
  const id = record._item?.parentSub ?? '';
  const size = sizeOfField(id, key, contentOf(item), rules);
  if (size < 0) return false;
  if (size <= smallField && record._map.size <= fewFields) return true;
  return isRecord(id, record, rules);
}

function sizeOfField(id: string, key: string, value: unknown, rules: ValueRules): number {
  if (key.length > documentRules.maxFieldNameLength || isRefusedKey(key)) return -1;
  if (rules === canvasRules && !isRecordField(id, key, value)) return -1;
  if (rules === organizationRules && isApartField('organizations', key)) return -1;
  if (rules === acknowledgementRules && revealsRating('acknowledgements', key, value)) return -1;
  if (rules === actionRules && revealsRating('actions', key, value)) return -1;
  if (value instanceof Y.Text) return isText(value) ? value.length : -1;
  if (value instanceof Y.Map && rules !== canvasRules) return sizeOfMembers(value);
  if (value instanceof Y.AbstractType) return -1;
  const isFree = key.startsWith('meta.') || key === 'meta' || key.endsWith('.fileSize');
  return inspectValue(value, key, isFree ? wideRules : rules);
}

/** Members are plain values under keys of their own. */
function sizeOfMembers(members: Type): number {
  if (hasLiveList(members)) return -1;
  let sum = 0;
  for (const [key, item] of members._map) {
    if (item.deleted) continue;
    const value = contentOf(item);
    const size =
      key.length > documentRules.maxRecordIdLength || value instanceof Y.AbstractType
        ? -1
        : inspectValue(value, key, wideRules);
    if (size < 0) return -1;
    sum += size + key.length;
  }
  return sum > documentRules.maxRecordBytes ? -1 : sum;
}

function isText(text: Type): boolean {
  if (text._length > documentRules.maxTextLength) return false;
  for (const item of text._map.values()) if (!item.deleted) return false;
  for (let item = text._start; item !== null; item = item.right) if (!item.deleted && !isTextPart(item)) return false;
  return true;
}

function isTextPart(item: Y.Item): boolean {
  return item.content instanceof Y.ContentString || item.content instanceof Y.ContentFormat;
}

function inspectText(transaction: Y.Transaction, text: Type, keys: ReadonlySet<string | null>, undone: Undone[]): void {
  if (isText(text)) return;
  for (const key of keys) {
    const item = key === null ? undefined : text._map.get(key);
    if (key !== null && item !== undefined && !item.deleted) undoKey(transaction, text, key, item, undone);
  }
  const isTooLong = text._length > documentRules.maxTextLength;
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && isNew(transaction, item) && (isTooLong || !isTextPart(item))) drop(transaction, item, undone);
  }
}

/** Counts only where there may be too many: `_map` keeps the keys of deleted records. */
function hasRoom(holder: Type): boolean {
  if (holder._map.size <= documentRules.maxRecords) return true;
  let live = 0;
  for (const item of holder._map.values()) if (!item.deleted) live++;
  return live <= documentRules.maxRecords;
}

function hasLiveList(type: Type): boolean {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) return true;
  return false;
}

function dropList(transaction: Y.Transaction, type: Type, undone: Undone[]): void {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) drop(transaction, item, undone);
}

function drop(transaction: Y.Transaction, item: Y.Item, undone: Undone[]): void {
  undone.push({ client: item.id.client, clock: item.id.clock });
  item.delete(transaction);
}

function undoKey(
  transaction: Y.Transaction,
  type: Type,
  key: string,
  item: Y.Item,
  undone: Undone[],
  before: unknown = valueBefore(transaction, item),
): void {
  undone.push(isNew(transaction, item) ? { client: item.id.client, clock: item.id.clock } : null);
  if (!item.deleted) item.delete(transaction);
  // a root that clients write under is defined as Y.Map by the server; inside a text or list there is nothing to restore
  if (before !== nothing && type instanceof Y.Map) type.set(key, before);
}

function contentOf(item: Y.Item): unknown {
  if (item.content instanceof Y.ContentType) return item.content.type;
  if (item.content instanceof Y.ContentAny) return item.content.arr.at(-1);
  // text or formatting under a key: nothing of ours
  return Symbol('foreign');
}
