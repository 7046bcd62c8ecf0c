/** An organization in an interest. Unique per organization, interest and part of work. Without interest: "not placed". */
import * as v from 'valibot';
import { placementId } from './ids.ts';
import * as values from './values.ts';
import { line, optional } from './EditedField.ts';
import { common, Id, name, oneOrNone, reference, textOrEmpty, textOrNull } from './fields.ts';
import { kind } from './Kind.ts';

const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-1e6), v.maxValue(1e6));

export const placements = kind(
  v.object({
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(260)),
    ...common,
    organization_id: Id,
    interest_id: reference(),
    part_of_work: oneOrNone(values.partsOfWork),
    commitment: oneOrNone(values.commitments),
    contribution: name(),
    /** Where the card stands, relative to its wedge; null = where the layout puts it. One field, since one gesture changes it. */
    position: v.nullish(v.tuple([coordinate, coordinate]), null),
  }),
  {
    name: null,
    commands: 'edit',
    group: 'people',
    standsAlone: ['add', 'edit'],
    leavesNames: true,
    references: {
      organization_id: { to: 'organizations', how: 'owner' },
      interest_id: { to: 'interests', how: 'one', comesWith: true },
    },
    uniqueBy: ['organization_id', 'interest_id', 'part_of_work'],
    fixed: ['organization_id', 'interest_id', 'part_of_work'],
    file: {
      derived: ['id'],
      written: ['interest_id'],
      idOf: (entity) =>
        placementId(
          textOrEmpty(entity['organization_id']),
          textOrNull(entity['interest_id']),
          textOrNull(entity['part_of_work']),
        ),
    },
    silent: ['position'],
    details: [
      { field: 'interest_id', way: { type: 'interest' } },
      { field: 'part_of_work', way: { type: 'part' } },
      { field: 'commitment', way: optional(values.commitments) },
      { field: 'contribution', way: line },
    ],
  },
);
