/** An organization, at the table or not. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, leadsTo, line, longText, optional, yesOrNo } from './EditedField.ts';
import { common, flag, Id, name, one, oneOrNone, rate, reference, text } from './fields.ts';
import { kind } from './Kind.ts';

export const organizations = kind(
  v.object({
    id: Id,
    ...common,
    name: name(),
    sector: reference(),
    size: oneOrNone(values.organizationSizes),
    reach: oneOrNone(values.reaches),
    grassroots: flag(false),
    engagement: one(values.engagements, 'not_contacted'),
    influence: rate(),
    stake: rate(),
    note: text(),
    /** what it was made from, as `<list>/<id>`; never from whom */
    source: name(),
  }),
  {
    name: 'name',
    commands: 'common',
    group: 'people',
    standsAlone: ['add', 'edit'],
    leavesNames: true,
    references: { sector: { to: 'sectors', how: 'one' } },
    texts: ['note'],
    apart: ['influence', 'stake'],
    fixed: ['source'],
    file: {},
    known: ['name'],
    subject: 'organization',
    details: [
      { field: 'name', way: line },
      { field: 'sector', way: leadsTo('sectors') },
      { field: 'engagement', way: choice(values.engagements), hint: 'engagement' },
      { field: 'size', way: optional(values.organizationSizes) },
      { field: 'reach', way: optional(values.reaches) },
      { field: 'grassroots', way: yesOrNo, hint: 'grassroots' },
      { field: 'influence', way: { type: 'rating', part: 'influence' }, facilitatorsOnly: true },
      { field: 'stake', way: { type: 'rating', part: 'stake' }, facilitatorsOnly: true },
      { field: 'note', way: longText },
    ],
  },
);
