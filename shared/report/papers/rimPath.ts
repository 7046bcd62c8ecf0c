/** Lines of the rounded table as paths. */
import { short } from '../../drawings/Shape.ts';
import type { Point } from '../../views/frame/FrameLayout.ts';
import { rimPoint } from '../../views/table/roundedTable.ts';
import type { Divider, WedgeEdges } from '../../views/table/TableLayout.ts';

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
