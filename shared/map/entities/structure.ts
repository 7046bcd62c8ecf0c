/** The structure: bodies, seats, accountability lines, agreements. */
import * as v from 'valibot';
import * as values from '../values.ts';
import { common, day, flag, Id, name, one, oneOrNone, reference, references, some, text } from './fields.ts';

export const Body = v.object({
  id: Id,
  ...common,
  name: name(),
  kind: one(values.bodyKinds, 'other'),
  decision_role: oneOrNone(values.decisionRoles),
  interest_ids: references(),
  purpose: text(),
  meets: name(),
});
export type Body = Readonly<v.InferOutput<typeof Body>>;

/** Unique per body and representative. */
export const Seat = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(170)),
  ...common,
  body_id: Id,
  representative_id: Id,
  seat_role: one(values.seatRoles, 'member'),
  voting: flag(true),
  since: day(),
  until: day(),
});
export type Seat = Readonly<v.InferOutput<typeof Seat>>;

/** `body:x`, `organization:x` or `representative:x`. */
export const LineEnd = v.pipe(
  v.string(),
  v.regex(
    /^(body|organization|representative):[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/,
    'is not an end of a line (body:x, organization:x or representative:x)',
  ),
);

export const Line = v.object({
  id: Id,
  ...common,
  from: LineEnd,
  to: LineEnd,
  kind: one(values.lineKinds, 'accountable_to'),
  for_what: text(),
  agreement_id: reference(),
  cadence: name(),
  status: one(values.lineStatuses, 'proposed'),
});
export type Line = Readonly<v.InferOutput<typeof Line>>;

export const Agreement = v.object({
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
});
export type Agreement = Readonly<v.InferOutput<typeof Agreement>>;
