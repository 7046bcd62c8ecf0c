/** A dashed place where the next one will stand: pressed on the canvas, left out of files. */
import type { Box } from '../views/frame/FrameLayout.ts';
import type { PartShape, Shape } from './Shape.ts';
import { textLines } from './textLines.ts';

export interface SpotLook {
  readonly label: string;
  readonly fill: string;
  readonly stroke: string;
  readonly ratio: number;
}

export function spot(box: Box, { label, fill, stroke, ratio }: SpotLook): PartShape {
  const [width, height] = [box.width / ratio, box.height / ratio];
  const edge: Shape = {
    kind: 'rect',
    x: 1,
    y: 1,
    width: width - 2,
    height: height - 2,
    radius: 9,
    stroke,
    strokeWidth: 1.5,
    dash: [6, 5],
  };
  const line = { lines: [`+ ${label}`], fontSize: 18, lineHeight: 22, weight: 600, fill, anchor: 'middle' } as const;
  const shapes = [edge, ...textLines({ ...line, x: width / 2, y: height / 2 - 11 })];
  return { kind: 'part', part: 'add', ...box, shapes: [{ kind: 'group', x: box.x, y: box.y, scale: ratio, shapes }] };
}
