/** The shared goal as it is now. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, leadsTo, line, longText, onDay } from './EditedField.ts';
import { Amount, common, Count, dated, day, flag, Id, name, one, reference, text } from './fields.ts';
import { kind } from './Kind.ts';

/** One of several numbers that sources name for the same goal. */
const SourceVariant = v.strictObject({
  value: Amount,
  unit: name(),
  where: name(),
  used: flag(false),
});

export const goal = kind(
  v.object({
    id: Id,
    ...common,
    version: v.nullish(v.pipe(Count, v.minValue(1)), 1),
    statement: text(),
    population: name(),
    place: name(),
    indicator_id: reference(),
    baseline: dated(),
    target: dated(),
    direction: one(values.directions, 'increase'),
    unit: name(),
    data_source: name(),
    why: text(),
    status: one(values.goalStatuses, 'draft'),
    agreed_on: day(),
    owner_org_id: reference(),
    source_variants: v.nullish(v.pipe(v.array(SourceVariant), v.maxLength(20)), []),
  }),
  {
    name: 'statement',
    commands: 'edit',
    group: 'goal',
    standsAlone: [],
    references: {
      indicator_id: { to: 'indicators', how: 'one' },
      owner_org_id: { to: 'organizations', how: 'one' },
    },
    texts: ['statement', 'why'],
    fixed: ['version'],
    file: null,
    silent: ['version'],
    known: ['place'],
    subject: 'goal',
    details: [
      { field: 'statement', way: longText, hint: 'statement' },
      { field: 'population', way: line },
      { field: 'place', way: line },
      { field: 'indicator_id', way: leadsTo('indicators') },
      { field: 'baseline', way: { type: 'dated' } },
      { field: 'target', way: { type: 'dated' } },
      { field: 'unit', way: line },
      { field: 'direction', way: choice(values.directions) },
      { field: 'data_source', way: line, hint: 'data_source' },
      { field: 'why', way: longText },
      { field: 'status', way: choice(values.goalStatuses) },
      { field: 'agreed_on', way: onDay },
      { field: 'owner_org_id', way: leadsTo('organizations'), hint: 'goalOwner' },
    ],
  },
);
