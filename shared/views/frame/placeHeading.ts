/** The heading of a wedge inside its rim, and the chairs of the three kinds at the rim. */
import { breakName, widthOf } from '../table/breakName.ts';
import { rimPoint } from '../table/roundedTable.ts';
import type { BlockForms, PlacedBlock, WedgeEdges } from '../table/TableLayout.ts';
import { clipped, fitText } from './fitText.ts';
import type { Box, ChairPlace, HeadingLayout, Point, TokenSlot } from './FrameLayout.ts';
import { frameMeasures, frameTable } from './frameMeasures.ts';
import { boxAround } from './overlap.ts';

const { heading, chair } = frameMeasures;

/** One way to write a heading. */
export interface HeadingForm {
  readonly textWidth: number;
  readonly lines: readonly string[];
  readonly fontSize: number;
  /** the marks of the kinds stand beside the words, not below them */
  readonly isBeside: boolean;
}

/** More letters than that no heading shows. */
const mostLetters = 120;

/** The ways to write it in letters of plain size, the best first. */
export function headingForms(title: string): BlockForms<HeadingForm> {
  const text = clipped(title.replaceAll(/\s+/g, ' ').trim(), mostLetters, 1, 0);
  return heading.sizes.flatMap((share, at) => {
    const fontSize = heading.size * share;
    const broken = breakName(text, { size: fontSize, mostWidth: heading.widest, mostLines: 3 })
      .filter((lines) => lines.length <= 3)
      .map((lines) => ({ lines: lines.map((line) => line.text), textWidth: widthOf(lines) }));
    // what is not whole in three lines, and at last what has to be narrow
    const isLast = at === heading.sizes.length - 1;
    const cut = broken.length === 0 || isLast ? [cutTo(text, isLast ? 60 : heading.widest, fontSize)] : [];
    return [...broken, ...cut].flatMap((form) => [formOf(form, fontSize, true), formOf(form, fontSize, false)]);
  });
}

/** The same in letters that are so much larger. */
export function scaledHeadings(forms: BlockForms<HeadingForm>, scale: number): BlockForms<HeadingForm> {
  return forms.map(({ width, height, content }) => ({
    width: width * scale,
    height: height * scale,
    content: { ...content, textWidth: content.textWidth * scale, fontSize: content.fontSize * scale },
  }));
}

type Written = Pick<HeadingForm, 'lines' | 'textWidth'>;

function cutTo(text: string, width: number, fontSize: number): Written {
  const { lines } = fitText(text, { width, maxLines: 3, fontSizes: [fontSize], leading: 1 });
  return { lines, textWidth: width };
}

function formOf({ lines, textWidth }: Written, fontSize: number, isBeside: boolean): BlockForms<HeadingForm>[number] {
  const ratio = fontSize / heading.size;
  const [mark, gap] = [heading.mark * ratio, heading.gap * ratio];
  const marks = (3 * heading.mark + 2 * heading.markGap) * ratio;
  const text = lines.length * fontSize * heading.leading;
  const content = { lines, textWidth, fontSize, isBeside };
  return isBeside
    ? { width: textWidth + gap * 2 + marks, height: Math.max(text, mark), content }
    : { width: Math.max(textWidth, marks), height: text + gap + mark, content };
}

type Chairs = readonly [ChairPlace, ChairPlace, ChairPlace];

const known = new WeakMap<WedgeEdges, Chairs>();

/** Designee, doer, decision-maker at the rim, on either side of the wedge's middle; smaller where the rim is short. */
export function placeChairs(edges: WedgeEdges): Chairs {
  const made = known.get(edges) ?? chairsOf(edges);
  known.set(edges, made);
  return made;
}

function chairsOf({ start, end }: WedgeEdges): Chairs {
  const middle = (start + end) / 2;
  const rimAt = (angle: number): Point => rimPoint(frameTable, angle);
  const center = rimAt(middle);
  const most = Math.min((end - start) / 2, 0.7);
  const reach = Math.min(distance(rimAt(middle - most), center), distance(rimAt(middle + most), center));
  const size = Math.min(chair.size, (reach * 0.86) / 1.75);
  const pitch = size + chair.gap * (size / chair.size);
  const beside = (way: 1 | -1): Point => {
    let by = Math.min(most, pitch / Math.hypot(center.x, center.y));
    let point = rimAt(middle + way * by);
    // the rim is nearly straight over so short a way
    for (let round = 0; round < 4; round += 1) {
      by = Math.min(most, (by * pitch) / distance(point, center));
      point = rimAt(middle + way * by);
    }
    return point;
  };
  const [behind, before] = [beside(-1), beside(1)];
  const [dx, dy] = [before.x - behind.x, before.y - behind.y];
  // from left to right, and from top to bottom
  const isTurned = Math.abs(dx) > Math.abs(dy) ? dx < 0 : dy < 0;
  const at = (point: Point): ChairPlace => ({ ...point, size });
  return isTurned ? [at(before), at(center), at(behind)] : [at(behind), at(center), at(before)];
}

export function chairBoxes(edges: WedgeEdges): readonly Box[] {
  return placeChairs(edges).map((one) => boxAround(one, one.size, one.size));
}

export function headingLayout({ box, content }: PlacedBlock<HeadingForm>): HeadingLayout {
  const { textWidth, lines, fontSize, isBeside } = content;
  const ratio = fontSize / heading.size;
  const [mark, markGap] = [heading.mark * ratio, heading.markGap * ratio];
  const lineHeight = fontSize * heading.leading;
  const [textHeight, marks] = [lines.length * lineHeight, 3 * mark + 2 * markGap];
  const center = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const textBox = isBeside
    ? { x: box.x, y: center.y - textHeight / 2, width: textWidth, height: textHeight }
    : { x: center.x - textWidth / 2, y: box.y, width: textWidth, height: textHeight };
  const marksX = isBeside ? box.x + box.width - marks : center.x - marks / 2;
  const marksY = isBeside ? center.y : box.y + box.height - mark / 2;
  const slot = (at: number): TokenSlot => ({ x: marksX + mark / 2 + at * (mark + markGap), y: marksY, size: mark });
  return { box, textBox, lines, fontSize, lineHeight, isBeside, marks: [slot(0), slot(1), slot(2)] };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
