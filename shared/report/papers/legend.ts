/** What forms and lines mean, one beside the other, in as many rows as it takes. */
import type { Shape, TextShape } from '../../drawings/Shape.ts';
import { textWidth } from '../../views/frame/textWidth.ts';
import { paperPalette as palette } from './pieces.ts';

export interface LegendItem {
  readonly text: string;
  /** of the sign */
  readonly width: number;
  /** `x`: its left edge, `y`: the middle of its row */
  readonly draw: (x: number, y: number) => readonly Shape[];
  readonly isSlanted?: true;
}

export interface LegendPlace {
  readonly x: number;
  /** top of the first row */
  readonly y: number;
  readonly width: number;
  /** of the letters */
  readonly size: number;
  readonly gap: number;
}

export interface Legend {
  readonly shapes: readonly Shape[];
  readonly height: number;
  /** of the widest row */
  readonly width: number;
  readonly rows: number;
}

export function flowLegend(items: readonly LegendItem[], { x, y, width, size, gap }: LegendPlace): Legend {
  const rowHeight = size * 1.75;
  const shapes: Shape[] = [];
  let [left, row, widest] = [0, 0, 0];
  for (const { text, width: sign, draw, isSlanted } of items) {
    const own = sign + (sign === 0 ? 0 : size * 0.5) + textWidth(text, size);
    if (left > 0 && left + own > width) {
      row += 1;
      left = 0;
    }
    const middle = y + (row + 0.5) * rowHeight;
    const said: TextShape = {
      kind: 'text',
      text,
      x: x + left + own - textWidth(text, size),
      y: middle + size * 0.36,
      size,
      weight: 500,
      fill: isSlanted ? palette.soft : palette.ink,
      ...(isSlanted ? { italic: true } : {}),
    };
    shapes.push(...draw(x + left, middle), said);
    widest = Math.max(widest, left + own);
    left += own + gap;
  }
  const rows = items.length === 0 ? 0 : row + 1;
  return { shapes, height: rows * rowHeight, width: widest, rows };
}
