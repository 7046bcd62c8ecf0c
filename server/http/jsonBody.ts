/** A validated JSON body: small, and exactly of the schema; everything else is `invalid-body` or `too-large`. */
import { vValidator } from '@hono/valibot-validator';
import type * as v from 'valibot';
import { Refusal } from '#shared/wire/Refusal.ts';

export function jsonBody<S extends v.GenericSchema>(schema: S) {
  return vValidator('json', schema, (result) => {
    if (!result.success) throw new Refusal('invalid-body');
  });
}
