/** From a place in the wedge's own terms to a point of the canvas and back. */
import { directionOf, dividerAt } from '../table/roundedTable.ts';
import type { WedgeEdges } from '../table/TableLayout.ts';
import type { Point, WedgePosition } from './FrameLayout.ts';
import { frameTable } from './frameMeasures.ts';

type Sector = Pick<WedgeEdges, 'start' | 'end'>;

const turn = 2 * Math.PI;

export function pointAt({ start, end }: Sector, position: WedgePosition): Point {
  const { rim, ring } = dividerAt(frameTable, start + (end - start) * position.angle);
  return {
    x: ring.x + (rim.x - ring.x) * position.radius,
    y: ring.y + (rim.y - ring.y) * position.radius,
  };
}

/** The direction of a point, brought into the turn that begins at `start`. */
export function directionFrom(start: number, point: Point): number {
  const angle = (directionOf(frameTable, point) - start) % turn;
  return start + (angle < 0 ? angle + turn : angle);
}

/** The position of a point; beyond the wedge's edges it is held at 0 or 1. */
export function positionAt({ start, end }: Sector, point: Point): WedgePosition {
  // Half of what is outside belongs to either edge.
  const middle = (start + end) / 2;
  const direction = directionFrom(middle - Math.PI, point);
  const { rim, ring } = dividerAt(frameTable, direction);
  const length = Math.hypot(rim.x - ring.x, rim.y - ring.y);
  const along = ((point.x - ring.x) * (rim.x - ring.x) + (point.y - ring.y) * (rim.y - ring.y)) / length ** 2;
  return { angle: hold((direction - start) / (end - start)), radius: hold(along) };
}

function hold(part: number): number {
  return Math.min(1, Math.max(0, part));
}
