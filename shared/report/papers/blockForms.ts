/** What the blocks of the table on paper have in common. */
import type { Shape } from '../../drawings/Shape.ts';
import { textLines } from '../../drawings/textLines.ts';
import type { RepresentativeKind } from '#shared/kinds/values.ts';
import type { FramePalette } from '../../views/frame/framePalette.ts';
import type { BrokenLine } from '../../views/table/breakName.ts';
import type { BlockForms } from '../../views/table/TableLayout.ts';
import type { ReportWords } from '../../picture/ReportWords.ts';
import type { TableName } from './tableFacts.ts';

/** A block with its upper left corner at the origin. */
export interface BlockContent {
  readonly shapes: readonly Shape[];
  /** what is read of it */
  readonly said: string;
}

export interface FormLook {
  readonly words: ReportWords;
  readonly palette: FramePalette;
  /** of the letters of names, in points */
  readonly size: number;
  readonly headingSize: number;
  /** no line of a name is wider */
  readonly mostWidth: number;
}

export type Forms = BlockForms<BlockContent>;

/** Of lines of names, as a multiple of their size. */
export const leading = 1.15;
/** More of them on one name become a number. */
const mostForms = 6;

/** The forms of who speaks, and how many more there are. */
export function shownForms(kinds: readonly RepresentativeKind[]) {
  const shown = kinds.length > mostForms ? kinds.slice(0, mostForms - 1) : kinds;
  return { shown, more: kinds.length - shown.length };
}

interface NameLook {
  readonly size: number;
  readonly lineHeight: number;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly isSlanted: boolean;
}

export function nameLines(
  lines: readonly BrokenLine[],
  { size, lineHeight, x, y, fill, isSlanted }: NameLook,
): readonly Shape[] {
  return textLines({
    lines: lines.map(({ text }) => text),
    fontSize: size,
    lineHeight,
    x,
    y,
    weight: isSlanted ? 500 : 600,
    fill,
  }).map((shape) => (isSlanted ? { ...shape, italic: true } : shape));
}

export function saidOfName(
  name: string,
  isHere: boolean,
  kinds: readonly RepresentativeKind[],
  engagement: TableName['organization']['engagement'],
  words: ReportWords,
): string {
  const { kind: kindWords, engagement: engagements, frame } = words.texts;
  const told = [
    ...(isHere ? [] : [engagements[engagement]]),
    ...kinds.map((kind) => kindWords[kind]),
    ...(isHere && kinds.length === 0 ? [frame.nobodyYet] : []),
  ];
  return told.length === 0 ? name : `${name} (${told.join(', ')})`;
}
