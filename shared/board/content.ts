/**
 * The content of a document without its history: one text per record and entity, exactly as it is stored. What snapshots
 * keep, what a restore brings back, and what a board that begins with content is made of. Knows Yjs, but no field of the map
 * and no kind of drawing, so that what a newer or broken program wrote comes back as it was, too.
 */
import * as Y from 'yjs';
import { collectionNames } from '#shared/map/collections.ts';
import { compareText } from '#shared/map/fractionalIndex.ts';
import { documentVersion, roots } from './roots.ts';
import { same } from './same.ts';
import { isRatedPart } from './forgetRated.ts';
import type { Run } from './text.ts';
import { runsOf, writeTextEdit } from './textEdit.ts';

/** `map/<collection>/<id>` or `canvas/<id>` -> its part as JSON; equal parts have equal texts. */
export type BoardContent = ReadonlyMap<string, string>;

/** One record or entity: its plain fields, its texts, its lists of members, and fields that were taken away. */
export interface Part {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly texts?: Readonly<Record<string, readonly Run[]>>;
  readonly members?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly gone?: readonly string[];
}

/** Reads everything that the document holds now. */
export function readContent(doc: Y.Doc): BoardContent {
  const content = new Map<string, string>();
  for (const [base, holder] of holdersOf(doc))
    for (const [id, stored] of holder) if (stored instanceof Y.Map) content.set(base + id, partText(stored));
  return content;
}

/** One part of it; null where there is none. */
export function readPart(doc: Y.Doc, key: string): string | null {
  const { base, id } = splitKey(key);
  const stored = new Map(holdersOf(doc)).get(base)?.get(id);
  return stored instanceof Y.Map ? partText(stored) : null;
}

/**
 * KeyedQueue what the document holds into the content: only what differs is written, so that others' carets stay where they
 * are and the update is as small as the difference. Call inside a transaction.
 */
export function writeContent(doc: Y.Doc, content: BoardContent): void {
  for (const _ of writeParts(doc, content)) continue;
}

/**
 * The same part by part, for who wants more than one transaction: after each part that was written it stands still and gives
 * about how much that was. `present` = what the document holds, where that was just read.
 */
export function* writeParts(doc: Y.Doc, content: BoardContent, present?: BoardContent): Generator<number, void> {
  const wanted = new Map<string, Map<string, string>>();
  for (const [key, text] of content) {
    if (isRatedPart(key, () => parsePart(text))) continue;
    const { base, id } = splitKey(key);
    const group = wanted.get(base) ?? new Map<string, string>();
    wanted.set(base, group.set(id, text));
  }
  completeCollections(doc);
  for (const [base, holder] of holdersOf(doc)) {
    const group = wanted.get(base) ?? new Map<string, string>();
    for (const id of holder.keys()) {
      if (group.has(id)) continue;
      holder.delete(id);
      yield present?.get(base + id)?.length ?? 0;
    }
    for (const [id, text] of group) {
      const stored = holder.get(id);
      if (!(stored instanceof Y.Map)) holder.set(id, newPart(parsePart(text)));
      else if ((present?.get(base + id) ?? partText(stored)) !== text) writePart(stored, parsePart(text));
      else continue;
      yield text.length;
    }
  }
}

/** A Yjs update (V1) of a document that has this content and no history. */
export function documentOf(content: BoardContent): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    doc.getMap(roots.meta).set('version', documentVersion);
    writeContent(doc, content);
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

export function holdersOf(doc: Y.Doc): Array<[base: string, holder: Y.Map<unknown>]> {
  const holders: Array<[string, Y.Map<unknown>]> = [[`${roots.canvas}/`, doc.getMap(roots.canvas)]];
  for (const [name, holder] of doc.getMap(roots.map))
    if (holder instanceof Y.Map) holders.push([`${roots.map}/${name}/`, holder]);
  return holders;
}

function completeCollections(doc: Y.Doc): void {
  const map = doc.getMap(roots.map);
  for (const name of collectionNames) if (!map.has(name)) map.set(name, new Y.Map());
}

