/**
 * Lays sheets out in a column below the other views, in the order of their making: in each the groups first, round the columns
 * in their order, then what is in no group. A pure function: the same on every screen, but for what its person opened.
 */
import type { Box } from '../frame/FrameLayout.ts';
import { noteRows } from './noteRows.ts';
import type {
  GroupPlace,
  IdeaPlace,
  OpenedByHand,
  Sheet,
  SheetGroup,
  SheetPlace,
  SheetsInput,
  SheetsLayout,
} from './SheetLayout.ts';
import { foldFrom, pageOfIdeas, sheetColumns, sheetMeasures, sheetWidth } from './sheetMeasures.ts';
import { wholeLines } from './wholeLines.ts';

const { side, bottom, column, gutter, question, summary, group: ofGroup, emptyGroup, ungrouped, more } = sheetMeasures;

interface Laid {
  readonly sheet: SheetPlace;
  readonly groups: readonly GroupPlace[];
  readonly ideas: readonly IdeaPlace[];
}

/** Where the sheets begin, below what reaches so far down. */
export function sheetsTop(below: number): number {
  const { topStep, topGap } = sheetMeasures;
  return Math.ceil((below + topGap) / topStep) * topStep;
}

export function layoutSheets({ sheets, top, opened }: SheetsInput): SheetsLayout {
  const { slotStep, slotGap } = sheetMeasures;
  const laid: Laid[] = [];
  let y = top;
  for (const sheet of sheets) {
    const shown = layoutSheet(sheet, y, opened);
    laid.push(shown);
    // Slots are those of sheets that are wholly open: what somebody folds moves nothing, and they are the same for everybody.
    const whole = isWhole(shown) ? shown : layoutSheet(sheet, y, null);
    y += Math.ceil((whole.sheet.box.height + slotGap) / slotStep) * slotStep;
  }
  return {
    sheets: laid.map((one) => one.sheet),
    groups: laid.flatMap((one) => one.groups),
    ideas: laid.flatMap((one) => one.ideas),
    bounds: boundsOf(laid),
  };
}

/** True where groups fold and notes without a group come by the page. */
export function isLarge({ groups, ungrouped: loose }: Sheet): boolean {
  return groups.reduce((sum, { ideas }) => sum + ideas.length, loose.length) >= foldFrom;
}

/** How high the head of a group is: its title whole, its facts, what it became. */
export function groupHead({ title, rows }: Pick<SheetGroup, 'title' | 'rows'>): number {
  const { top, titleLine, factsGap, facts, gap } = ofGroup;
  return top + titleLines(title).length * titleLine + factsGap + facts * (1 + rows) + gap;
}

/** A group's title in lines. */
export function titleLines(title: string): readonly string[] {
  return wholeLines(title, column - ofGroup.titlePad * 2 - ofGroup.fold, ofGroup.titleSize);
}

/** A sheet's question in lines. */
export function questionLines(text: string, width: number): readonly string[] {
  return wholeLines(text, width - question.left * 2, question.size);
}

/** Nothing of it is folded or waits to be asked for. */
function isWhole({ sheet: { hidden }, groups }: Laid): boolean {
  return hidden === 0 && groups.every(({ isFolded }) => !isFolded);
}

/** `opened` null: everything. */
function layoutSheet(sheet: Sheet, top: number, opened: OpenedByHand | null): Laid {
  const columns = sheetColumns(sheet.groups.length);
  const width = sheetWidth(columns);
  const isFoldable = opened !== null && isLarge(sheet);
  const left = sheetMeasures.left + side;
  const head = question.top + questionLines(sheet.question, width).length * question.line + summary.line + summary.gap;
  const ends: number[] = Array.from({ length: columns }, () => top + head);
  const groups: GroupPlace[] = [];
  const ideas: IdeaPlace[] = [];
  for (const [at, group] of sheet.groups.entries()) {
    const place = at % columns;
    const isFolded = opened !== null && isFoldable !== (opened.get(group.id) === 1);
    const corner = { x: left + place * (column + gutter), y: ends[place] ?? top };
    const laid = layoutGroup(group, sheet.id, corner, isFolded);
    groups.push(laid.group);
    ideas.push(...laid.ideas);
    ends[place] = laid.group.box.y + laid.group.box.height + gutter;
  }
  const loose = looseNotes(sheet, {
    left,
    width,
    columns,
    top: sheet.groups.length === 0 ? top + head : Math.max(...ends) - gutter,
    most: isFoldable ? pageOfIdeas * (1 + (opened.get(sheet.id) ?? 0)) : Infinity,
  });
  ideas.push(...loose.ideas);
  const box = { x: sheetMeasures.left, y: top, width, height: loose.end + bottom - top };
  return { sheet: { id: sheet.id, box, ...loose.place }, groups, ideas };
}

function layoutGroup(
  group: SheetGroup,
  sheet: string,
  { x, y }: { readonly x: number; readonly y: number },
  isFolded: boolean,
): { readonly group: GroupPlace; readonly ideas: readonly IdeaPlace[] } {
  const head = groupHead(group);
  const rows = noteRows(isFolded ? [] : group.ideas, 1, x, y + head);
  const inside = isFolded ? 0 : (rows.height === 0 ? emptyGroup : rows.height) + ofGroup.bottom;
  return {
    group: { id: group.id, sheet, isFolded, box: { x, y, width: column, height: head + inside } },
    ideas: rows.boxes.flatMap((box, at) => {
      const idea = group.ideas[at];
      return idea ? [{ id: idea.id, sheet, group: group.id, box }] : [];
    }),
  };
}

interface LooseRoom {
  readonly left: number;
  readonly width: number;
  readonly columns: number;
  readonly top: number;
  readonly most: number;
}

function looseNotes({ id, groups, ungrouped: loose }: Sheet, { left, width, columns, top, most }: LooseRoom) {
  if (loose.length === 0 && groups.length > 0)
    return { ideas: [], end: top, place: { ungrouped: null, more: null, hidden: 0 } };
  const shown = loose.slice(0, most);
  // Before there are groups the question alone stands over the notes.
  const word = groups.length === 0 ? 0 : ungrouped.above + ungrouped.line + ungrouped.gap;
  const rows = noteRows(shown, columns, left, top + word);
  const hidden = loose.length - shown.length;
  const notesEnd = top + word + Math.max(rows.height, loose.length === 0 ? emptyGroup : 0);
  const button: Box | null =
    hidden === 0
      ? null
      : { x: left + ofGroup.side, y: notesEnd + sheetMeasures.note.gap, width: more.width, height: more.height };
  const end = button ? button.y + button.height : notesEnd;
  return {
    ideas: shown.flatMap((idea, at): IdeaPlace[] => {
      const box = rows.boxes[at];
      return box ? [{ id: idea.id, sheet: id, group: null, box }] : [];
    }),
    end,
    place: {
      ungrouped: { x: left, y: top, width: width - side * 2, height: end - top },
      more: button,
      hidden,
    },
  };
}

function boundsOf(laid: readonly Laid[]): Box | null {
  const boxes = laid.map(({ sheet }) => sheet.box);
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last) return null;
  return {
    x: first.x,
    y: first.y,
    width: Math.max(...boxes.map(({ width }) => width)),
    height: last.y + last.height - first.y,
  };
}
