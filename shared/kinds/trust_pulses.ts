/** Counts only: there is no path from an answer to a person. */
import * as v from 'valibot';
import { common, Count, Day, Id } from './fields.ts';
import { kind } from './Kind.ts';

/** How many gave 1, 2, 3, 4 and 5. */
const PulseCounts = v.tuple([Count, Count, Count, Count, Count]);

export const trust_pulses = kind(
  v.object({
    id: Id,
    ...common,
    closed_on: Day,
    invited: Count,
    responded: Count,
    scale: v.nullish(v.literal(5), 5),
    items: v.nullish(v.record(Id, PulseCounts), {}),
  }),
  {
    name: null,
    commands: 'common',
    group: 'trust',
    standsAlone: ['texts'],
    file: { inside: { key: 'trust', name: 'pulses' } },
    subject: 'pulse',
    // counts of a pulse come from its answers, never from a form
    details: [],
    outline: { isGroup: true },
  },
);
