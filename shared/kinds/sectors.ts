/** A sector of the board's own, or another word for a known one. `id` is the code that organizations name. */
import * as v from 'valibot';
import { common, Id, name } from './fields.ts';
import { kind } from './Kind.ts';

export const sectors = kind(v.object({ id: Id, ...common, label: name() }), {
  name: 'label',
  commands: 'common',
  group: 'people',
  standsAlone: ['texts'],
  file: null,
});
