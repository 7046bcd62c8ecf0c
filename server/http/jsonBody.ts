/** A validated JSON body: small, and exactly of the schema; everything else is `invalid-body` or `too-large`. */
import { validator } from 'hono/validator';
import * as v from 'valibot';
import { Refusal } from '#shared/wire/Refusal.ts';

export function jsonBody<S extends v.GenericSchema>(schema: S) {
  return validator('json', (value): v.InferOutput<S> => {
    const read = v.safeParse(schema, value);
    if (!read.success) throw new Refusal('invalid-body');
    return read.output;
  });
}
