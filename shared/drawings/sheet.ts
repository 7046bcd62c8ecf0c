/** The paper of a card of the cycle, with its shade. */
import type { Paint, Shape } from './Shape.ts';

export interface Sheet extends Paint {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly shade?: Paint;
}

export function sheet({ width, height, radius, shade, ...paint }: Sheet): readonly Shape[] {
  const size = { width: width - 1, height: height - 1, radius };
  const paper: Shape = { kind: 'rect', x: 0.5, y: 0.5, ...size, strokeWidth: 1, ...paint };
  return shade === undefined ? [paper] : [{ kind: 'rect', x: 1, y: 3, ...size, ...shade }, paper];
}
