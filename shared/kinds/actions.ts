/** Who does what until when. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, helpers, leadsTo, line, onDay, optional } from './EditedField.ts';
import { common, day, Id, name, names, one, reference, some, workLevel } from './fields.ts';
import { kind } from './Kind.ts';

export const actions = kind(
  v.object({
    id: Id,
    ...common,
    title: name(),
    owner_org_id: reference(),
    owner_representative_id: reference(),
    due_on: day(),
    status: one(values.actionStatuses, 'open'),
    helpers: names(),
    approver_body_id: reference(),
    level: workLevel(),
    conditions: some(values.conditions),
    source: name(),
  }),
  {
    name: 'title',
    commands: 'common',
    group: 'actions',
    standsAlone: ['add', 'edit'],
    leavesNames: true,
    references: {
      owner_org_id: { to: 'organizations', how: 'one' },
      owner_representative_id: { to: 'representatives', how: 'one' },
      approver_body_id: { to: 'bodies', how: 'one' },
    },
    members: ['conditions'],
    file: {},
    sensitive: { as: 'action', fields: ['title', 'helpers'] },
    subject: 'action',
    details: [
      { field: 'title', way: line },
      { field: 'owner_org_id', way: leadsTo('organizations'), hint: 'action' },
      { field: 'owner_representative_id', way: leadsTo('representatives') },
      { field: 'due_on', way: onDay },
      { field: 'status', way: choice(values.actionStatuses) },
      { field: 'helpers', way: helpers },
      { field: 'level', label: 'workLevel', way: optional(values.workLevels), hint: 'workLevel' },
      { field: 'conditions', way: { type: 'members', values: values.conditions } },
    ],
  },
);
