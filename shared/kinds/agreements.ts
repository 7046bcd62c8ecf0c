/** What partners have agreed in writing. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, line, longText, onDay } from './EditedField.ts';
import { common, day, Id, name, one, references, some, text } from './fields.ts';
import { kind } from './Kind.ts';

export const agreements = kind(
  v.object({
    id: Id,
    ...common,
    kind: one(values.agreementKinds, 'other'),
    title: name(),
    status: one(values.agreementStatuses, 'draft'),
    signed_on: day(),
    review_on: day(),
    expires_on: day(),
    covers: some(values.agreementTopics),
    party_org_ids: references(),
    link: name(),
    purpose: text(),
    promises: text(),
    deciding: text(),
    conflicts: text(),
    leaving: text(),
  }),
  {
    name: 'title',
    commands: 'common',
    group: 'structure',
    standsAlone: ['add', 'edit'],
    leavesNames: true,
    references: { party_org_ids: { to: 'organizations', how: 'many' } },
    texts: ['purpose', 'promises', 'deciding', 'conflicts', 'leaving'],
    members: ['covers', 'party_org_ids'],
    file: {},
    known: ['title'],
    sensitive: { as: 'agreement', fields: ['purpose', 'promises', 'deciding', 'conflicts', 'leaving'] },
    subject: 'agreement',
    details: [
      { field: 'title', way: line },
      { field: 'kind', way: choice(values.agreementKinds) },
      { field: 'status', way: choice(values.agreementStatuses), hint: 'agreement_status' },
      {
        field: 'covers',
        way: { type: 'members', values: values.agreementTopics, words: { funding: 'topic_funding' } },
      },
      { field: 'party_org_ids', way: { type: 'references', to: 'organizations' } },
      { field: 'signed_on', way: onDay },
      { field: 'review_on', way: onDay },
      { field: 'expires_on', way: onDay },
      { field: 'link', way: line },
      { field: 'purpose', way: longText },
      { field: 'promises', way: longText },
      { field: 'deciding', way: longText },
      { field: 'conflicts', way: longText },
      { field: 'leaving', way: longText },
    ],
    outline: { isGroup: true, isMovable: true, facts: ['kind', 'status'] },
  },
);
