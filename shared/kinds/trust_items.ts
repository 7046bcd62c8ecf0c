/** A statement that a pulse asks about. */
import * as v from 'valibot';
import { common, Id, name } from './fields.ts';
import { kind } from './Kind.ts';

export const trust_items = kind(v.object({ id: Id, ...common, text: name() }), {
  name: 'text',
  commands: 'common',
  group: 'trust',
  standsAlone: ['texts'],
  file: { inside: { key: 'trust', name: 'items' } },
});
