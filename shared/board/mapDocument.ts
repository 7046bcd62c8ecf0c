/** The map in the document: root `map`, one Y.Map per collection, one Y.Map per entity. Writes changes, reads whole maps. */
import * as Y from 'yjs';
import type { Change } from '#shared/map/Change.ts';
import {
  type CollectionName,
  collectionNames,
  isApartField,
  isMemberField,
  isTextField,
} from '#shared/map/collections.ts';
import { normalizeMap } from '#shared/map/normalizeMap.ts';
import { entitiesOf, type Lists, mapOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { withoutUnseen } from '#shared/text/unseen.ts';
import { tellsRating } from './forgetRated.ts';
import { entityFromY, entityToY, membersOf, setMember, setMembers } from './mapFields.ts';
import { roots } from './roots.ts';
import { plainRuns } from './text.ts';
import { writeTextEdit } from './textEdit.ts';

type Stored = Y.Map<unknown>;

/** The entities of a collection in the document; undefined where an older board lacks it. */
export function storedCollection(doc: Y.Doc, collection: CollectionName): Y.Map<unknown> | undefined {
  const found: unknown = doc.getMap(roots.map).get(collection);
  return found instanceof Y.Map ? found : undefined;
}

function holderOf(doc: Y.Doc, collection: CollectionName): Y.Map<unknown> {
  const found = storedCollection(doc, collection);
  if (found) return found;
  const made = new Y.Map<unknown>();
  doc.getMap(roots.map).set(collection, made);
  return made;
}

/** Writes a whole map into a document that has none yet: what the server does when it creates a board. */
export function writeTemplate(doc: Y.Doc, map: PartnershipMap): void {
  doc.transact(() => {
    const root = doc.getMap(roots.map);
    for (const collection of collectionNames) {
      const holder = new Y.Map<unknown>();
      for (const entity of entitiesOf(map, collection))
        if (!tellsRating(collection, Object.entries(entity))) holder.set(entity.id, entityToY(collection, entity));
      root.set(collection, holder);
    }
  });
}

/** Writes the changes of a command in one transaction. What somebody else deleted meanwhile stays deleted (MAP-15). */
export function applyChanges(doc: Y.Doc, changes: readonly Change[], origin: unknown): void {
  doc.transact(() => {
    for (const change of changes) applyChange(doc, change);
  }, origin);
}

function applyChange(doc: Y.Doc, change: Change): void {
  const holder = holderOf(doc, change.collection);
  if (change.op === 'add') {
    holder.set(change.id, entityToY(change.collection, change.entity));
    return;
  }
  if (change.op === 'remove') {
    holder.delete(change.id);
    return;
  }
  if (isApartField(change.collection, change.field)) return;
  const stored = storedEntity(holder, change.collection, change.id);
  if (!stored) return;
  if (change.op === 'member') setMember(membersOf(stored, change.field), change.member, change.on);
  else if (change.op === 'text') writeText(stored, change.field, change.before, change.after);
  else if (isMemberField(change.collection, change.field))
    setMembers(membersOf(stored, change.field), Array.isArray(change.value) ? change.value : null);
  else if (isTextField(change.collection, change.field))
    writeText(stored, change.field, String(stored.get(change.field) ?? ''), String(change.value ?? ''));
  else stored.set(change.field, change.value);
}

/** A board without a goal has one as soon as somebody writes into it; every other entity has to be added. */
function storedEntity(holder: Y.Map<unknown>, collection: CollectionName, id: string): Stored | undefined {
  const found = holder.get(id);
  if (found instanceof Y.Map) return found;
  if ((collection !== 'partnership' && collection !== 'goal') || holder.size > 0) return undefined;
  const made = entityToY(collection, mapOf({})[collection]);
  holder.set(id, made);
  return made;
}

function writeText(stored: Stored, field: string, before: string, after: string): void {
  const found = stored.get(field);
  if (found instanceof Y.Text) {
    const now = found.toString();
    // what is read has nothing that nobody sees: whoever edits a text of before takes that out of it
    const was = before !== now && before === withoutUnseen(now) ? now : before;
    writeTextEdit(found, plainRuns(was), plainRuns(after));
  } else stored.set(field, new Y.Text(after));
}

/** The entities of one collection as they are stored, each by its schema; what can be none is left out. */
export function readCollection(
  doc: Y.Doc,
  collection: CollectionName,
): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const entities = new Map<string, Readonly<Record<string, unknown>>>();
  for (const [id, stored] of storedCollection(doc, collection) ?? []) {
    const entity = stored instanceof Y.Map ? entityFromY(collection, id, stored) : null;
    if (entity) entities.set(id, entity);
  }
  return entities;
}

/** Entities as lists of the map; every entity was read by the schema of its collection. */
export function listsOf(
  read: ReadonlyMap<CollectionName, ReadonlyMap<string, Readonly<Record<string, unknown>>>>,
): Lists {
  return Object.fromEntries([...read].map(([collection, entities]) => [collection, [...entities.values()]])) as Lists;
}

/** The whole map, normalized (MAP-13). For a map that follows the document see `MapReader`. */
export function readMap(doc: Y.Doc): PartnershipMap {
  return normalizeMap(
    listsOf(new Map(collectionNames.map((collection) => [collection, readCollection(doc, collection)]))),
  );
}
