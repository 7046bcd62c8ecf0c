/** Lines that the layout broke, as texts of a drawing. */
import type { TextShape, TextWeight } from './Shape.ts';

export interface LinesAt {
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  readonly weight: TextWeight;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export function textLines(at: LinesAt): readonly TextShape[] {
  const { fontSize, lineHeight, x, y, weight, fill, anchor = 'start' } = at;
  return at.lines
    .map((text, place): TextShape => ({
      kind: 'text',
      text,
      x,
      y: y + place * lineHeight + (lineHeight - fontSize) / 2 + fontSize * 0.8,
      size: fontSize,
      weight,
      fill,
      anchor,
    }))
    .filter(({ text }) => text !== '');
}
