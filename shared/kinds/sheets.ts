/** A sheet of notes under one question: what people wrote alone and revealed together, or wrote there. */
import * as v from 'valibot';
import * as values from './values.ts';
import { choice, line } from './EditedField.ts';
import { common, Id, name, one } from './fields.ts';
import { kind } from './Kind.ts';

export const sheets = kind(
  v.object({
    id: Id,
    ...common,
    question: name(),
    /** the activity that it came from */
    activity_id: name(),
    sort: one(values.sheetSorts, 'groups'),
    color_by: one(values.sheetColors, 'none'),
  }),
  {
    name: 'question',
    commands: 'common',
    group: 'sheets',
    standsAlone: ['add', 'edit'],
    fixed: ['activity_id'],
    file: {},
    known: ['question'],
    details: [
      { field: 'question', way: line },
      { field: 'sort', way: choice(values.sheetSorts) },
      { field: 'color_by', way: choice(values.sheetColors) },
    ],
  },
);
