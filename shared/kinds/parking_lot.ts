/** What is kept for later. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, longText } from './EditedField.ts';
import { common, Id, name, one, text } from './fields.ts';
import { kind } from './Kind.ts';

export const parking_lot = kind(
  v.object({
    id: Id,
    ...common,
    text: text(),
    status: one(values.parkingStatuses, 'parked'),
    moved_to: name(),
    /** what it was made from, as `<list>/<id>`; never from whom */
    source: name(),
  }),
  {
    name: 'text',
    commands: 'common',
    group: 'actions',
    standsAlone: ['add', 'edit'],
    leavesNames: true,
    texts: ['text'],
    fixed: ['source'],
    file: {},
    sensitive: { as: 'parking', fields: ['text'] },
    subject: 'parking',
    details: [
      { field: 'text', way: longText },
      { field: 'status', way: choice(values.parkingStatuses) },
    ],
  },
);
