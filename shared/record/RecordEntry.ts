/**
 * The record of what a board's workshops gave: each closed activity as it was announced and as it ended, each workshop with
 * its steps and with what it left on the map. It names nobody, and holds nothing that was not shown to everybody: no counts
 * below their minimum, nothing of what was discarded.
 */
import * as v from 'valibot';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import { count, recordLimits, text } from './recordFields.ts';
import { StepRecord, WorkshopRecord } from './WorkshopRecord.ts';

const question = text(recordLimits.maxQuestionLength);

/** Revealed ideas, in the shuffled order of the reveal. `writers`: how many people wrote; null where so few did not stay hidden. */
const ideas = v.strictObject({
  kind: v.literal('ideas'),
  question,
  texts: v.pipe(
    v.array(v.pipe(text(sealedLimits.maxIdeaLength), v.minLength(1))),
    v.maxLength(sealedLimits.maxIdeas + sealedLimits.maxIdeasPerPerson),
  ),
  writers: v.nullable(v.pipe(count, v.minValue(sealedLimits.fewest))),
});

/** A closed vote. `totals` in the order of `options`, which are words. */
const vote = v.pipe(
  v.strictObject({
    kind: v.literal('vote'),
    question,
    options: v.pipe(v.array(text(recordLimits.maxLabelLength)), v.minLength(1), v.maxLength(100)),
    totals: v.array(count),
    /** that each person had */
    dots: count,
    /** ballots */
    cast: v.pipe(count, v.minValue(sealedLimits.fewest)),
    /** people who could vote */
    invited: count,
  }),
  v.check(({ options, totals }) => options.length === totals.length, 'needs one total for each option'),
);

export const RecordContent = v.variant('kind', [ideas, vote, StepRecord, WorkshopRecord]);
export type RecordContent = v.InferOutput<typeof RecordContent>;
export type IdeasRecord = v.InferOutput<typeof ideas>;
export type VoteRecord = v.InferOutput<typeof vote>;

/** What came to its end, and when. */
export interface RecordEntry {
  readonly id: string;
  /** milliseconds since 1970 */
  readonly at: number;
  readonly content: RecordContent;
}
