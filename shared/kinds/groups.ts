/** A group of notes on a sheet. */
import * as v from 'valibot';
import { line } from './EditedField.ts';
import { common, count, Id, name } from './fields.ts';
import { kind } from './Kind.ts';

export const groups = kind(v.object({ id: Id, ...common, sheet_id: Id, title: name(), votes: count() }), {
  name: 'title',
  commands: 'common',
  group: 'sheets',
  standsAlone: ['add', 'edit'],
  references: { sheet_id: { to: 'sheets', how: 'owner' } },
  fixed: ['sheet_id'],
  file: {},
  sensitive: { as: 'group', fields: ['title'] },
  details: [{ field: 'title', way: line }],
});
