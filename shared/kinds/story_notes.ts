/** The story behind the number: what pushes it up or holds it down. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, longText } from './EditedField.ts';
import { common, Id, text } from './fields.ts';
import { kind } from './Kind.ts';

export const story_notes = kind(v.object({ id: Id, ...common, pushes: v.picklist(values.pushes), text: text() }), {
  name: 'text',
  commands: 'common',
  group: 'numbers',
  standsAlone: ['add', 'edit', 'texts'],
  leavesNames: true,
  texts: ['text'],
  file: {},
  sensitive: { as: 'storyNote', fields: ['text'] },
  details: [
    { field: 'text', way: longText },
    { field: 'pushes', way: choice(values.pushes) },
  ],
  outline: { isGroup: true, isMovable: true, facts: ['pushes'] },
});
