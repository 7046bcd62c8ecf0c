/** From a point where somebody lets a card go to the wedge it belongs to and the place in it. The inverse of placing. */
import { rimPoint } from '../table/roundedTable.ts';
import type { Box, FrameLayout, Point, WedgeLayout, WedgePosition } from './FrameLayout.ts';
import { frameTable } from './frameMeasures.ts';
import { nearestInside } from './nearestInside.ts';
import { boxAround } from './overlap.ts';
import { directionFrom, positionAt } from './wedgePosition.ts';
import { wedgeRegion, type Size } from './wedgeRegion.ts';

export interface DropTarget {
  /** Null on the goal, outside the table, and when there is no wedge. */
  readonly interestId: string | null;
  /** What to store in the placement: the nearest place to the point where a whole card stands in the wedge. */
  readonly position: WedgePosition | null;
  readonly where: 'wedge' | 'heading' | 'goal' | 'outside';
}

/** The wedge whose part of the table the point lies in, whatever its distance from the goal. */
export function wedgeAround({ wedges }: FrameLayout, point: Point): WedgeLayout | null {
  const first = wedges[0];
  if (first === undefined) return null;
  const direction = directionFrom(first.edges.start, point);
  return wedges.find(({ edges }) => direction < edges.end) ?? wedges.at(-1) ?? null;
}

/** Where a card of this size stands that is wished at `point` of this wedge. */
export function positionInWedge({ edges, heading, chairs }: WedgeLayout, point: Point, size: Size): WedgePosition {
  const region = wedgeRegion(edges, [heading.box, ...chairs.map((one) => boxAround(one, one.size, one.size))]);
  return positionAt(edges, nearestInside(region, point, size) ?? point);
}

/** `point` is the middle of the dropped card, whose size is known. A drop on a heading goes into its wedge. */
export function gestureToPosition(layout: FrameLayout, point: Point, size: Size): DropTarget {
  const distance = Math.hypot(point.x, point.y);
  const wedge = wedgeAround(layout, point);
  if (distance < frameTable.ring) return { interestId: null, position: null, where: 'goal' };
  const rim = rimPoint(frameTable, Math.atan2(point.y, point.x));
  if (wedge === null || distance > Math.hypot(rim.x, rim.y))
    return { interestId: null, position: null, where: 'outside' };
  // On a heading people mean the interest, not a place: layout finds one.
  if (isIn(wedge.heading.box, point)) return { interestId: wedge.interestId, position: null, where: 'heading' };
  return { interestId: wedge.interestId, position: positionInWedge(wedge, point, size), where: 'wedge' };
}

function isIn({ x, y, width, height }: Box, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}
