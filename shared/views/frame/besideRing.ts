/** Where the cards of organizations stand that are in no interest: in rows below the ring and its headings. */
import type { FrameLayout, Point } from './FrameLayout.ts';
import { frameMeasures } from './frameMeasures.ts';

const gap = 12;
const belowRing = 48;

/** Upper left corners, row by row. */
export function besideRing(layout: FrameLayout, count: number): readonly Point[] {
  const { width, height } = frameMeasures.card;
  const { bounds } = layout;
  const perRow = Math.max(1, Math.min(count, Math.floor((bounds.width + gap) / (width + gap))));
  const left = bounds.x + (bounds.width - perRow * (width + gap) + gap) / 2;
  return Array.from({ length: count }, (_, at) => ({
    x: left + (at % perRow) * (width + gap),
    y: bounds.y + bounds.height + belowRing + Math.floor(at / perRow) * (height + gap),
  }));
}
