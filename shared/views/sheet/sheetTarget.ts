/** What is under a point of the sheets: where a note or a group that is let go there belongs. */
import type { Box, Point } from '../frame/FrameLayout.ts';
import type { IdeaPlace, SheetsLayout } from './SheetLayout.ts';
import { sheetMeasures } from './sheetMeasures.ts';

export type SheetTarget =
  /** Among the notes of a group, after so many of them. */
  | { readonly part: 'group'; readonly sheet: string; readonly group: string; readonly place: number }
  /** A note that is in no group: both become one. */
  | { readonly part: 'idea'; readonly sheet: string; readonly idea: string }
  /** In no group, after so many of those that are shown there. */
  | { readonly part: 'ungrouped'; readonly sheet: string; readonly place: number }
  | null;

/**
 * `held`: notes that are in somebody's hand, which are not under it: where they stand in the layout is the room that was made for
 * them. `before`: what was under the hand until now, so that what makes room does not slip from under it again and again.
 */
export function sheetTarget(
  layout: SheetsLayout,
  at: Point,
  held: ReadonlySet<string>,
  before: SheetTarget = null,
): SheetTarget {
  const sheet = layout.sheets.find(({ box }) => isIn(box, at))?.id;
  if (sheet === undefined) return null;
  const [ideas, room] = parted(layout, sheet, held);
  const group = layout.groups.find((one) => one.sheet === sheet && isIn(one.box, at))?.id ?? null;
  const stays =
    before !== null && before.part !== 'idea' && room.some((one) => one.group === group && isIn(one.box, at));
  if (stays && (before.part === 'group' ? before.group : null) === group) return before;
  const there = ideas.filter((idea) => idea.group === group);
  if (group !== null) {
    const now = before?.part === 'group' && before.group === group ? before.place : null;
    return { part: 'group', sheet, group, place: placeIn(there, at, now) };
  }
  const near = nearest(there, at);
  return near === undefined
    ? { part: 'ungrouped', sheet, place: placeAmong(there, at) }
    : { part: 'idea', sheet, idea: near.id };
}

/** The note right onto whose middle something is let go; null beside it, and where none is. */
export function noteUnder(layout: SheetsLayout, at: Point, held: ReadonlySet<string>): string | null {
  const under = layout.ideas.find(({ id, box }) => !held.has(id) && isIn(box, at));
  return under && isIn(middleOf(under.box), at) ? under.id : null;
}

/** True on all of a note, not only its middle. */
export function isOnNote(layout: SheetsLayout, idea: string, at: Point): boolean {
  return layout.ideas.some(({ id, box }) => id === idea && isIn(box, at));
}

/** After how many groups of its sheet a group stands that is let go here; null outside of its sheet. */
export function groupPlaceAt(layout: SheetsLayout, moved: string, at: Point): number | null {
  const own = layout.groups.find(({ id }) => id === moved);
  const sheet = layout.sheets.find(({ id }) => id === own?.sheet);
  if (!own || !sheet || !isIn(sheet.box, at)) return null;
  const all = layout.groups.filter((one) => one.sheet === sheet.id);
  let [place, closest] = [0, Infinity];
  for (const [index, { box }] of all.entries()) {
    const distance = Math.hypot(box.x + box.width / 2 - at.x, box.y + box.height / 2 - at.y);
    if (distance < closest) [place, closest] = [index, distance];
  }
  return place;
}

/** Notes of a sheet that lie there, and those in the hand. */
function parted({ ideas }: SheetsLayout, sheet: string, held: ReadonlySet<string>) {
  const own = ideas.filter((idea) => idea.sheet === sheet);
  return [own.filter(({ id }) => !held.has(id)), own.filter(({ id }) => held.has(id))] as const;
}

/** On the middle of a note the place beside it that is open stays open, or the one behind it opens: it keeps its own. */
function placeIn(ideas: readonly IdeaPlace[], at: Point, now: number | null): number {
  const under = ideas.findIndex(({ box }) => isIn(middleOf(box), at));
  if (under < 0) return placeAmong(ideas, at);
  return now === under ? under : under + 1;
}

/** How many of them come before the point as one reads: in rows above it, or in its row with their middle before it. */
function placeAmong(ideas: readonly IdeaPlace[], { x, y }: Point): number {
  const after = ideas.findIndex(({ box }) => y < box.y || (y <= box.y + box.height && x < box.x + box.width / 2));
  return after < 0 ? ideas.length : after;
}

/** The note at the point, or no farther from it than notes are from each other. */
function nearest(ideas: readonly IdeaPlace[], at: Point): IdeaPlace | undefined {
  const { gap } = sheetMeasures.note;
  const around = ({ x, y, width, height }: Box): Box => ({
    x: x - gap,
    y: y - gap,
    width: width + gap * 2,
    height: height + gap * 2,
  });
  return ideas.find(({ box }) => isIn(box, at)) ?? ideas.find(({ box }) => isIn(around(box), at));
}

/** Half as wide: what comes from above or below does not push it aside. */
function middleOf({ x, y, width, height }: Box): Box {
  return { x: x + width / 4, y, width: width / 2, height };
}

function isIn({ x, y, width, height }: Box, at: Point): boolean {
  return at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
}
