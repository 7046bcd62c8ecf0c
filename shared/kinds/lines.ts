/** Who answers to whom, and who speaks with whom. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, leadsTo, line, longText } from './EditedField.ts';
import { common, Id, name, one, reference, text } from './fields.ts';
import { kind } from './Kind.ts';

/** `body:x`, `organization:x` or `representative:x`. */
const LineEnd = v.pipe(
  v.string(),
  v.regex(
    /^(body|organization|representative):[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/,
    'is not an end of a line (body:x, organization:x or representative:x)',
  ),
);

export const lines = kind(
  v.object({
    id: Id,
    ...common,
    from: LineEnd,
    to: LineEnd,
    kind: one(values.lineKinds, 'accountable_to'),
    for_what: text(),
    agreement_id: reference(),
    cadence: name(),
    status: one(values.lineStatuses, 'proposed'),
  }),
  {
    name: null,
    commands: 'common',
    group: 'structure',
    standsAlone: ['add', 'texts'],
    leavesNames: true,
    references: { agreement_id: { to: 'agreements', how: 'one' } },
    texts: ['for_what'],
    file: {},
    subject: 'line',
    details: [
      { field: 'from', way: { type: 'end' }, hint: 'line' },
      { field: 'kind', way: choice(values.lineKinds) },
      { field: 'to', way: { type: 'end' } },
      { field: 'for_what', way: longText, hint: 'for_what' },
      { field: 'status', way: choice(values.lineStatuses), hint: 'line_status' },
      { field: 'agreement_id', way: leadsTo('agreements') },
      { field: 'cadence', way: line },
    ],
    outline: { isGroup: true, isMovable: true, facts: ['for_what', 'status'] },
  },
);
