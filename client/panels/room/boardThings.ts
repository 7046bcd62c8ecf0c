/**
 * Everything that a board's document holds, thing by thing, with the bytes that it takes there and why no page shows it, where
 * none does. Reads the stored document, not what is drawn: what cannot be read is a thing, too.
 */
/* oxlint-disable no-underscore-dangle -- Yjs shows what a type holds, without copying it, only in these fields */
import * as Y from 'yjs';
import { collectionNames, type CollectionName } from '#shared/map/collections.ts';
import { entitiesOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { firstRecords } from '#shared/board/firstRecords.ts';
import { readRecord } from '#shared/board/record.ts';
import { roots } from '#shared/board/roots.ts';

/**
 * Why nobody sees a thing: the page cannot draw it (`unknown`), it stands on no page (`nowhere`), it joins what is gone
 * (`loose`), the map does not list it (`unlisted`); `far`: so far away from everything that nobody finds it.
 */
export const unseenWhys = ['unknown', 'nowhere', 'loose', 'unlisted', 'far'] as const;
export type UnseenWhy = (typeof unseenWhys)[number];

export interface BoardThing {
  readonly id: string;
  /** null = a record of the canvas */
  readonly collection: CollectionName | null;
  /** what it says it is: a kind of shape or record; the collection for things of the map */
  readonly kind: string;
  readonly words: string;
  /** as it stands in the document */
  readonly bytes: number;
  readonly unseen: UnseenWhy | null;
}

export interface ThingsSetup {
  readonly doc: Y.Doc;
  readonly map: PartnershipMap;
  /** Records that the canvas of this page set aside. */
  readonly setAside: ReadonlySet<string>;
  /** Ids that stand on the canvas without being in the document (cards of the map). */
  readonly isElsewhere: (id: string) => boolean;
}

/** Beyond this nobody looks; the frame and its cards stand within a few thousand. */
const farFrom = 100_000;
const wordFields = ['name', 'title', 'statement', 'text', 'label', 'role_title'];
const wordsShown = 60;

/** Gives the number of things so far, thing by thing, so that it can be done in pieces. */
export function* readThings({
  doc,
  map,
  setAside,
  isElsewhere,
}: ThingsSetup): Generator<number, readonly BoardThing[]> {
  const things: BoardThing[] = [];
  const canvas = doc.getMap<unknown>(roots.canvas);
  const first = new Set(firstRecords().map(({ id }) => id));
  const records = new Map<string, Fields>();
  for (const [id, entry] of canvas) records.set(id, fieldsOf(id, entry));
  for (const [id, fields] of records) {
    if (!first.has(id)) {
      const unseen = setAside.has(id) ? 'unknown' : whyUnseen(id, fields, records, isElsewhere);
      const kind = String(fields['type'] ?? fields['typeName'] ?? '');
      things.push({ id, collection: null, kind, words: wordsOf(canvas.get(id)), bytes: bytesOf(canvas, id), unseen });
    }
    yield things.length;
  }
  for (const collection of collectionNames) {
    const holder: unknown = doc.getMap<unknown>(roots.map).get(collection);
    if (!(holder instanceof Y.Map)) continue;
    const listed = new Set<string>(entitiesOf(map, collection).map(({ id }) => id));
    for (const id of holder.keys()) {
      const unseen = listed.has(id) ? null : 'unlisted';
      const words = wordsOf(holder.get(id));
      things.push({ id, collection, kind: collection, words, bytes: bytesOf(holder, id), unseen });
      yield things.length;
    }
  }
  return things;
}

/** Takes things off the board for everybody, whatever they are, in one step of undo. */
export function removeThings(
  doc: Y.Doc,
  things: Iterable<Pick<BoardThing, 'id' | 'collection'>>,
  origin: object,
): void {
  doc.transact(() => {
    for (const { id, collection } of things) {
      const holder: unknown = collection === null ? doc.getMap(roots.canvas) : doc.getMap(roots.map).get(collection);
      if (holder instanceof Y.Map) holder.delete(id);
    }
  }, origin);
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(id: string, entry: unknown): Fields {
  const read = readRecord(id, entry);
  if (read.ok) return read.record;
  const base: unknown = entry instanceof Y.Map ? entry.get('base') : null;
  return typeof base === 'object' && base !== null ? { ...base } : {};
}

function whyUnseen(
  id: string,
  fields: Fields,
  records: ReadonlyMap<string, Fields>,
  isElsewhere: (id: string) => boolean,
): UnseenWhy | null {
  const isThere = (end: unknown): boolean => typeof end === 'string' && (records.has(end) || isElsewhere(end));
  if (fields['typeName'] === 'binding') return isThere(fields['fromId']) && isThere(fields['toId']) ? null : 'loose';
  if (fields['typeName'] !== 'shape') return null;
  const seen = new Set([id]);
  let top: Fields | undefined = fields;
  for (let parent = top['parentId']; top !== undefined; parent = top?.['parentId']) {
    if (typeof parent !== 'string' || seen.has(parent)) break;
    seen.add(parent);
    if (parent.startsWith('page:')) {
      if (parent !== 'page:page' && !records.has(parent)) return 'nowhere';
      const isFar = [top['x'], top['y']].some((at) => typeof at === 'number' && Math.abs(at) > farFrom);
      return isFar && top === fields ? 'far' : null;
    }
    top = records.get(parent);
  }
  return null;
}

/** The words on it, in one line; empty where there are none. */
export function wordsOf(entry: unknown): string {
  if (!(entry instanceof Y.Map)) return '';
  const said = wordFields
    .map((field) => entry.get(field))
    .map((value) => (value instanceof Y.Text ? value.toString() : value));
  const [words = ''] = said.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
  const line = words.trim().replaceAll(/\s+/g, ' ');
  return line.length > wordsShown ? `${line.slice(0, wordsShown)}…` : line;
}

function bytesOf(holder: Y.Map<unknown>, key: string): number {
  const item = holder._map.get(key);
  if (item === undefined) return 0;
  const encoder = new Y.UpdateEncoderV1();
  write(item, encoder);
  return encoder.toUint8Array().byteLength;
}

function write(item: Y.Item, encoder: Y.UpdateEncoderV1): void {
  item.write(encoder, 0);
  if (!(item.content instanceof Y.ContentType)) return;
  const { type } = item.content;
  for (const field of type._map.values()) write(field, encoder);
  for (let part = type._start; part !== null; part = part.right) write(part, encoder);
}
