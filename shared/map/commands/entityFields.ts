/** Reads written fields by the schema of their collection, and turns a difference of two entities into changes. */
import * as v from 'valibot';
import type { Change, Fields } from '../Change.ts';
import {
  type CollectionName,
  isApartField,
  isField,
  isMemberField,
  isTextField,
  kindOf,
  schemaOf,
} from '../collections.ts';
import { roundField } from '../references.ts';
import { roundId } from '../roundId.ts';
import type { MapDraft } from '../MapDraft.ts';
import { type CommandRefusal, refuse } from './commandRefusals.ts';

type Read = { readonly ok: true; readonly fields: Fields } | CommandRefusal;

/** The written fields, each read by its schema. */
export function readFields(collection: CollectionName, written: Fields, how: 'add' | 'edit'): Read {
  const entries: Readonly<Record<string, v.GenericSchema>> = schemaOf(collection).entries;
  const fields: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(written)) {
    const schema = isField(collection, field) ? entries[field] : undefined;
    if (!schema || value === undefined) return refuse('invalid', field);
    const isFixed =
      isApartField(collection, field) ||
      ['id', 'order', 'changed_on'].includes(field) ||
      (how === 'edit' && kindOf(collection).fixed?.includes(field));
    if (isFixed) return refuse('fixed', field);
    const result = v.safeParse(schema, value);
    if (!result.success) return refuse('invalid', field);
    fields[field] = result.output;
  }
  return { ok: true, fields };
}

/** A whole entity from the written fields; what was not written has its default. */
export function wholeEntity(collection: CollectionName, fields: Fields): Read {
  const result = v.safeParse(schemaOf(collection), fields);
  if (result.success) return { ok: true, fields: result.output };
  const key = result.issues[0].path?.[0]?.key;
  return refuse('invalid', typeof key === 'string' ? key : undefined);
}

/** Deep equality of plain values. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  );
}

const listOf = (value: unknown): readonly string[] | null =>
  Array.isArray(value) ? value.filter((member): member is string => typeof member === 'string') : null;

function fieldChanges(
  collection: CollectionName,
  id: string,
  field: string,
  before: unknown,
  after: unknown,
): readonly Change[] {
  if (isSame(before, after)) return [];
  const place = { collection, id, field };
  if (isTextField(collection, field) && typeof before === 'string' && typeof after === 'string')
    return [{ op: 'text', ...place, before, after }];
  const [was, is] = [listOf(before), listOf(after)];
  if (!isMemberField(collection, field) || is === null) return [{ op: 'set', ...place, value: after }];
  const gone = (was ?? []).filter((member) => !is.includes(member));
  const come = is.filter((member) => !was?.includes(member));
  return [
    ...(was === null ? [{ op: 'set', ...place, value: [] } as const] : []),
    ...gone.map((member) => ({ op: 'member', ...place, member, on: false }) as const),
    ...come.map((member) => ({ op: 'member', ...place, member, on: true }) as const),
  ];
}

/** Changes that make the fields of an entity what was written, and note the day. Nothing for what is so already. */
export function editChanges(
  collection: CollectionName,
  entity: Fields,
  written: Fields,
  today: string,
): readonly Change[] {
  const id = String(entity['id']);
  const changes = Object.entries(written).flatMap(([field, value]) =>
    fieldChanges(collection, id, field, entity[field], value),
  );
  if (changes.length === 0 || entity['changed_on'] === today) return changes;
  return [...changes, { op: 'set', collection, id, field: 'changed_on', value: today }];
}

/** Fields as documents keep them: a round is named by its id. */
export function withRoundIds(draft: MapDraft, collection: CollectionName, fields: Fields): Fields {
  const field = roundField(collection);
  const number = field === null ? null : fields[field];
  if (field === null || typeof number !== 'number') return fields;
  return { ...fields, [field]: roundId({ iterations: draft.all('iterations') }, number) ?? number };
}
