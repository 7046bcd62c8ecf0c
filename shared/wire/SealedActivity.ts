/**
 * The public side of sealed activities: private ideas, dot votes and the trust pulse. Before its time an activity shows how many took
 * part and nothing else; what one wrote oneself comes over HTTP with one's own seat (`SealedMine`), never over the socket.
 */
import * as v from 'valibot';
import { line, storedLine } from '../text/line.ts';
import { stages } from '#shared/kinds/values.ts';
import { StepId } from './StepActivity.ts';

const time = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Ended as discarded because the server could not bring back what was written: the key to it was lost. */
const lost = v.optional(v.boolean());
/** Of which step it is; an activity that a facilitator began by hand is of none. */
const step = v.optional(StepId);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/**
 * Of those who took part, the people who had joined before the activity was opened; people who share a device count as one. Only
 * they count toward the number below which nothing is shown.
 */
const counted = v.optional(count, 0);
export const ActivityId = v.pipe(v.string(), v.regex(/^[a-z0-9]{16}$/));

const onSheet = v.strictObject({ kind: v.literal('sheet') });
const inStage = v.strictObject({
  kind: v.literal('stage'),
  stage: v.picklist(stages),
  iteration: v.pipe(v.string(), v.maxLength(80)),
});

/** Where revealed ideas go: on a sheet of their own, whose id is the activity's, or into a stage of a round of the cycle. */
export const IdeaTarget = v.variant('kind', [onSheet, inStage]);
export type IdeaTarget = v.InferOutput<typeof IdeaTarget>;

/** As it was stored: older programs had sticky notes on a page, which stand on a sheet now. */
export const StoredTarget = v.variant('kind', [
  onSheet,
  inStage,
  v.pipe(
    v.object({ kind: v.literal('notes') }),
    v.transform(() => ({ kind: 'sheet' as const })),
  ),
]);

/** `open`: people write. `revealed`: the ideas stand on the board, shuffled. `discarded`: ended without showing anything. */
export const IdeasActivity = v.object({
  kind: v.literal('ideas'),
  id: ActivityId,
  prompt: v.string(),
  /** announced before it begins; never changes afterwards */
  named: v.boolean(),
  target: StoredTarget,
  status: v.picklist(['open', 'revealed', 'discarded']),
  openedAt: time,
  closedAt: v.nullable(time),
  lost,
  step,
  ideas: count,
  writers: count,
  counted,
});

/** An option of a vote: a word, and the thing on the board that it stands for (`map:<collection>/<id>` or `canvas:<id>`). */
export const VoteOption = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/)),
  label: storedLine(300),
  ref: v.nullable(v.pipe(v.string(), v.maxLength(200))),
});
export type VoteOption = v.InferOutput<typeof VoteOption>;
/** As it comes in. */
export const WrittenOption = v.strictObject({ ...VoteOption.entries, label: line(300) });

/** `totals` in the order of `options`, null before the close. `cast` counts ballots with at least one dot. */
export const VoteActivity = v.object({
  kind: v.literal('vote'),
  id: ActivityId,
  question: v.string(),
  options: v.array(VoteOption),
  dots: count,
  cap: count,
  status: v.picklist(['open', 'closed', 'discarded']),
  openedAt: time,
  closedAt: v.nullable(time),
  lost,
  step,
  cast: count,
  counted,
  /** people who may vote and are not abstaining facilitators */
  invited: count,
  totals: v.nullable(v.array(count)),
});

export const pulseItems = ['reliability', 'truth', 'ability', 'strength', 'safe_to_disagree', 'clear_rules'] as const;

/** `counts`: for each item how many answered 1 to 5; null before the close, and for ever when `counted` is below `minimum`. */
export const PulseActivity = v.object({
  kind: v.literal('pulse'),
  id: ActivityId,
  status: v.picklist(['open', 'closed', 'discarded']),
  openedAt: time,
  closedAt: v.nullable(time),
  lost,
  step,
  responded: count,
  counted,
  invited: count,
  minimum: count,
  counts: v.nullable(v.record(v.picklist(pulseItems), v.array(count))),
});

export const SealedActivity = v.variant('kind', [IdeasActivity, VoteActivity, PulseActivity]);
export type SealedActivity = v.InferOutput<typeof SealedActivity>;
export type IdeasActivity = v.InferOutput<typeof IdeasActivity>;
export type VoteActivity = v.InferOutput<typeof VoteActivity>;
export type PulseActivity = v.InferOutput<typeof PulseActivity>;
