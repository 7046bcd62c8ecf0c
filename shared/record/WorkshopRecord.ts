/** What the record keeps of a workshop: a row for each stretch of a step, written when it is left, and one at its end. */
import * as v from 'valibot';
import { maxNameLength, maxTextLength } from '#shared/kinds/fields.ts';
import { experimentDecisions, representativeKinds, severities } from '#shared/kinds/values.ts';
import { roles } from '#shared/wire/roles.ts';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import { StepId } from '#shared/wire/WorkshopState.ts';
import { count, RecordId, text, time } from './recordFields.ts';

const name = text(maxNameLength);
const day = v.nullable(v.pipe(v.string(), v.isoDate()));
const few = sealedLimits.fewest;
const enough = v.pipe(count, v.minValue(few));

/** From the moment at which a step began, or began anew, until it was left. */
export const StepRecord = v.strictObject({
  kind: v.literal('step'),
  workshop: RecordId,
  step: StepId,
  title: text(120),
  /** minutes; 0 = open */
  planned: v.pipe(count, v.maxValue(600)),
  from: time,
  /** null: nobody left it */
  to: v.nullable(time),
});
export type StepRecord = v.InferOutput<typeof StepRecord>;

/** How many were on the board while the workshop ran. Numbers in which somebody could be found are words (`attendanceOf`). */
const Attendance = v.strictObject({
  /** null: fewer than three; a role that is missing had nobody */
  roles: v.pipe(
    v.array(v.strictObject({ role: v.picklist(roles), people: v.nullable(enough) })),
    v.maxLength(roles.length),
  ),
  /** of those who said for which kind of representative they are there */
  kinds: v.pipe(
    v.array(
      v.strictObject({
        kind: v.picklist(representativeKinds),
        people: v.union([enough, v.picklist(['fewer', 'more'])]),
      }),
    ),
    v.maxLength(representativeKinds.length),
  ),
});
export type Attendance = v.InferOutput<typeof Attendance>;

const many = 5_000;

const Note = v.strictObject({
  text: text(maxTextLength),
  /** other words of those that were merged into it */
  also: v.pipe(v.array(text(maxTextLength)), v.maxLength(many)),
  /** how often it was written: itself and those that were merged into it */
  times: v.pipe(count, v.minValue(1)),
  votes: v.nullable(count),
});
const notes = v.pipe(v.array(Note), v.maxLength(many));

/** A sheet of notes as it stood. */
const Sheet = v.strictObject({
  question: name,
  /** entry of the record that revealed its notes; null: they were written on the sheet */
  activity: v.nullable(name),
  groups: v.pipe(v.array(v.strictObject({ title: name, votes: v.nullable(count), notes })), v.maxLength(many)),
  /** in no group */
  others: notes,
});
export type SheetRecord = v.InferOutput<typeof Sheet>;

const fact = v.union([text(maxTextLength), v.number(), v.boolean(), v.array(text(maxTextLength))]);

/** What was decided: it stood on the map at the end and not at the start. */
const Decision = v.variant('what', [
  v.strictObject({ what: v.literal('goal'), text: text(maxTextLength) }),
  v.strictObject({ what: v.literal('essential'), text: name }),
  /** a finding with the names and numbers of its sentence, and why it was accepted */
  v.strictObject({
    what: v.literal('accepted'),
    rule: text(80),
    severity: v.picklist(severities),
    subject: text(200),
    facts: v.record(v.string(), fact),
    reason: name,
  }),
  v.strictObject({ what: v.literal('agreement'), text: name }),
  v.strictObject({ what: v.literal('experiment'), text: name, decision: v.picklist(experimentDecisions) }),
]);
export type Decision = v.InferOutput<typeof Decision>;

const ActionRecord = v.strictObject({
  title: name,
  /** name of an organization; empty: nobody yet */
  owner: name,
  due: day,
});

/** A pulse with enough answers: how many gave 1 to 5, by item in the words of the board; '' = those of the rule book. */
const PulseRecord = v.strictObject({
  on: v.pipe(v.string(), v.isoDate()),
  invited: count,
  responded: count,
  items: v.pipe(
    v.array(v.strictObject({ item: text(80), text: text(2_000), counts: v.pipe(v.array(count), v.length(5)) })),
    v.maxLength(200),
  ),
});

/** What the map had at the end and not at the start. */
export const Outcome = v.strictObject({
  sheets: v.pipe(v.array(Sheet), v.maxLength(many)),
  decisions: v.pipe(v.array(Decision), v.maxLength(many)),
  pulses: v.pipe(v.array(PulseRecord), v.maxLength(many)),
  actions: v.pipe(v.array(ActionRecord), v.maxLength(many)),
});
export type Outcome = v.InferOutput<typeof Outcome>;

/** A workshop at its end. Begun again within twelve hours it ends again: the last row counts. */
export const WorkshopRecord = v.strictObject({
  kind: v.literal('workshop'),
  workshop: RecordId,
  from: time,
  to: time,
  /** false: nobody ended it, and `to` is when somebody last did something in it */
  ended: v.boolean(),
  attendance: Attendance,
  /** null where the map could not be read then */
  outcome: v.nullable(Outcome),
});
export type WorkshopRecord = v.InferOutput<typeof WorkshopRecord>;
