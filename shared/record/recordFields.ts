/** What rows of the record are made of. */
import * as v from 'valibot';

export const recordLimits = {
  /** more than a board can have rounds, and workshops with steps */
  maxEntries: 5_000,
  maxQuestionLength: 300,
  maxLabelLength: 300,
  maxId: 40,
} as const;

export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
/** milliseconds since 1970 */
export const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
/** of an entry, and of a workshop that several entries belong to */
export const RecordId = v.pipe(
  v.string(),
  v.regex(
    new RegExp(`^[A-Za-z0-9_-]{1,${recordLimits.maxId}}$`),
    `must be 1 to ${recordLimits.maxId} letters and digits`,
  ),
);
