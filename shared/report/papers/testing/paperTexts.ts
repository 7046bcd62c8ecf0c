/** What stands where on a sheet: every text with its box in points, whatever groups it is in. */
import type { Shape } from '../../../drawings/Shape.ts';
import type { Box } from '../../../views/frame/FrameLayout.ts';
import { textWidth } from '../../../views/frame/textWidth.ts';
import type { Paper, PaperPart } from '../Paper.ts';

export interface PaperText {
  readonly text: string;
  readonly size: number;
  readonly box: Box;
}

interface At {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export function textsIn(shapes: readonly Shape[], at: At = { x: 0, y: 0, scale: 1 }): readonly PaperText[] {
  return shapes.flatMap((shape): readonly PaperText[] => {
    if (shape.kind === 'group') {
      const { x = 0, y = 0, scale = 1 } = shape;
      return textsIn(shape.shapes, { x: at.x + x * at.scale, y: at.y + y * at.scale, scale: at.scale * scale });
    }
    if (shape.kind !== 'text') return [];
    const size = shape.size * at.scale;
    const width = textWidth(shape.text, size);
    const start = shape.anchor === 'middle' ? width / 2 : shape.anchor === 'end' ? width : 0;
    // from the top of small letters to the line on which they stand
    const box = {
      x: at.x + shape.x * at.scale - start,
      y: at.y + shape.y * at.scale - size * 0.7,
      width,
      height: size * 0.7,
    };
    return [{ text: shape.text, size, box }];
  });
}

export const flatParts = (parts: readonly PaperPart[]): readonly PaperPart[] =>
  parts.flatMap((part) => [part, ...flatParts(part.parts ?? [])]);

export function paperTexts(paper: Paper): readonly PaperText[] {
  return flatParts(paper.parts).flatMap(({ shapes = [] }) => textsIn(shapes));
}
