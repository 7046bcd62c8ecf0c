/**
 * What an ended activity still has to write into the document. It is stored with the end of the activity, so that a killed server
 * writes it when it is back; all ids are in it, so that writing it twice is writing it once. It names nobody who was not
 * announced to be named.
 */
import * as v from 'valibot';
import { pulseItems, StoredTarget } from '#shared/wire/SealedActivity.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const totals = v.array(v.object({ id: v.string(), votes: count }));

export const OwedResult = v.variant('kind', [
  v.object({
    kind: v.literal('ideas'),
    /** stands on the notes, so that screens can show them together */
    round: v.string(),
    /** the question, over the notes; activities that ended under an older program have none here */
    prompt: v.optional(v.string(), ''),
    target: StoredTarget,
    day: v.string(),
    /** shuffled */
    ideas: v.array(v.object({ id: v.string(), text: v.string(), name: v.nullable(v.string()) })),
  }),
  /** totals of options that are stage notes, or ideas and groups of a sheet; of an older program only notes */
  v.object({
    kind: v.literal('votes'),
    day: v.string(),
    notes: totals,
    ideas: v.optional(totals, []),
    groups: v.optional(totals, []),
  }),
  v.object({
    kind: v.literal('pulse'),
    id: v.string(),
    day: v.string(),
    invited: count,
    responded: count,
    /** null: too few answered */
    counts: v.nullable(v.record(v.picklist(pulseItems), v.array(count))),
  }),
]);
export type OwedResult = v.InferOutput<typeof OwedResult>;
