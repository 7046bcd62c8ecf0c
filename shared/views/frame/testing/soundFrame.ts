/** What holds of every layout of the frame, whatever stands in it. */
import { expect } from 'vitest';
import { rimPoint } from '../../table/roundedTable.ts';
import type { Box, CardLayout, FrameInput, FrameLayout, Point, WedgeLayout } from '../FrameLayout.ts';
import { frameTable } from '../frameMeasures.ts';
import { boxAround, overlap } from '../overlap.ts';

function boxOf({ center, form }: CardLayout): Box {
  return boxAround(center, form.width, form.height);
}

/** Written from the rim and the dividers alone, not from the layout's own notion of a wedge. */
function outlineOf({ edges: { start, end, from, to } }: WedgeLayout): readonly Point[] {
  const rim = Array.from({ length: 241 }, (_, at) => rimPoint(frameTable, start + ((end - start) * at) / 240));
  return from === null || to === null ? rim : [from.ring, ...rim, to.ring, { x: 0, y: 0 }];
}

function isInside(outline: readonly Point[], { x, y }: Point): boolean {
  let isIn = false;
  for (const [at, one] of outline.entries()) {
    const other = outline[(at + 1) % outline.length] ?? one;
    if (one.y > y !== other.y > y && x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x) isIn = !isIn;
  }
  return isIn;
}

function edgeOf({ x, y, width, height }: Box): readonly Point[] {
  const steps = Array.from({ length: 5 }, (_, at) => at / 4);
  return steps.flatMap((share) => [
    { x: x + width * share, y },
    { x: x + width * share, y: y + height },
    { x, y: y + height * share },
    { x: x + width, y: y + height * share },
  ]);
}

export function wedgeOf(layout: FrameLayout, interestId: string): WedgeLayout {
  const wedge = layout.wedges.find((one) => one.interestId === interestId);
  if (wedge === undefined) {
    throw new Error(`no wedge ${interestId}`);
  }
  return wedge;
}

function isApart(boxes: readonly Box[]): boolean {
  return boxes.every((box, at) => !boxes.slice(at + 1).some((other) => overlap(box, other, 0)));
}

export function expectSound(layout: FrameLayout, input: FrameInput): void {
  expect(layout.cards).toHaveLength(input.cards.length);
  const chairs = layout.wedges.flatMap((wedge) => wedge.chairs.map((one) => boxAround(one, one.size, one.size)));
  const headings = layout.wedges.map(({ heading }) => heading.box);
  const things = [...layout.cards.map(boxOf), ...headings];
  expect(isApart(things)).toBe(true);
  expect(chairs.some((chair) => things.some((thing) => overlap(chair, thing, 0)))).toBe(false);
  // at a corner of the table chairs stand askew beside each other
  for (const [at, one] of chairs.entries())
    for (const other of chairs.slice(at + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(Math.max(one.width, other.width));
  const outlines = new Map(layout.wedges.map((wedge) => [wedge.interestId, outlineOf(wedge)]));
  const areIn = (box: Box, interestId: string): boolean =>
    edgeOf(box).every((point) => {
      return isInside(outlines.get(interestId) ?? [], point) && Math.hypot(point.x, point.y) >= frameTable.ring;
    });
  for (const card of layout.cards) expect(areIn(boxOf(card), card.interestId)).toBe(true);
  for (const { heading, interestId } of layout.wedges) expect(areIn(heading.box, interestId)).toBe(true);
  for (const { x, y, width, height } of chairs) {
    expect(x).toBeGreaterThanOrEqual(layout.bounds.x);
    expect(y).toBeGreaterThanOrEqual(layout.bounds.y);
    expect(x + width).toBeLessThanOrEqual(layout.bounds.x + layout.bounds.width);
    expect(y + height).toBeLessThanOrEqual(layout.bounds.y + layout.bounds.height);
  }
}
