/** A note on a sheet. It stands in one group or in none, and may be folded into another that says the same. */
import * as v from 'valibot';
import { longText } from './EditedField.ts';
import { common, count, Id, name, reference, text } from './fields.ts';
import { kind } from './Kind.ts';

export const ideas = kind(
  v.object({
    id: Id,
    ...common,
    sheet_id: Id,
    group_id: reference(),
    text: text(),
    /** the name that was announced with its activity; empty for everything that was written without names */
    by: name(),
    merged_into: reference(),
    votes: count(),
  }),
  {
    name: 'text',
    commands: 'common',
    group: 'sheets',
    standsAlone: ['add', 'edit'],
    leavesNames: true,
    references: {
      sheet_id: { to: 'sheets', how: 'owner' },
      group_id: { to: 'groups', how: 'one' },
      merged_into: { to: 'ideas', how: 'one' },
    },
    texts: ['text'],
    fixed: ['sheet_id', 'by'],
    file: {},
    silent: ['by'],
    sensitive: { as: 'idea', fields: ['text'] },
    details: [{ field: 'text', way: longText }],
  },
);
