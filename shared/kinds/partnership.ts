/** The partnership itself. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, helpers, leadsTo, line, onDay } from './EditedField.ts';
import { common, day, Id, name, names, one, reference } from './fields.ts';
import { kind } from './Kind.ts';

export const partnership = kind(
  v.object({
    id: Id,
    ...common,
    name: name(),
    place: name(),
    started_on: day(),
    status: one(values.partnershipStatuses, 'exploring'),
    level_of_intervention: one(values.interventionLevels, 'not_set'),
    charge: one(values.charges, 'not_set'),
    backbone_org_id: reference(),
    languages: names(),
    next_meeting_on: day(),
    /** time and place, as people say them */
    next_meeting_where: name(),
    min_responses: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(1000)), 5),
  }),
  {
    name: 'name',
    commands: 'edit',
    group: 'goal',
    standsAlone: [],
    references: { backbone_org_id: { to: 'organizations', how: 'one' } },
    file: null,
    known: ['name', 'place'],
    subject: 'partnership',
    details: [
      { field: 'name', way: line },
      { field: 'place', way: line },
      { field: 'started_on', way: onDay },
      { field: 'status', way: choice(values.partnershipStatuses) },
      { field: 'level_of_intervention', way: choice(values.interventionLevels), hint: 'level_of_intervention' },
      { field: 'charge', way: { ...choice(values.charges), words: { doing: 'charge_doing' } } },
      { field: 'backbone_org_id', way: leadsTo('organizations') },
      { field: 'next_meeting_on', way: onDay },
      { field: 'next_meeting_where', way: line, hint: 'next_meeting_where' },
      { field: 'languages', way: helpers },
      { field: 'min_responses', way: { type: 'number' }, hint: 'min_responses' },
    ],
    outline: { facts: ['status'] },
  },
);
