/**
 * One entity of the map in the document: a Y.Map of fields. Long texts are Y.Texts and lists that several people add to
 * are Y.Maps of their members (value = place in the list); both are made with the entity, since whoever makes them later
 * would replace what somebody else made at the same time. Everything else is one JSON value per field.
 */
import * as v from 'valibot';
import * as Y from 'yjs';
import { type CollectionName, schemaOf, isApartField, isMemberField, isTextField } from '#shared/map/collections.ts';
import { maxTextLength } from '#shared/kinds/fields.ts';
import { compareText } from '#shared/map/fractionalIndex.ts';

/** Stands among the members where the list is absent: "all". No id contains it. */
const absent = '*';

function writeMembers(members: Y.Map<unknown>, list: readonly unknown[] | null): void {
  if (list === null) members.set(absent, 0);
  else for (const [place, member] of list.entries()) if (typeof member === 'string') members.set(member, place);
}

/** A new entity as it goes into its collection. */
export function entityToY(collection: CollectionName, entity: Readonly<Record<string, unknown>>): Y.Map<unknown> {
  const made = new Y.Map<unknown>();
  for (const [field, value] of Object.entries(entity)) {
    if (isApartField(collection, field)) continue;
    if (isTextField(collection, field)) made.set(field, new Y.Text(typeof value === 'string' ? value : ''));
    else if (isMemberField(collection, field)) {
      const members = new Y.Map<unknown>();
      writeMembers(members, Array.isArray(value) ? value : null);
      made.set(field, members);
    } else made.set(field, value);
  }
  return made;
}

function readMembers(members: Y.Map<unknown>, optional: boolean): readonly string[] | null {
  if (optional && members.has(absent)) return null;
  const places = [...members.entries()].filter(([member]) => member !== absent);
  const rank = (place: unknown) => (typeof place === 'number' && Number.isFinite(place) ? place : 0);
  return places.toSorted(([a, x], [b, y]) => rank(x) - rank(y) || compareText(a, b)).map(([member]) => member);
}

/** The value of a list or text field as plain data; other values as they are. */
function plainValue(value: unknown, optional: boolean): unknown {
  if (value instanceof Y.Text) return value.toString().slice(0, maxTextLength);
  if (value instanceof Y.Map) return readMembers(value, optional);
  return value instanceof Y.AbstractType ? undefined : value;
}

/** Members of a list that its field allows; a foreign one spoils only itself. */
function allowedMembers(schema: v.GenericSchema, list: readonly unknown[]): readonly unknown[] {
  return list.filter((member) => v.is(schema, [member]));
}

/** The entity, every field by its schema; what does not fit has its default. Null when it can be none (MAP-13). */
export function entityFromY(
  collection: CollectionName,
  id: string,
  stored: Y.Map<unknown>,
): Readonly<Record<string, unknown>> | null {
  const entries: Readonly<Record<string, v.GenericSchema>> = schemaOf(collection).entries;
  const entity: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries(entries)) {
    const optional = collection === 'representatives' && field === 'interest_ids';
    const kept = isApartField(collection, field) ? undefined : stored.get(field);
    const value = field === 'id' ? id : plainValue(kept, optional);
    const result = v.safeParse(
      schema,
      isMemberField(collection, field) && Array.isArray(value) ? allowedMembers(schema, value) : value,
    );
    const read = result.success ? result : v.safeParse(schema, undefined);
    if (!read.success) return null;
    entity[field] = read.output;
  }
  return entity;
}

/** The members of a list field; made where an older entity lacks them. */
export function membersOf(stored: Y.Map<unknown>, field: string): Y.Map<unknown> {
  const found = stored.get(field);
  if (found instanceof Y.Map) return found;
  const made = new Y.Map<unknown>();
  stored.set(field, made);
  return made;
}

/** Sets a whole list: absent, or exactly these members. */
export function setMembers(members: Y.Map<unknown>, list: readonly unknown[] | null): void {
  for (const member of members.keys()) if (list === null || !list.includes(member)) members.delete(member);
  if (list === null) members.set(absent, 0);
  else
    for (const [place, member] of list.entries())
      if (typeof member === 'string' && !members.has(member)) members.set(member, place);
}

/** Adds a member behind the others, or takes it out; either says that the list is there. */
export function setMember(members: Y.Map<unknown>, member: string, on: boolean): void {
  members.delete(absent);
  if (!on) members.delete(member);
  else if (!members.has(member))
    members.set(member, Math.max(-1, ...[...members.values()].filter((place) => typeof place === 'number')) + 1);
}
