/** A number that tells how it goes. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, leadsTo, line, longText, optional } from './EditedField.ts';
import { common, Count, dated, Id, name, one, oneOrNone, reference, text } from './fields.ts';
import { kind } from './Kind.ts';

export const indicators = kind(
  v.object({
    id: Id,
    ...common,
    name: name(),
    level: oneOrNone(values.indicatorLevels),
    /** a proposed one counts in no rule */
    status: one(values.indicatorStatuses, 'used'),
    role: one(values.indicatorRoles, 'secondary'),
    measure_type: oneOrNone(values.measureTypes),
    definition: text(),
    unit: name(),
    direction: one(values.directions, 'increase'),
    baseline: dated(),
    target: dated(),
    data_source: name(),
    owner_org_id: reference(),
    update_every_months: v.nullish(v.pipe(Count, v.minValue(1), v.maxValue(600)), null),
    source: name(),
  }),
  {
    name: 'name',
    commands: 'common',
    group: 'numbers',
    standsAlone: ['add', 'edit'],
    leavesNames: true,
    references: { owner_org_id: { to: 'organizations', how: 'one' } },
    texts: ['definition'],
    fixed: ['source'],
    file: { beside: ['series'] },
    subject: 'indicator',
    details: [
      { field: 'name', way: line },
      { field: 'level', way: optional(values.indicatorLevels), hint: 'level' },
      { field: 'status', way: choice(values.indicatorStatuses), hint: 'indicator_status' },
      { field: 'role', way: choice(values.indicatorRoles) },
      { field: 'measure_type', way: optional(values.measureTypes) },
      { field: 'definition', way: longText },
      { field: 'unit', way: line },
      { field: 'direction', way: choice(values.directions) },
      { field: 'data_source', way: line, hint: 'data_source' },
      { field: 'owner_org_id', way: leadsTo('organizations') },
      { field: 'update_every_months', way: { type: 'number' } },
    ],
    outline: { isGroup: true, isMovable: true, facts: ['role', 'status'] },
  },
);
