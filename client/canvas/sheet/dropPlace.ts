/** Where notes in somebody's hand would land: what receives them, and the slot that they would take there. Knows no pointer. */
import type { Box, Point } from '#shared/views/frame/FrameLayout.ts';
import type { SheetsLayout } from '#shared/views/sheet/SheetLayout.ts';
import { sheetMeasures } from '#shared/views/sheet/sheetMeasures.ts';
import { sheetTarget } from '#shared/views/sheet/sheetTarget.ts';

export interface DropPlace {
  /** The group, the note with which they become one, or what is in no group. */
  readonly target: Box;
  /** A bar between two notes; null where they have no place of their own. */
  readonly slot: Box | null;
}

const bar = 4;
const around = 6;

/** Null outside of all sheets. */
export function dropPlace(layout: SheetsLayout, at: Point, held: ReadonlySet<string>): DropPlace | null {
  const to = sheetTarget(layout, at, held);
  if (to === null) return null;
  if (to.part === 'idea') {
    const box = layout.ideas.find(({ id }) => id === to.idea)?.box;
    return box ? { target: grown(box, around), slot: null } : null;
  }
  const group = to.part === 'group' ? layout.groups.find(({ id }) => id === to.group) : undefined;
  const sheet = layout.sheets.find(({ id }) => id === to.sheet);
  const target = group?.box ?? sheet?.ungrouped ?? sheet?.box;
  if (!target) return null;
  const inside = layout.ideas.filter(
    (idea) => idea.group === (group?.id ?? null) && idea.sheet === to.sheet && !held.has(idea.id),
  );
  const [before, after] = [inside[to.place - 1]?.box, inside[to.place]?.box];
  const { gap } = sheetMeasures.note;
  const slot = after
    ? { x: after.x - (gap + bar) / 2, y: after.y, width: bar, height: after.height }
    : before && { x: before.x + before.width + (gap - bar) / 2, y: before.y, width: bar, height: before.height };
  return { target, slot: group?.isFolded === true ? null : (slot ?? null) };
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + by * 2, height: height + by * 2 };
}
