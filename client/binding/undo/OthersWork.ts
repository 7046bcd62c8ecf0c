/**
 * Remembers what others changed in records and entities, and when, so that taking back an own act can stop before it takes
 * theirs (UNDO-1). Time is a count of changes that came in; everything that was not done on this page is others'.
 */
/* oxlint-disable no-underscore-dangle -- where a part of a document stands, Yjs shows only in these fields */
import * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';

/** A record or an entity: `canvas/<id>` or `map/<collection>/<id>`. */
export type EntryKey = string;

export interface Place {
  readonly key: EntryKey;
  /** Of which field the part is; null: it is the record or entity itself. */
  readonly field: string | null;
}

export class OthersWork {
  readonly #doc: Y.Doc;
  readonly #touched = new Map<string, number>();
  /** organizations that are at the table since: that falls with them, and keeps nobody from taking back that they added one */
  readonly #seated = new Map<EntryKey, number>();
  #now = 0;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    doc.on('afterTransaction', this.#onTransaction);
  }

  /** The count so far, for `since`. */
  now(): number {
    return this.#now;
  }

  /** Others made, changed or removed it later than `since`. */
  isTouched(key: EntryKey, since: number, field?: string): boolean {
    return (
      (this.#touched.get(field === undefined ? key : fieldKey(key, field)) ?? 0) > since ||
      (field === undefined && (this.#seated.get(key) ?? 0) > since)
    );
  }

  /** The same, but for what nobody would miss who takes back that it was added. */
  isWorkedOn(key: EntryKey, since: number): boolean {
    return (this.#touched.get(key) ?? 0) > since;
  }

  /** Records and entities that others worked on later than `since`. */
  touched(since: number): readonly EntryKey[] {
    return [...this.#touched].filter(([key, at]) => at > since && !key.includes(fieldMark)).map(([key]) => key);
  }

  dispose(): void {
    this.#doc.off('afterTransaction', this.#onTransaction);
  }

  readonly #onTransaction = (transaction: Y.Transaction): void => {
    if (transaction.local || transaction.changed.size === 0) return;
    this.#now += 1;
    for (const [type, fields] of transaction.changed) {
      const isSeated = isSeating(type, fields);
      for (const field of fields) this.#mark(placeIn(this.#doc, type, field), isSeated);
    }
  };

  #mark(place: Place | null, isSeated: boolean): void {
    if (place === null) return;
    if (isSeated && place.key.startsWith(organizations)) this.#seated.set(place.key, this.#now);
    else this.#touched.set(place.key, this.#now);
    if (place.field !== null) this.#touched.set(fieldKey(place.key, place.field), this.#now);
  }
}

const organizations: EntryKey = 'map/organizations/';
const seatingFields: ReadonlySet<string | null> = new Set(['engagement', 'changed_on']);

/** Said of an organization because somebody who joined named it as theirs, or by one press: that it is at the table, and no more. */
function isSeating(type: object, fields: ReadonlySet<string | null>): boolean {
  return (
    type instanceof Y.Map &&
    fields.has('engagement') &&
    type.get('engagement') === 'partner' &&
    [...fields].every((field) => seatingFields.has(field))
  );
}

/** Stands in no id. */
const fieldMark = '\n';
const fieldKey = (key: EntryKey, field: string): string => `${key}${fieldMark}${field}`;

/** Where an item of the document stands; null outside of records and entities. */
export function placeOf(doc: Y.Doc, item: Y.Item): Place | null {
  return item.parent instanceof Y.AbstractType ? placeIn(doc, item.parent, item.parentSub) : null;
}

type Holder = Pick<Y.AbstractType<unknown>, '_item'>;

/** Where `key` of a shared type stands (null: a place in a text or list). */
function placeIn(doc: Y.Doc, holder: Holder, key: string | null): Place | null {
  const path: (string | null)[] = [key];
  let type = holder;
  while (type._item !== null) {
    path.unshift(type._item.parentSub);
    if (!(type._item.parent instanceof Y.AbstractType)) return null;
    type = type._item.parent;
  }
  if (type === doc.getMap(roots.canvas)) return entryAt('canvas', path);
  if (type !== doc.getMap(roots.map)) return null;
  const [collection, ...rest] = path;
  return rest.length === 0 ? null : entryAt(`map/${collection}`, rest);
}

function entryAt(holder: string, [id, field]: readonly (string | null)[]): Place | null {
  return id === null || id === undefined ? null : { key: `${holder}/${id}`, field: field ?? null };
}

/** The stored record or entity; undefined when it is gone. */
export function entryOf(doc: Y.Doc, key: EntryKey): Y.Map<unknown> | undefined {
  const [root, ...path] = key.split('/');
  const inMap = root === 'map';
  const holder: unknown = inMap ? doc.getMap(roots.map).get(path[0] ?? '') : doc.getMap(roots.canvas);
  // ids of records may have a slash in them
  const entry: unknown = holder instanceof Y.Map ? holder.get(path.slice(inMap ? 1 : 0).join('/')) : undefined;
  return entry instanceof Y.Map ? entry : undefined;
}
