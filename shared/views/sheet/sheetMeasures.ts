/** All measures of a sheet, in canvas units. One object, so that tests, layout and drawings speak of the same numbers. */

export const sheetMeasures = {
  /** From the sheet's edge to its columns, and below them. */
  side: 12,
  bottom: 24,
  column: 318,
  gutter: 12,
  question: { size: 26, line: 32, left: 20, top: 14 },
  /** Below the question: how much there is. */
  summary: { size: 15, line: 24, gap: 8 },
  note: { width: 147, height: 75, padX: 9, padY: 6, gap: 8, size: 15, line: 19, radius: 7 },
  /** A text of more lines than this takes both places of a row. */
  narrowLines: 7,
  /** Each row at the foot of a note: how often it was written with its votes, what it became. */
  foot: 21,
  group: {
    side: 8,
    top: 8,
    bottom: 8,
    radius: 12,
    titleSize: 15.5,
    titleLine: 20,
    titlePad: 11,
    /** The sign that folds and unfolds, in the upper right corner. */
    fold: 28,
    factsGap: 2,
    facts: 20,
    gap: 8,
  },
  /** In a group without notes. */
  emptyGroup: 44,
  /** The word over what is in no group. */
  ungrouped: { above: 14, size: 15, line: 20, gap: 8 },
  /** What asks for the next notes. */
  more: { width: 302, height: 44 },
  /** The left edge of all sheets; with three columns their middle is that of the frame. */
  left: -501,
  /** Below the other views, on steps, so that these may grow without pushing the sheets along. */
  topStep: 800,
  topGap: 160,
  /** A sheet keeps a slot of whole steps; those below shift only when it outgrows that. */
  slotStep: 1200,
  slotGap: 120,
} as const;

/** From so many notes on groups are folded and notes without a group come by the page. */
export const foldFrom = 40;
/** Notes without a group that come at once where there are many. */
export const pageOfIdeas = 8;

const columnSteps: readonly (readonly [groups: number, columns: number])[] = [
  [9, 3],
  [16, 4],
  [30, 5],
];

/** How many columns stand side by side for this many groups; few steps, since at each all groups take other places. */
export function sheetColumns(groups: number): number {
  return columnSteps.find(([most]) => groups <= most)?.[1] ?? 6;
}

/** How wide a sheet with so many columns is. */
export function sheetWidth(columns: number): number {
  const { side, column, gutter } = sheetMeasures;
  return side * 2 + columns * column + (columns - 1) * gutter;
}
