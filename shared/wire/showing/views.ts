/** What can be shown to all, as facilitators ask for it: each thing by its name, never what stands in it. */
import * as v from 'valibot';
import { stages } from '#shared/kinds/values.ts';
import { ActivityId, pulseItems } from '#shared/wire/SealedActivity.ts';

const entity = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
/** What does not fit at a size that can be read goes on, on the next page. */
const page = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(199)), 0);
/** Options with so many dots and more are proposed; null: nobody has asked for a line. */
const cut = v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))), null);

/** What can stand large on everybody's screen. */
export const BigSheet = v.variant('kind', [
  v.strictObject({ kind: v.literal('vote'), activity: ActivityId, cut, page }),
  /** one sentence at a time */
  v.strictObject({ kind: v.literal('pulse'), activity: ActivityId, item: v.picklist(pulseItems) }),
  v.strictObject({ kind: v.literal('coverage'), page }),
  /** since the workshop began */
  v.strictObject({ kind: v.literal('comparison'), page }),
  v.strictObject({ kind: v.literal('actions'), page }),
  v.strictObject({ kind: v.literal('join') }),
]);
export type BigSheet = v.InferOutput<typeof BigSheet>;

/** What the room's screen can show: these, and the parts of the board. */
export const RoomView = v.variant('kind', [
  v.strictObject({ kind: v.literal('question') }),
  v.strictObject({ kind: v.literal('frame') }),
  v.strictObject({ kind: v.literal('interest'), interest: entity, page }),
  v.strictObject({ kind: v.literal('cycle') }),
  v.strictObject({ kind: v.literal('stage'), stage: v.picklist(stages), page }),
  v.strictObject({ kind: v.literal('sheet'), sheet: entity, page }),
  /** of a sheet; null: the ideas that are in none */
  v.strictObject({ kind: v.literal('group'), sheet: entity, group: v.nullable(entity), page }),
  ...BigSheet.options,
]);
export type RoomView = v.InferOutput<typeof RoomView>;

/** It can stand large on everybody's screen, too. */
export function isBigSheet(view: RoomView): view is BigSheet {
  return BigSheet.options.some(({ entries }) => entries.kind.literal === view.kind);
}
