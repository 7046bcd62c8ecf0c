/** Lines of the rounded table as paths. */
import { short } from './Shape.ts';
import type { Point } from '../views/frame/FrameLayout.ts';
import { rimPoint } from '../views/table/roundedTable.ts';
import type { Divider, TableShape, WedgeEdges } from '../views/table/TableLayout.ts';

const step = Math.PI / 180;

const written = (points: readonly Point[]): string => points.map(({ x, y }) => `${short(x)} ${short(y)}`).join('L');

/** The rim from one direction to another. */
function arc(axes: { readonly a: number; readonly b: number }, start: number, end: number): readonly Point[] {
  const count = Math.max(2, Math.ceil((end - start) / step));
  return Array.from({ length: count + 1 }, (_, at) => rimPoint(axes, start + ((end - start) * at) / count));
}

/** `off`: left out at both ends, in points. */
export function rimPath(axes: { readonly a: number; readonly b: number }, start: number, end: number, off = 0): string {
  const turnAt = (angle: number): number => {
    const { x, y } = rimPoint(axes, angle);
    return off / Math.hypot(x, y);
  };
  return `M${written(arc(axes, start + turnAt(start), end - turnAt(end)))}`;
}

export function wholeRim(axes: { readonly a: number; readonly b: number }): string {
  return `M${written(arc(axes, 0, 2 * Math.PI).slice(0, -1))}Z`;
}

/** Along the rim, and back along the ring around the goal. */
export function wedgeOutline(shape: TableShape, { start, end, from, to }: WedgeEdges): readonly Point[] {
  const rim = arc(shape, start, end);
  const [first, last] =
    from === null || to === null
      ? [start, end]
      : [Math.atan2(from.ring.y, from.ring.x), Math.atan2(to.ring.y, to.ring.x)];
  const turn = 2 * Math.PI;
  const whole = from === null ? turn : (((last - first) % turn) + turn) % turn;
  const count = Math.max(2, Math.ceil(whole / (4 * step)));
  const inner = Array.from({ length: count + 1 }, (_, at): Point => {
    const angle = first + whole * (1 - at / count);
    return { x: Math.cos(angle) * shape.ring, y: Math.sin(angle) * shape.ring };
  });
  return [...rim, ...inner];
}

export function closedPath(points: readonly Point[]): string {
  return `M${written(points)}Z`;
}

/** The ground of a wedge; under the goal it goes to the middle. */
export function wedgeGround(
  axes: { readonly a: number; readonly b: number },
  { start, end, from, to }: WedgeEdges,
): string {
  if (from === null || to === null) return wholeRim(axes);
  return `M${written([from.ring, ...arc(axes, start, end), to.ring, { x: 0, y: 0 }])}Z`;
}

export function dividerPath({ rim, ring }: Divider): string {
  return `M${written([ring, rim])}`;
}