export function splitKey(key: string): { base: string; id: string } {
  const first = key.indexOf('/') + 1;
  const at = key.startsWith(`${roots.map}/`) ? key.indexOf('/', first) + 1 : first;
  return { base: key.slice(0, at), id: key.slice(at) };
}

function partText(stored: Y.Map<unknown>): string {
  const fields = nothing<unknown>();
  const texts = nothing<readonly Run[]>();
  const members = nothing<Readonly<Record<string, unknown>>>();
  const gone: string[] = [];
  for (const name of [...stored.keys()].toSorted(compareText)) {
    const value = stored.get(name);
    if (value instanceof Y.Text) texts[name] = runsOf(value);
    else if (value instanceof Y.Map) members[name] = sortedEntries(value);
    else if (value === undefined) gone.push(name);
    else if (!(value instanceof Y.AbstractType)) fields[name] = value;
  }
  const part: Part = {
    fields,
    ...(Object.keys(texts).length > 0 ? { texts } : {}),
    ...(Object.keys(members).length > 0 ? { members } : {}),
    ...(gone.length > 0 ? { gone } : {}),
  };
  return JSON.stringify(part);
}

/** Without a prototype, so that no name means anything. */
function nothing<T>(): Record<string, T> {
  return Object.create(null);
}

function sortedEntries(members: Y.Map<unknown>): Record<string, unknown> {
  return Object.fromEntries([...members.entries()].toSorted(([a], [b]) => compareText(a, b)));
}

/** Only texts that `partText`, or `partBefore` in the same form, wrote come here. */
export function parsePart(text: string): Part {
  return JSON.parse(text) as Part;
}

export function newPart(part: Part): Y.Map<unknown> {
  const made = new Y.Map<unknown>();
  for (const [name, value] of Object.entries(part.fields)) made.set(name, value);
  for (const [name, runs] of Object.entries(part.texts ?? {})) made.set(name, newText(runs));
  for (const [name, members] of Object.entries(part.members ?? {})) made.set(name, newMembers(members));
  for (const name of part.gone ?? []) made.set(name, undefined);
  return made;
}

export function newText(runs: readonly Run[]): Y.Text {
  const text = new Y.Text();
  text.applyDelta(runs.map((run) => ({ insert: run.text, attributes: { ...run.attributes } })));
  return text;
}

function newMembers(members: Readonly<Record<string, unknown>>): Y.Map<unknown> {
  const made = new Y.Map<unknown>();
  for (const [name, value] of Object.entries(members)) made.set(name, value);
  return made;
}

function writePart(stored: Y.Map<unknown>, part: Part): void {
  const { fields, texts = {}, members = {}, gone = [] } = part;
  const kept = new Set([...Object.keys(fields), ...Object.keys(texts), ...Object.keys(members), ...gone]);
  for (const name of stored.keys()) if (!kept.has(name)) stored.delete(name);
  for (const [name, value] of Object.entries(fields)) if (!same(stored.get(name), value)) stored.set(name, value);
  for (const name of gone) if (!stored.has(name) || stored.get(name) !== undefined) stored.set(name, undefined);
  for (const [name, runs] of Object.entries(texts)) {
    const text = stored.get(name);
    if (text instanceof Y.Text) writeTextEdit(text, runsOf(text), runs);
    else stored.set(name, newText(runs));
  }
  for (const [name, wanted] of Object.entries(members)) {
    const there = stored.get(name);
    if (there instanceof Y.Map) writeMembers(there, wanted);
    else stored.set(name, newMembers(wanted));
  }
}

function writeMembers(there: Y.Map<unknown>, wanted: Readonly<Record<string, unknown>>): void {
  for (const name of there.keys()) if (!Object.hasOwn(wanted, name)) there.delete(name);
  for (const [name, value] of Object.entries(wanted)) if (!same(there.get(name), value)) there.set(name, value);
}
