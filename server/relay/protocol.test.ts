/** What travels between page and server, as one number: whoever changes it has to say whether old pages still understand it. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { ClientMessage, protocolVersion, ServerMessage } from '#shared/wire/messages.ts';

/** Raise `protocolVersion` where a page of the version before would misunderstand; then, or where it would not, note the new sum here. */
const known = { protocolVersion: 4, sum: '1c929ed8984179bf' };

/** A schema as text: its tables, and the source of its checks. */
function written(schema: object): string {
  return JSON.stringify(schema, (key, value: unknown) => {
    if (key === '~standard' || key === '~run') return undefined;
    if (value instanceof RegExp) return String(value);
    return typeof value === 'bigint' ? String(value) : value;
  });
}

it('[ADMIT-11] what travels is what this version of the protocol says', () => {
  const sum = createHash('sha256').update(written(ClientMessage)).update(written(ServerMessage)).digest('hex');
  expect({ protocolVersion, sum: sum.slice(0, 16) }).toEqual(known);
});
