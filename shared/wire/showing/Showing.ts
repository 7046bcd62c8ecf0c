/**
 * What facilitators show to all: on the room's screen, or large on everybody's. Part of the state of the workshop, and public
 * like all of it: names of things that everybody has, never what stands in them.
 */
import * as v from 'valibot';
import { stages } from '#shared/kinds/values.ts';
import { storedLine } from '#shared/text/line.ts';
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

export const wifiLength = 120;

export const Showing = v.object({
  /** null: the room's screen shows what the step asks for */
  room: v.nullable(RoomView),
  /** `at`: since when; null: everybody's screen is their own */
  big: v.nullable(v.object({ sheet: BigSheet, at: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
  /** code and picture of the way in stand in a corner of the room's screen */
  code: v.boolean(),
  /** how to get into the room's network, as a facilitator wrote it; empty: nothing is said about it */
  wifi: storedLine(wifiLength),
});
export type Showing = Readonly<v.InferOutput<typeof Showing>>;

export const nothingShown: Showing = { room: null, big: null, code: false, wifi: '' };

/** While it stands somewhere for all to see, it is no secret of facilitators. */
export function isWayInShown({ room, big, code }: Showing): boolean {
  return code || room?.kind === 'join' || big?.sheet.kind === 'join';
}
