/** The line around a wedge, with parallel free bands toward its neighbors. */
import type { Point, WedgeLayout } from './FrameLayout.ts';
import { frameMeasures } from './frameMeasures.ts';
import type { WedgeShape } from './wedgeRegion.ts';

/** The point of a circle that lies `off` beside the ray at `angle` (positive: clockwise of it). */
function beside(angle: number, radius: number, off: number): Point {
  const along = Math.sqrt(Math.max(0, radius * radius - off * off));
  return {
    x: Math.cos(angle) * along - Math.sin(angle) * off,
    y: Math.sin(angle) * along + Math.cos(angle) * off,
  };
}

function ring(radius: number): string {
  return `M${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0Z`;
}

function text({ x, y }: Point): string {
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

export function wedgeOutline(shape: WedgeShape): Pick<WedgeLayout, 'corners' | 'path'> {
  const { start, end, innerRadius, outerRadius } = shape;
  const whole = end - start > Math.PI + 0.01;
  const off = whole ? 0 : frameMeasures.gutter / 2;
  const innerStart = beside(start, innerRadius, off);
  const outerStart = beside(start, outerRadius, off);
  const outerEnd = beside(end, outerRadius, -off);
  const innerEnd = beside(end, innerRadius, -off);
  return {
    corners: [innerStart, outerStart, outerEnd, innerEnd],
    path: whole
      ? ring(outerRadius) + ring(innerRadius)
      : `M${text(innerStart)}L${text(outerStart)}A${outerRadius} ${outerRadius} 0 0 1 ${text(outerEnd)}` +
        `L${text(innerEnd)}A${innerRadius} ${innerRadius} 0 0 0 ${text(innerStart)}Z`,
  };
}
