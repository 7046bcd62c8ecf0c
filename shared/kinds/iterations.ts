/** A round of the problem-solving cycle. Its id is the number under which it was started. */
import * as v from 'valibot';
import * as values from './values.ts';
import { line, longText, onDay } from './EditedField.ts';
import { common, day, Id, name, one, roundNumber, text } from './fields.ts';
import { kind } from './Kind.ts';

export const iterations = kind(
  v.object({
    id: Id,
    ...common,
    number: roundNumber,
    title: name(),
    focus_question: text(),
    goal_version: v.nullish(roundNumber, null),
    started_on: day(),
    closed_on: day(),
    status: one(values.iterationStatuses, 'open'),
    carries_from: v.nullish(roundNumber, null),
    carried_insight: text(),
  }),
  {
    name: 'title',
    commands: 'edit',
    group: 'rounds',
    isLed: true,
    standsAlone: [],
    texts: ['focus_question', 'carried_insight'],
    fixed: ['number', 'status', 'closed_on', 'goal_version'],
    file: { derived: ['id'], needed: ['number'], idOf: (entity) => String(entity['number']) },
    subject: 'iteration',
    details: [
      { field: 'title', way: line },
      { field: 'focus_question', way: longText },
      { field: 'carried_insight', way: longText },
      { field: 'started_on', way: onDay },
    ],
  },
);
