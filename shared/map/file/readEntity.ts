/** Reads one object of a file into an entity: every field by its schema, every key that is not a field is an error. */
import * as v from 'valibot';
import { type CollectionName, schemaOf } from '../collections.ts';
import type { FileForm } from '#shared/kinds/Kind.ts';
import { type Problem, step } from './Problem.ts';

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a value by a schema; adds each issue with its path. */
export function readValue(schema: v.GenericSchema, value: unknown, path: string, problems: Problem[]): unknown {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    let at = path;
    for (const item of issue.path ?? [])
      if (typeof item.key === 'string' || typeof item.key === 'number') at = step(at, item.key);
    problems.push({ path: at, message: issue.message });
  }
  return undefined;
}

/** The entity's fields, or null when the value is no object. `given` holds the derived fields. */
export function readEntity(
  collection: CollectionName,
  value: unknown,
  path: string,
  given: Readonly<Record<string, unknown>>,
  shape: FileForm,
  problems: Problem[],
): Record<string, unknown> | null {
  if (!isObject(value)) {
    problems.push({ path, message: 'must be an object' });
    return null;
  }
  const entries: Readonly<Record<string, v.GenericSchema>> = schemaOf(collection).entries;
  const derived = new Set(['order', ...(shape.derived ?? [])]);
  const entity: Record<string, unknown> = { order: '' };
  for (const [field, schema] of Object.entries(entries)) {
    if (field in given) entity[field] = given[field];
    else if (derived.has(field)) continue;
    else if (
      !Object.hasOwn(value, field) &&
      (schema.type !== 'nullish' || shape.needed?.includes(field) || shape.written?.includes(field))
    )
      problems.push({ path: step(path, field), message: 'is missing' });
    else if (schema.type !== 'nullish' || value[field] !== null || !shape.needed?.includes(field))
      entity[field] = readValue(
        schema,
        Object.hasOwn(value, field) ? value[field] : undefined,
        step(path, field),
        problems,
      );
    else problems.push({ path: step(path, field), message: 'is missing' });
  }
  for (const key of Object.keys(value)) {
    const known = Object.hasOwn(entries, key) && !derived.has(key);
    if (!known && !shape.beside?.includes(key))
      problems.push({ path: step(path, key), message: 'is not a field here' });
  }
  return entity;
}
