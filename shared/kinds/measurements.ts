/** One number of an indicator; unique per indicator, date, group and status. */
import * as v from 'valibot';
import * as values from './values.ts';
import { Amount, common, Day, Id, maxNameLength, name, one } from './fields.ts';
import { kind } from './Kind.ts';

export const measurements = kind(
  v.object({
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
    ...common,
    indicator_id: Id,
    date: Day,
    value: Amount,
    group: v.nullish(v.pipe(v.string(), v.minLength(1), v.maxLength(maxNameLength)), 'all'),
    status: one(values.measurementStatuses, 'actual'),
    note: name(),
  }),
  {
    name: null,
    commands: 'own',
    group: 'numbers',
    standsAlone: ['texts', 'remove'],
    references: { indicator_id: { to: 'indicators', how: 'owner' } },
    uniqueBy: ['indicator_id', 'date', 'group', 'status'],
    file: null,
  },
);
