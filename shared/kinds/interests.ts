/** An interest in the goal: a wedge of the frame. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, leadsTo, line, longText } from './EditedField.ts';
import { common, Id, name, one, reference, some, text } from './fields.ts';
import { kind } from './Kind.ts';

export const interests = kind(
  v.object({
    id: Id,
    ...common,
    title: name(),
    description: text(),
    weight: one(values.weights, 'supporting'),
    parts_of_work: some(values.partsOfWork),
    natural_sector: reference(),
    placeholder: name(),
    /** what it was made from, as `<list>/<id>`; never from whom */
    source: name(),
  }),
  {
    name: 'title',
    commands: 'common',
    group: 'interests',
    standsAlone: ['add', 'edit'],
    references: { natural_sector: { to: 'sectors', how: 'one' } },
    texts: ['description'],
    members: ['parts_of_work'],
    fixed: ['source'],
    file: { beside: ['order'] },
    known: ['title'],
    subject: 'interest',
    details: [
      { field: 'title', way: line },
      { field: 'description', way: longText },
      { field: 'weight', way: choice(values.weights), hint: 'weight' },
      { field: 'parts_of_work', way: { type: 'members', values: values.partsOfWork }, hint: 'parts_of_work' },
      { field: 'natural_sector', way: leadsTo('sectors'), hint: 'natural_sector' },
    ],
    outline: { isMovable: true },
  },
);
