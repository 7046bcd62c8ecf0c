/** A representative in a body. Unique per body and representative. */
import * as v from 'valibot';
import { seatId } from './ids.ts';
import * as values from './values.ts';
import { choice, onDay, yesOrNo } from './EditedField.ts';
import { common, day, flag, Id, one, textOrEmpty } from './fields.ts';
import { kind } from './Kind.ts';

export const seats = kind(
  v.object({
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(170)),
    ...common,
    body_id: Id,
    representative_id: Id,
    /** a proposed one counts in no rule, path or share of votes */
    status: one(values.seatStatuses, 'agreed'),
    seat_role: one(values.seatRoles, 'member'),
    voting: flag(true),
    since: day(),
    until: day(),
  }),
  {
    name: null,
    commands: 'edit',
    group: 'structure',
    standsAlone: ['add', 'edit', 'remove'],
    references: {
      body_id: { to: 'bodies', how: 'owner' },
      representative_id: { to: 'representatives', how: 'owner' },
    },
    uniqueBy: ['body_id', 'representative_id'],
    fixed: ['body_id', 'representative_id'],
    file: {
      derived: ['id'],
      idOf: (entity) => seatId(textOrEmpty(entity['body_id']), textOrEmpty(entity['representative_id'])),
    },
    details: [
      { field: 'seat_role', way: choice(values.seatRoles) },
      { field: 'voting', way: yesOrNo },
      { field: 'status', way: choice(values.seatStatuses), hint: 'seat_status' },
      { field: 'since', way: onDay },
      { field: 'until', way: onDay },
    ],
  },
);
