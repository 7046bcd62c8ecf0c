/**
 * The running workshop as everybody on the board knows it: owned by the server, changed by commands only, pushed whole to all
 * connections. Nothing in it is secret; what nobody may see yet is sealed (`SealedActivity.ts` shows its public side).
 * Times are server milliseconds since 1970; a screen shows them against the server's `now` of the last message.
 */
import * as v from 'valibot';
import { line, seenText, storedLine } from '../text/line.ts';
import { toolGroups } from '#shared/kinds/toolGroups.ts';
import { stages } from '#shared/kinds/values.ts';
import { PersonId } from '#shared/wire/ids.ts';
import { nothingShown, Showing } from './showing/Showing.ts';
import { StepActivity, StepId, WrittenActivity } from './StepActivity.ts';

/** What a step shows: a part of the canvas, or a panel beside it. */
export const stepViews = ['frame', 'goal', 'coverage', 'findings', 'cycle', 'actions', 'free'] as const;

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600));
const time = v.pipe(v.number(), v.integer(), v.minValue(0));
export { StepId };

export const Step = v.strictObject({
  id: StepId,
  title: storedLine(120),
  minutes,
  /** what people do now, in one or a few sentences */
  instruction: seenText(1_000),
  view: v.picklist(stepViews),
  /** stage of the cycle that is lit while this step runs */
  stage: v.nullable(v.picklist(stages)),
  /** what participants may change while it runs; null: everything. Facilitators are never limited. */
  tools: v.nullable(v.pipe(v.array(v.picklist(toolGroups)), v.maxLength(toolGroups.length))),
  /** null: people talk, or work on the board */
  activity: v.optional(v.nullable(StepActivity), null),
});
export type Step = v.InferOutput<typeof Step>;
/** As it comes in. */
export const WrittenStep = v.strictObject({
  ...Step.entries,
  title: line(120),
  activity: v.optional(v.nullable(WrittenActivity), null),
});

/** `characters` of an agenda and of its notes, as JSON: everybody gets the agenda with each change of the session. */
export const agendaLimits = { steps: 60, noteLength: 2_000, characters: 120_000, noteCharacters: 60_000 } as const;

/** Notes of facilitators by step. They are in no state, message or file that others get: only facilitators ask for them. */
export const AgendaNotes = v.record(StepId, seenText(agendaLimits.noteLength));
export type AgendaNotes = Readonly<v.InferOutput<typeof AgendaNotes>>;

/** `endsAt` while it runs, `leftMs` while it is paused or over (0). `totalMs` grows with +1 and +5. */
export const Timer = v.strictObject({
  totalMs: time,
  endsAt: v.nullable(time),
  leftMs: time,
});
export type Timer = v.InferOutput<typeof Timer>;

/** A part of a page that people are asked to look at; canvas coordinates. */
const finite = v.pipe(v.number(), v.finite(), v.minValue(-1e7), v.maxValue(1e7));
export const Place = v.strictObject({
  page: v.pipe(v.string(), v.maxLength(100)),
  x: finite,
  y: finite,
  w: v.pipe(finite, v.minValue(1)),
  h: v.pipe(finite, v.minValue(1)),
});
export type Place = v.InferOutput<typeof Place>;

export const WorkshopState = v.object({
  /** counts changes; a screen ignores anything not newer than what it has */
  version: time,
  agenda: v.array(Step),
  /** counts changes of the agenda; the next one says from which it was made */
  agendaVersion: v.optional(time, 0),
  /** null: no workshop runs */
  step: v.nullable(StepId),
  stepStartedAt: v.nullable(time),
  /** steps that were left forwards, for the marks in the agenda */
  done: v.array(StepId),
  /** set when a workshop was ended, until the next begins */
  endedAt: v.nullable(time),
  timer: v.nullable(Timer),
  /** the clock of the step, which runs on unseen while that of its activity is `timer`; it comes back when the activity ends */
  stepClock: v.optional(v.nullable(v.object({ activity: v.string(), timer: v.nullable(Timer) })), null),
  /** null: people roam the cycle */
  stage: v.nullable(v.picklist(stages)),
  /** who leads the view, and since when; `firm` takes everybody along, otherwise they are asked */
  spotlight: v.nullable(v.object({ person: PersonId, firm: v.boolean(), place: v.nullable(Place), at: time })),
  /** keys of what only facilitators may change: `canvas:<record id>` or `map:<collection>/<entity id>` */
  locks: v.array(v.string()),
  /** everything but a facilitator's hands is locked */
  lockedAll: v.boolean(),
  /** participants may change goal, interests, rounds and which bodies there are, whatever the step says */
  skeletonOpen: v.boolean(),
  ready: v.nullable(v.object({ question: v.string(), startedAt: time, people: v.array(PersonId) })),
  /** in the order in which they were raised */
  hands: v.array(v.object({ person: PersonId, name: v.string(), at: time })),
  /** on the room's screen, and large on everybody's */
  showing: v.optional(Showing, nothingShown),
});
export type WorkshopState = v.InferOutput<typeof WorkshopState>;

export const reactions = ['applause', 'agree', 'unsure', 'slower', 'break'] as const;
export type Reaction = (typeof reactions)[number];

/** Before the first command on a board. */
export const emptyWorkshop: WorkshopState = {
  version: 0,
  agenda: [],
  agendaVersion: 0,
  step: null,
  stepStartedAt: null,
  done: [],
  endedAt: null,
  timer: null,
  stepClock: null,
  stage: null,
  spotlight: null,
  locks: [],
  lockedAll: false,
  skeletonOpen: true,
  ready: null,
  hands: [],
  showing: nothingShown,
};
