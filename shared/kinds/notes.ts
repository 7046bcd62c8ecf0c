/** A note in a stage of a round. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, line, longText, optional, yesOrNo } from './EditedField.ts';
import { common, count, flag, Id, name, oneOrNone, references, roundNumber, some, text, workLevel } from './fields.ts';
import { kind } from './Kind.ts';

export const notes = kind(
  v.object({
    id: Id,
    ...common,
    iteration: roundNumber,
    stage: v.picklist(values.stages),
    text: text(),
    lang: name(),
    links: references(),
    evidence: name(),
    tag: oneOrNone(values.noteTags),
    level: workLevel(),
    conditions: some(values.conditions),
    leverage: oneOrNone(values.leverages),
    votes: count(),
    parked: flag(false),
    /** what it was made from, as `<list>/<id>`; never from whom */
    source: name(),
  }),
  {
    name: 'text',
    commands: 'common',
    group: 'cycle',
    standsAlone: ['add', 'texts'],
    leavesNames: true,
    references: { iteration: { to: 'iterations', how: 'owner' }, links: { to: 'notes', how: 'many' } },
    texts: ['text'],
    members: ['links', 'conditions'],
    fixed: ['source'],
    file: {},
    sensitive: { as: 'note', fields: ['text'] },
    details: [
      { field: 'text', way: longText },
      { field: 'stage', way: choice(values.stages) },
      { field: 'tag', way: optional(values.noteTags) },
      { field: 'evidence', way: line, hint: 'evidence' },
      { field: 'level', label: 'workLevel', way: optional(values.workLevels), hint: 'workLevel' },
      { field: 'conditions', way: { type: 'members', values: values.conditions } },
      { field: 'leverage', way: optional(values.leverages) },
      { field: 'parked', way: yesOrNo, hint: 'parked' },
    ],
  },
);
