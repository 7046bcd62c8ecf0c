/**
 * What people ask of sealed activities, over HTTP with their seat, and what they get back of their own. The address of an activity
 * bears an id that the client made: the same request a second time (a retry, a replay) changes nothing.
 *
 *   GET    /api/boards/:id/rounds                     -> SealedState: all rounds, and what is mine
 *   POST   /api/boards/:id/rounds                     OpenActivity (facilitator)
 *   PUT    /api/boards/:id/rounds/:round/ideas/:idea  WriteIdea: writes or changes one of one's own
 *   DELETE /api/boards/:id/rounds/:round/ideas/:idea?from=<version>
 *   PUT    /api/boards/:id/rounds/:round/ballot       DotChange: puts dots on options or takes them off, until the close
 *   PUT    /api/boards/:id/rounds/:round/abstention   Abstention (facilitator)
 *   PUT    /api/boards/:id/rounds/:round/answer       PulseAnswer, once
 *   PUT    /api/boards/:id/rounds/:round/end          EndActivity (facilitator)
 *
 * A person may have several screens open, so nothing here replaces what it did not see (decision 0166): dots are changes of
 * what the server holds, an idea is changed from the version that was read (`idea-moved` otherwise). What is one's own is
 * answered with all of it (`SealedMine`), and one's other screens hear that it changed (message `mine`).
 */
import * as v from 'valibot';
import { line } from '../text/line.ts';
import { StepId } from './StepActivity.ts';
import { IdeaTarget, type pulseItems, ActivityId, SealedActivity, WrittenOption } from './SealedActivity.ts';

export const sealedLimits = {
  /** of one idea, in characters: a note, not an essay */
  maxIdeaLength: 1_000,
  maxIdeasPerPerson: 40,
  /** of one activity */
  maxIdeas: 1_000,
  minOptions: 2,
  maxOptions: 40,
  maxDots: 20,
  /** activities that a board keeps, ended ones included */
  maxActivities: 300,
  /** ended activities that everybody gets with each push; the others come with `GET` */
  pushedActivities: 40,
  /** below this many writers or ballots nothing anonymous is shown (a facilitator may still reveal ideas, after a warning) */
  fewest: 3,
  /** below this many answers a pulse is never shown, whatever the board says */
  fewestAnswers: 5,
} as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Where a step of the agenda has it: which one, and minutes for a clock of its own. */
const ofStep = {
  step: v.optional(StepId),
  minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600))),
};

export const OpenIdeas = v.strictObject({
  kind: v.literal('ideas'),
  id: ActivityId,
  ...ofStep,
  prompt: line(300),
  /** announced with the activity, never changed */
  named: v.boolean(),
  target: IdeaTarget,
});

export const OpenVote = v.pipe(
  v.strictObject({
    kind: v.literal('vote'),
    id: ActivityId,
    ...ofStep,
    question: line(300),
    options: v.pipe(
      v.array(WrittenOption),
      v.minLength(sealedLimits.minOptions),
      v.maxLength(sealedLimits.maxOptions),
      v.check((options) => new Set(options.map(({ id }) => id)).size === options.length, 'names an option twice'),
      v.check((options) => {
        const refs = options.flatMap(({ ref }) => ref ?? []);
        return new Set(refs).size === refs.length;
      }, 'names a thing twice'),
    ),
    dots: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(sealedLimits.maxDots)),
    /** most dots of one person on one option */
    cap: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(sealedLimits.maxDots)),
    /** whoever opens it does not vote and is not in the turnout */
    abstain: v.optional(v.boolean(), false),
  }),
  v.check(({ cap, dots }) => cap <= dots, 'more dots on one option than there are'),
);

export const OpenPulse = v.strictObject({
  kind: v.literal('pulse'),
  id: ActivityId,
  ...ofStep,
  /** whoever opens it does not answer and is not among those asked */
  abstain: v.optional(v.boolean(), false),
});

export const OpenActivity = v.variant('kind', [OpenIdeas, OpenVote, OpenPulse]);
export type OpenActivity = v.InferInput<typeof OpenActivity>;

/** Made by the client; an idea keeps it while the activity is open. After the reveal it exists nowhere. */
export const IdeaId = v.pipe(v.string(), v.regex(/^[a-z0-9]{16}$/));
/** Names one change of a ballot or an idea; the same for a retry. */
export const ChangeId = v.pipe(v.string(), v.regex(/^[a-z0-9]{16}$/));
/** Counts the changes of one idea; 0 before it was written. */
export const IdeaVersion = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A longer text than `maxIdeaLength` is refused in words, so it has to come through here. `from`: the version it was made of. */
export const WriteIdea = v.strictObject({ change: ChangeId, text: v.string(), from: IdeaVersion });
export type WriteIdea = v.InferOutput<typeof WriteIdea>;

/** Dots by id of the option; options without dots may be left out. */
export const Dots = v.record(
  v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/)),
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(sealedLimits.maxDots)),
);
export type Dots = v.InferOutput<typeof Dots>;
/** How many dots more, or fewer, by id of the option. More than are there are not taken off. */
export const DotChange = v.strictObject({
  change: ChangeId,
  by: v.record(
    v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/)),
    v.pipe(v.number(), v.integer(), v.minValue(-sealedLimits.maxDots), v.maxValue(sealedLimits.maxDots)),
  ),
});
export type DotChange = v.InferOutput<typeof DotChange>;
export const Abstention = v.strictObject({ abstain: v.boolean() });

const answer = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));
/** 1 to 5 for every item. */
export const PulseAnswers = v.strictObject({
  reliability: answer,
  truth: answer,
  ability: answer,
  strength: answer,
  safe_to_disagree: answer,
  clear_rules: answer,
} satisfies Record<(typeof pulseItems)[number], typeof answer>);
export type PulseAnswers = v.InferOutput<typeof PulseAnswers>;
export const PulseAnswer = v.strictObject({ answers: PulseAnswers });

export const EndActivity = v.strictObject({
  /** `revealed` for ideas, `closed` for votes and pulses, `discarded` for all: nothing is shown, everything is deleted */
  to: v.picklist(['revealed', 'closed', 'discarded']),
  /** ideas of one or two people: yes, reveal them although it is easy to guess who wrote what */
  evenIfFew: v.optional(v.boolean(), false),
  /** the ISO day where the workshop is */
  day: v.optional(v.string()),
});
export type EndActivity = v.InferInput<typeof EndActivity>;

export const OwnIdea = v.object({ id: IdeaId, text: v.string(), version: v.optional(IdeaVersion, 1) });
export type OwnIdea = v.InferOutput<typeof OwnIdea>;

/** What one did oneself in an open activity. Nothing of it can be asked for once the activity has ended. */
export const SealedMine = v.object({
  round: ActivityId,
  /** counts changes; a screen ignores anything not newer than what it has */
  version: count,
  /** the last changes that are in it, so that a screen whose answer was lost does not show its own twice */
  changes: v.array(ChangeId),
  ideas: v.array(OwnIdea),
  /** null: no ballot */
  dots: v.nullable(Dots),
  abstains: v.boolean(),
  /** the pulse: that one answered, not what */
  answered: v.boolean(),
});
export type SealedMine = v.InferOutput<typeof SealedMine>;

export const SealedState = v.object({
  now: v.number(),
  /** oldest first */
  rounds: v.array(SealedActivity),
  /** one entry per open activity */
  mine: v.array(SealedMine),
});
export type SealedState = v.InferOutput<typeof SealedState>;
