/**
 * Whether taking back a step of undo (or redo) would take something from others: what it would remove is theirs, too, as
 * soon as they changed it or built on it since. Decision 0179.
 */
/* oxlint-disable no-underscore-dangle -- what holds a value of a document, Yjs shows only in these fields */
import * as Y from 'yjs';
import { isCollectionName } from '#shared/map/collections.ts';
import { endOf, lineEnds, namedIds, references } from '#shared/map/references.ts';
import { entryOf, placeOf, type EntryKey, type OthersWork } from './OthersWork.ts';

/** What Yjs keeps of a step. */
export interface Step {
  readonly insertions: Parameters<typeof Y.isDeleted>[0];
  readonly deletions: Parameters<typeof Y.isDeleted>[0];
}

export interface Judgement {
  /** It would remove what others have changed or built on since. */
  readonly isBlocked: boolean;
  /** Others have changed or removed some of what it wrote in things that stay; that stays as they left it. */
  readonly isOvertaken: boolean;
  /** Others have changed something in the records and entities that it is about. */
  readonly isShared: boolean;
}

const origin = { name: 'looks at a step' };

/** `since`: as `OthersWork` counts, when the step began. */
export function judgeStep(doc: Y.Doc, step: Step, others: OthersWork, since: number): Judgement {
  const looked = lookAt(doc, step);
  const isTouched = (key: EntryKey, field?: string) => others.isTouched(key, since, field);
  const isBlocked =
    [...looked.made].some((key) => others.isWorkedOn(key, since)) ||
    looked.holders.some(({ key, field }) => isTouched(key, field)) ||
    [...looked.fields].some(([key, fields]) => isApart(fields, (field) => isTouched(key, field))) ||
    (looked.made.size > 0 && isBuiltOn(doc, looked.made, step, others.touched(since)));
  return {
    isBlocked,
    isOvertaken: [...looked.lost].some((key) => !looked.made.has(key) && isTouched(key)),
    isShared: [...looked.about].some((key) => isTouched(key)),
  };
}

interface Looked {
  /** Records and entities that it made and that are still there. */
  readonly made: Set<EntryKey>;
  /** Shared values (texts, lists) that it made in older records and entities. */
  readonly holders: { readonly key: EntryKey; readonly field: string }[];
  /** The fields that it wrote. */
  readonly fields: Map<EntryKey, Set<string>>;
  /** Where something that it wrote is there no more. */
  readonly lost: Set<EntryKey>;
  readonly about: Set<EntryKey>;
}

function lookAt(doc: Y.Doc, step: Step): Looked {
  const looked: Looked = { made: new Set(), holders: [], fields: new Map(), lost: new Set(), about: new Set() };
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, step.insertions, (struct) => {
      if (struct instanceof Y.Item) lookAtMade(doc, step, latest(doc, struct), looked);
    });
    Y.iterateDeletedStructs(transaction, step.deletions, (struct) => {
      const place = struct instanceof Y.Item ? placeOf(doc, struct) : null;
      if (place !== null) looked.about.add(place.key);
    });
  }, origin);
  // what stands in something new goes with it
  for (const key of looked.made) looked.fields.delete(key);
  return { ...looked, holders: looked.holders.filter(({ key }) => !looked.made.has(key)) };
}

function lookAtMade(doc: Y.Doc, step: Step, item: Y.Item, looked: Looked): void {
  const place = placeOf(doc, item);
  if (place === null) return;
  const { key, field } = place;
  looked.about.add(key);
  if (item.deleted && !Y.isDeleted(step.deletions, item.id)) looked.lost.add(key);
  if (field === null) {
    if (!item.deleted) looked.made.add(key);
    return;
  }
  if (!item.deleted && item.content instanceof Y.ContentType) looked.holders.push({ key, field });
  looked.fields.set(key, (looked.fields.get(key) ?? new Set()).add(field));
}

/** What stands for an item by now: undo and redo bring back copies. */
function latest(doc: Y.Doc, item: Y.Item): Y.Item {
  let found = item;
  while (found.redone !== null) {
    const next = Y.getItem(doc.store, found.redone);
    if (!(next instanceof Y.Item)) break;
    found = next;
  }
  return found;
}

/** A place on the canvas is meant within its parent: one of both, taken back alone, would throw the shape elsewhere. */
function isApart(written: ReadonlySet<string>, isTouched: (field: string) => boolean): boolean {
  if (written.has('parentId')) return isTouched('parentId') || isTouched('pos');
  return written.has('pos') && isTouched('parentId') && !isTouched('pos');
}

/** Something that others touched since leads, over whatever it refers to, to something that would go. */
function isBuiltOn(doc: Y.Doc, made: ReadonlySet<EntryKey>, step: Step, touched: readonly EntryKey[]): boolean {
  const seen = new Set(touched);
  const waiting = [...touched];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const entry = entryOf(doc, key);
    if (entry === undefined) continue;
    if (made.has(key)) return true;
    for (const target of targetsOf(key, entry, step)) {
      if (!seen.has(target)) waiting.push(target);
      seen.add(target);
    }
  }
  return false;
}

/** What it refers to, but for references that the step itself wrote: these go with it. */
function targetsOf(key: EntryKey, entry: Y.Map<unknown>, step: Step): readonly EntryKey[] {
  const [root, collection = ''] = key.split('/');
  if (root === 'canvas') return recordTargets(entry, step);
  if (!isCollectionName(collection)) return [];
  const found: EntryKey[] = [];
  for (const { from, field, to } of references) {
    if (from === collection) found.push(...idsIn(entry, field, step).map((id) => `map/${to}/${id}`));
  }
  if (collection === 'lines') {
    for (const end of ['from', 'to'].flatMap((field) => idsIn(entry, field, step))) {
      const { type, id } = endOf(end);
      if (Object.hasOwn(lineEnds, type)) found.push(`map/${lineEnds[type]}/${id}`);
    }
  }
  return found;
}

/** Parent, ends of a binding, and picture. */
const recordReferences = ['parentId', 'fromId', 'toId', 'props.assetId'];

function recordTargets(entry: Y.Map<unknown>, step: Step): readonly EntryKey[] {
  return recordReferences.flatMap((field) => {
    const ids = entry.has(field) ? idsIn(entry, field, step) : namedIds(valueIn(entry.get('base'), field));
    return ids.map((id) => `canvas/${id}`);
  });
}

function valueIn(base: unknown, field: string): unknown {
  let value = base;
  for (const name of field.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, name)?.value;
  }
  return value;
}

function idsIn(entry: Y.Map<unknown>, field: string, step: Step): readonly string[] {
  const isOfStep = (item: Y.Item | undefined) => item !== undefined && Y.isDeleted(step.insertions, item.id);
  if (isOfStep(entry._map.get(field))) return [];
  const value = entry.get(field);
  if (!(value instanceof Y.Map)) return namedIds(value);
  return [...value.keys()].filter((id) => !isOfStep(value._map.get(id)));
}
