/** Text on a sheet: broken into lines of a width, whole, or cut where somebody wrote more than a sheet can hold. */
import type { Shape, TextShape, TextWeight } from '../../drawings/Shape.ts';
import { textLines } from '../../drawings/textLines.ts';
import { breakName, fillText } from '../../views/table/breakName.ts';
import { clipped, shorten } from '../../views/frame/fitText.ts';
import { textWidth } from '../../views/frame/textWidth.ts';

export interface TextLook {
  readonly size: number;
  readonly weight: TextWeight;
  readonly fill: string;
  /** of a line, as a multiple of the size */
  readonly leading?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly italic?: boolean;
}

export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** more are cut, with a sign that there is more */
  readonly mostLines?: number;
  /** the lines as equal in width as the words allow */
  readonly isEven?: boolean;
}

export interface SetText {
  readonly shapes: readonly Shape[];
  readonly lines: number;
  readonly height: number;
  /** of the widest line */
  readonly width: number;
  readonly isCut: boolean;
}

/** `x` is where the anchor is; `y` the top of the first line. */
export function setText(text: string, look: TextLook, place: TextPlace): SetText {
  const { size, weight, fill, leading = 1.3, anchor = 'start', italic } = look;
  const { x, y, width, mostLines = Infinity, isEven = false } = place;
  const room = clipped(text, mostLines * width, size, 40);
  const broken = isEven
    ? (breakName(room, { size, mostWidth: width, mostLines: 1 })[0] ?? [])
    : fillText(room, size, width);
  const whole = broken.map((line) => line.text);
  const isCut = whole.length > mostLines;
  const lines = isCut ? [...whole.slice(0, mostLines - 1), shorten(whole[mostLines - 1] ?? '', width, size)] : whole;
  const lineHeight = size * leading;
  const shapes = textLines({ lines, fontSize: size, lineHeight, x, y, weight, fill, anchor }).map((shape): TextShape =>
    italic ? { ...shape, italic } : shape,
  );
  const widest = lines.reduce((most, line) => Math.max(most, textWidth(line, size)), 0);
  return { shapes, lines: lines.length, height: lines.length * lineHeight, width: widest, isCut };
}

/** In the largest of these sizes in which it is whole; cut in the last one. */
export function setToFit(
  text: string,
  look: Omit<TextLook, 'size'>,
  place: TextPlace & { readonly height: number; readonly sizes: readonly number[] },
): SetText & { readonly size: number } {
  const { sizes, height, ...rest } = place;
  const leading = look.leading ?? 1.3;
  let last: (SetText & { readonly size: number }) | null = null;
  for (const size of sizes) {
    const mostLines = Math.max(1, Math.floor((height + 0.01) / (size * leading)));
    last = { ...setText(text, { ...look, size }, { ...rest, mostLines }), size };
    if (!last.isCut) break;
  }
  return last ?? { shapes: [], lines: 0, height: 0, width: 0, isCut: false, size: 0 };
}
