/** The work: rounds, notes, experiments, trust, actions, parking lot, accepted findings. */
import * as v from 'valibot';
import * as values from '../values.ts';
import {
  common,
  Count,
  count,
  Day,
  day,
  flag,
  Id,
  name,
  names,
  one,
  oneOrNone,
  reference,
  references,
  sentences,
  some,
  text,
} from './fields.ts';

const roundNumber = v.pipe(Count, v.minValue(1));
/** Files write "no level" as null, as empty text or as the word `empty`. */
const level = () =>
  v.nullish(
    v.pipe(
      v.picklist([...values.workLevels, '', 'empty']),
      v.transform((word) => (word === '' || word === 'empty' ? null : word)),
    ),
    null,
  );

/** A round of the problem-solving cycle. Its id is the number under which it was started. */
export const Iteration = v.object({
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
});
export type Iteration = Readonly<v.InferOutput<typeof Iteration>>;

export const Note = v.object({
  id: Id,
  ...common,
  iteration: roundNumber,
  stage: v.picklist(values.stages),
  text: text(),
  lang: name(),
  links: references(),
  evidence: name(),
  tag: oneOrNone(values.noteTags),
  level: level(),
  conditions: some(values.conditions),
  leverage: oneOrNone(values.leverages),
  votes: count(),
  parked: flag(false),
});
export type Note = Readonly<v.InferOutput<typeof Note>>;

export const Experiment = v.object({
  id: Id,
  ...common,
  iteration: v.nullish(roundNumber, null),
  title: name(),
  hypothesis_note_id: reference(),
  hypothesis: text(),
  action: text(),
  measure: name(),
  indicator_id: reference(),
  success_threshold: name(),
  start_on: day(),
  end_on: day(),
  status: one(values.experimentStatuses, 'proposed'),
  owner_org_id: reference(),
  helpers: names(),
  approver_body_id: reference(),
  level: level(),
  conditions: some(values.conditions),
  leverage: oneOrNone(values.leverages),
  result: text(),
  learning: text(),
  decision: oneOrNone(values.experimentDecisions),
});
export type Experiment = Readonly<v.InferOutput<typeof Experiment>>;

export const TrustRecord = v.object({
  id: Id,
  ...common,
  stage: v.picklist(values.trustStages),
  date: day(),
  claimed_by: one(values.trustClaimants, 'group'),
  evidence: sentences(),
});
export type TrustRecord = Readonly<v.InferOutput<typeof TrustRecord>>;

export const TrustItem = v.object({ id: Id, ...common, text: name() });
export type TrustItem = Readonly<v.InferOutput<typeof TrustItem>>;

/** How many gave 1, 2, 3, 4 and 5. */
export const PulseCounts = v.tuple([Count, Count, Count, Count, Count]);
export type PulseCounts = Readonly<v.InferOutput<typeof PulseCounts>>;

/** Counts only: there is no path from an answer to a person. */
export const Pulse = v.object({
  id: Id,
  ...common,
  closed_on: Day,
  invited: Count,
  responded: Count,
  scale: v.nullish(v.literal(5), 5),
  items: v.nullish(v.record(Id, PulseCounts), {}),
});
export type Pulse = Readonly<v.InferOutput<typeof Pulse>>;

export const Action = v.object({
  id: Id,
  ...common,
  title: name(),
  owner_org_id: reference(),
  owner_representative_id: reference(),
  due_on: day(),
  status: one(values.actionStatuses, 'open'),
  helpers: names(),
  approver_body_id: reference(),
  source: name(),
});
export type Action = Readonly<v.InferOutput<typeof Action>>;

export const ParkingItem = v.object({
  id: Id,
  ...common,
  text: text(),
  status: one(values.parkingStatuses, 'parked'),
  moved_to: name(),
});
export type ParkingItem = Readonly<v.InferOutput<typeof ParkingItem>>;

/** A finding that the group accepted. `seen` is the finding's data then: when they change, it comes back. */
export const Acknowledgement = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  ...common,
  rule: Id,
  subject: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  reason: name(),
  date: day(),
  session: name(),
  seen: v.nullish(v.pipe(v.string(), v.maxLength(2000)), ''),
});
export type Acknowledgement = Readonly<v.InferOutput<typeof Acknowledgement>>;
