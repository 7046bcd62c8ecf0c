/** What is under a point of the sheets: where a note or a group that is let go there belongs. */
import type { Box, Point } from '../frame/FrameLayout.ts';
import type { IdeaPlace, SheetsLayout } from './SheetLayout.ts';

export type SheetTarget =
  /** Among the notes of a group, after so many of them. */
  | { readonly part: 'group'; readonly sheet: string; readonly group: string; readonly place: number }
  /** A note that is in no group: both become one. */
  | { readonly part: 'idea'; readonly sheet: string; readonly idea: string }
  /** In no group, after so many of those that are shown there. */
  | { readonly part: 'ungrouped'; readonly sheet: string; readonly place: number }
  | null;

/** `held`: notes that are in somebody's hand, which are not under it. */
export function sheetTarget(layout: SheetsLayout, at: Point, held: ReadonlySet<string>): SheetTarget {
  const sheet = layout.sheets.find(({ box }) => isIn(box, at))?.id;
  if (sheet === undefined) return null;
  const ideas = layout.ideas.filter((idea) => idea.sheet === sheet && !held.has(idea.id));
  const group = layout.groups.find((one) => one.sheet === sheet && isIn(one.box, at));
  if (group) {
    const inside = ideas.filter((idea) => idea.group === group.id);
    return { part: 'group', sheet, group: group.id, place: placeAmong(inside, at) };
  }
  const loose = ideas.filter((idea) => idea.group === null);
  const under = loose.find(({ box }) => isIn(box, at));
  if (under) return { part: 'idea', sheet, idea: under.id };
  return { part: 'ungrouped', sheet, place: placeAmong(loose, at) };
}

/** After how many groups of its sheet a group stands that is let go here; null outside of its sheet. */
export function groupPlaceAt(layout: SheetsLayout, moved: string, at: Point): number | null {
  const own = layout.groups.find(({ id }) => id === moved);
  const sheet = layout.sheets.find(({ id }) => id === own?.sheet);
  if (!own || !sheet || !isIn(sheet.box, at)) return null;
  const all = layout.groups.filter((one) => one.sheet === sheet.id);
  let [place, nearest] = [0, Infinity];
  for (const [index, { box }] of all.entries()) {
    const distance = Math.hypot(box.x + box.width / 2 - at.x, box.y + box.height / 2 - at.y);
    if (distance < nearest) [place, nearest] = [index, distance];
  }
  return place;
}

/** How many of them come before the point as one reads: in rows above it, or in its row with their middle before it. */
function placeAmong(ideas: readonly IdeaPlace[], { x, y }: Point): number {
  const after = ideas.findIndex(({ box }) => y < box.y || (y <= box.y + box.height && x < box.x + box.width / 2));
  return after < 0 ? ideas.length : after;
}

function isIn({ x, y, width, height }: Box, at: Point): boolean {
  return at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
}
