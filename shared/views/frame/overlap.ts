/** Boxes that may not lie on each other. */
import type { Box, Point } from './FrameLayout.ts';

export function boxAround(center: Point, width: number, height: number): Box {
  return { x: center.x - width / 2, y: center.y - height / 2, width, height };
}

/** True when the boxes share area, or come nearer to each other than `gap` in both directions. */
export function overlap(a: Box, b: Box, gap: number): boolean {
  const tiny = 1e-6;
  return (
    a.x < b.x + b.width + gap - tiny &&
    b.x < a.x + a.width + gap - tiny &&
    a.y < b.y + b.height + gap - tiny &&
    b.y < a.y + a.height + gap - tiny
  );
}
