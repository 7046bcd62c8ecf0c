/** What letting go of notes would do: a place in a group, a new group with another note, or one note of two that say the same. */
import { sheetOf } from '#shared/map/readings/sheets.ts';
import type { Point } from '#shared/views/frame/FrameLayout.ts';
import type { SheetsLayout } from '#shared/views/sheet/SheetLayout.ts';
import { isOnNote, noteUnder, sheetTarget, type SheetTarget } from '#shared/views/sheet/sheetTarget.ts';
import type { CommandPort, Foreseen } from '../projected/View.ts';
import { groupShapeId, ideaShapeId, sheetShapeId } from './sheetShapeIds.ts';

export type DropHint = 'groupHere' | 'mergeHere';

interface SheetDrop extends Foreseen<DropHint> {
  readonly target: SheetTarget;
  /** The note that says the same as what is in the hand. */
  readonly same: string | null;
}

export interface Hand {
  /** Notes of one sheet, in the order in which they land. */
  readonly ideas: readonly string[];
  readonly sheet: string;
  readonly at: Point;
}

/** `layout`: as it is seen, with the room that was made. Null: nothing that is shown, or nothing that may be done there. */
export function foreseeDrop(
  { ideas, sheet, at }: Hand,
  layout: SheetsLayout,
  port: CommandPort,
  before: Foreseen | null,
): Foreseen<DropHint> | null {
  const held = new Set(ideas);
  // what was foreseen here comes back as it was given
  const last = before as SheetDrop | null;
  if (last !== null && last.same !== null && isOnNote(layout, last.same, at)) return last;
  const target = sheetTarget(layout, at, held, last?.target);
  if (target?.sheet !== sheet) return null;
  const drop = target.part === 'idea' ? intoOne(ideas, target, port) : toPlace(ideas, target, layout, port);
  const under = noteUnder(layout, at, held);
  return drop && under !== null ? { ...drop, whenHeld: merged(ideas, under, target) } : drop;
}

function intoOne(
  ideas: readonly string[],
  target: Extract<SheetTarget, { readonly part: 'idea' }>,
  port: CommandPort,
): SheetDrop {
  return {
    key: `group ${target.idea}`,
    target,
    same: null,
    commands: () => [{ type: 'groupIdeas', id: port.newId(), ideas: [target.idea, ...ideas] }],
    makesRoom: false,
    receives: ideaShapeId(target.idea),
    hint: 'groupHere',
  };
}

function merged(ideas: readonly string[], same: string, target: SheetTarget): SheetDrop {
  return {
    key: `merge ${same}`,
    target,
    same,
    commands: () => [{ type: 'mergeIdeas', ideas: [...ideas], into: same }],
    makesRoom: false,
    receives: ideaShapeId(same),
    hint: 'mergeHere',
  };
}

/** Null where the sheet is sorted: there nothing has a place of its own. */
function toPlace(
  ideas: readonly string[],
  target: Exclude<SheetTarget, { readonly part: 'idea' } | null>,
  layout: SheetsLayout,
  port: CommandPort,
): SheetDrop | null {
  const group = target.part === 'group' ? target.group : null;
  const read = sheetOf(port.map(), target.sheet);
  const isByHand = read?.sheet.sort === 'groups';
  const there = group === null ? read?.ungrouped : read?.groups.find((one) => one.group.id === group)?.notes;
  const isFolded = layout.groups.some((one) => one.id === group && one.isFolded);
  const others = layout.ideas.filter(
    ({ id, sheet, group: of }) => sheet === target.sheet && of === group && !ideas.includes(id),
  );
  const isThere = (id: string) => there?.some(({ idea }) => idea.id === id) === true;
  if (!isByHand && ideas.every(isThere)) return null;
  const after = !isByHand || isFolded ? undefined : (others[target.place - 1]?.id ?? null);
  return {
    key: `move ${target.sheet} ${group} ${after}`,
    target,
    same: null,
    commands: () => [
      { type: 'moveIdeas', ideas: [...ideas], group_id: group, ...(after === undefined ? {} : { after }) },
    ],
    makesRoom: true,
    receives: group === null ? sheetShapeId(target.sheet) : groupShapeId(group),
  };
}
