/** Where the group said it stands, on a day. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, onDay } from './EditedField.ts';
import { common, day, Id, one, sentences } from './fields.ts';
import { kind } from './Kind.ts';

export const trust_stages = kind(
  v.object({
    id: Id,
    ...common,
    stage: v.picklist(values.trustStages),
    date: day(),
    claimed_by: one(values.trustClaimants, 'group'),
    evidence: sentences(),
  }),
  {
    name: null,
    commands: 'common',
    group: 'trust',
    standsAlone: ['add', 'edit'],
    leavesNames: true,
    file: { inside: { key: 'trust', name: 'stages' }, derived: ['id'], idOf: (_entity, place) => `stage-${place + 1}` },
    details: [
      { field: 'stage', way: choice(values.trustStages) },
      { field: 'date', way: onDay },
      { field: 'claimed_by', way: choice(values.trustClaimants) },
      { field: 'evidence', way: { type: 'sentences' }, hint: 'evidence' },
    ],
    outline: { isGroup: true, facts: ['evidence'] },
  },
);
