/** The shared goal as it was before it changed: versions, oldest first. */
import { goal } from './goal.ts';
import { kind } from './Kind.ts';

export const goals_before = kind(goal.schema, {
  name: 'statement',
  commands: 'own',
  group: 'goal',
  standsAlone: ['texts'],
  file: {},
  silent: ['version'],
});
