/** A role of an organization at the table; a name only where somebody wrote one. */
import * as v from 'valibot';
import * as values from './values.ts';
import { leadsTo, line, onDay } from './EditedField.ts';
import { common, day, Id, name, one, reference, referencesOrAll } from './fields.ts';
import { kind } from './Kind.ts';

export const representatives = kind(
  v.object({
    id: Id,
    ...common,
    organization_id: Id,
    role_title: name(),
    kind: one(values.representativeKinds, 'designee'),
    /** Day of the last change of kind. */
    kind_since: day(),
    interest_ids: referencesOrAll(),
    since: day(),
    until: day(),
    same_person_as: reference(),
    display_name: name(),
    /** what it was made from, as `<list>/<id>`; never from whom */
    source: name(),
  }),
  {
    name: 'role_title',
    commands: 'common',
    group: 'people',
    standsAlone: ['add', 'edit'],
    leavesNames: true,
    references: {
      organization_id: { to: 'organizations', how: 'owner' },
      interest_ids: { to: 'interests', how: 'many' },
      same_person_as: { to: 'representatives', how: 'one' },
    },
    members: ['interest_ids'],
    fixed: ['source'],
    file: { needed: ['kind'] },
    silent: ['kind_since', 'display_name'],
    known: ['role_title'],
    subject: 'representative',
    details: [
      { field: 'role_title', way: line, hint: 'role_title' },
      { field: 'kind', way: { type: 'kind' }, hint: 'kind' },
      { field: 'organization_id', way: { type: 'organization' } },
      { field: 'interest_ids', way: { type: 'claims' } },
      { field: 'since', way: onDay },
      { field: 'until', way: onDay, hint: 'until' },
      { field: 'same_person_as', way: leadsTo('representatives'), hint: 'same_person_as' },
      { field: 'display_name', way: line, hint: 'display_name' },
    ],
    outline: { isMovable: true },
  },
);
