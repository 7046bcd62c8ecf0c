/** What people said in a stage of trust: a rule they made, a difference and how it was dealt with, a hope. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, longText, optional } from './EditedField.ts';
import { common, Id, name, oneOrNone, text } from './fields.ts';
import { kind } from './Kind.ts';

export const trust_notes = kind(
  v.object({
    id: Id,
    ...common,
    stage: v.picklist(values.trustStages),
    kind: oneOrNone(values.trustNoteKinds),
    text: text(),
    source: name(),
  }),
  {
    name: 'text',
    commands: 'common',
    group: 'trust',
    standsAlone: ['add', 'edit', 'texts'],
    leavesNames: true,
    texts: ['text'],
    fixed: ['source'],
    file: { inside: { key: 'trust', name: 'notes' } },
    sensitive: { as: 'trustNote', fields: ['text'] },
    details: [
      { field: 'text', way: longText },
      { field: 'stage', way: choice(values.trustStages) },
      { field: 'kind', way: optional(values.trustNoteKinds) },
    ],
    outline: { isGroup: true, isMovable: true, facts: ['stage', 'kind'] },
  },
);
