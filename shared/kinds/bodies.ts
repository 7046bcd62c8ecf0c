/** A body of the partnership: a board, a workgroup, a team. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, line, longText, optional } from './EditedField.ts';
import { common, Id, name, one, oneOrNone, references, text } from './fields.ts';
import { kind } from './Kind.ts';

export const bodies = kind(
  v.object({
    id: Id,
    ...common,
    name: name(),
    kind: one(values.bodyKinds, 'other'),
    decision_role: oneOrNone(values.decisionRoles),
    interest_ids: references(),
    purpose: text(),
    meets: name(),
  }),
  {
    name: 'name',
    commands: 'common',
    group: 'structure',
    isSkeleton: true,
    standsAlone: ['add', 'edit'],
    leavesNames: true,
    references: { interest_ids: { to: 'interests', how: 'many' } },
    texts: ['purpose'],
    members: ['interest_ids'],
    file: {},
    known: ['name'],
    subject: 'body',
    details: [
      { field: 'name', way: line },
      { field: 'kind', way: choice(values.bodyKinds) },
      { field: 'decision_role', way: optional(values.decisionRoles), hint: 'decision_role' },
      {
        field: 'interest_ids',
        label: 'body_interests',
        way: { type: 'references', to: 'interests' },
        hint: 'body_interests',
      },
      { field: 'purpose', way: longText },
      { field: 'meets', way: line },
    ],
    outline: { isGroup: true, isMovable: true },
  },
);
