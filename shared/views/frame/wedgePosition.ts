/** From a place in the wedge's own terms to a point of the canvas and back. */
import type { Point, WedgePosition } from './FrameLayout.ts';
import type { WedgeShape } from './wedgeRegion.ts';

export function pointAt(shape: WedgeShape, position: WedgePosition): Point {
  const angle = shape.start + (shape.end - shape.start) * position.angle;
  const radius = shape.innerRadius + (shape.outerRadius - shape.innerRadius) * position.radius;
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}

/** Angle of the point, brought into the turn that begins at `start`. */
export function angleFrom(start: number, point: Point): number {
  const turn = 2 * Math.PI;
  const angle = (Math.atan2(point.y, point.x) - start) % turn;
  return start + (angle < 0 ? angle + turn : angle);
}

/** The position of a point; beyond the wedge's edges it is held at 0 or 1. */
export function positionAt(shape: WedgeShape, point: Point): WedgePosition {
  const width = shape.end - shape.start;
  // Half of what is outside belongs to either edge.
  const middle = (shape.start + shape.end) / 2;
  const angle = (angleFrom(middle - Math.PI, point) - shape.start) / width;
  const radius = (Math.hypot(point.x, point.y) - shape.innerRadius) / (shape.outerRadius - shape.innerRadius);
  return { angle: hold(angle), radius: hold(radius) };
}

function hold(part: number): number {
  return Math.min(1, Math.max(0, part));
}
