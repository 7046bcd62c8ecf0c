/** Where the middle of a card may stand so that the whole card is inside its wedge. */
import type { Point } from './FrameLayout.ts';
import { frameMeasures } from './frameMeasures.ts';

export interface WedgeShape {
  readonly start: number;
  readonly end: number;
  readonly innerRadius: number;
  readonly outerRadius: number;
}

/** `rows` run from left to right and are stacked downward; `columns` run downward and are stacked to the right. */
export type Direction = 'rows' | 'columns';

interface Side {
  readonly nx: number;
  readonly ny: number;
  /** Middles p with n * p >= least keep the card on the inner side of the line. */
  readonly least: number;
}

/** Free stretch for middles along a row or column. */
export type Stretch = readonly [low: number, high: number];

export interface WedgeRegion {
  readonly shape: WedgeShape;
  contains(point: Point): boolean;
  /** Stretches at the position `across` (y for rows, x for columns), from low to high. */
  stretches(direction: Direction, across: number): readonly Stretch[];
  /** The part of the across axis that is worth looking at. */
  extent(direction: Direction): Stretch;
}

const tiny = 1e-6;

/** What the middle of a card keeps to: the sides of its wedge and the two circles, with the room that its own size takes. */
interface Bounds {
  readonly shape: WedgeShape;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly inner: number;
  readonly outer: number;
  /** A single wedge is the whole ring and has no sides; otherwise no wedge is wider than half the ring, so it is convex. */
  readonly whole: boolean;
  readonly sides: readonly Side[];
}

export function wedgeRegion(shape: WedgeShape): WedgeRegion {
  const bounds = boundsOf(shape);
  return {
    shape,
    contains: (point) => contains(bounds, point),
    stretches: (direction, across) => stretches(bounds, direction, across),
    extent: (direction) => extent(bounds, direction),
  };
}

function boundsOf(shape: WedgeShape): Bounds {
  const halfWidth = frameMeasures.card.width / 2;
  const halfHeight = frameMeasures.card.height / 2;
  const off = frameMeasures.gutter / 2 + frameMeasures.edgePadding;
  const whole = shape.end - shape.start > Math.PI + 0.01;
  const side = (nx: number, ny: number): Side => ({
    nx,
    ny,
    least: off + Math.abs(nx) * halfWidth + Math.abs(ny) * halfHeight,
  });
  return {
    shape,
    halfWidth,
    halfHeight,
    inner: shape.innerRadius + frameMeasures.edgePadding,
    outer: shape.outerRadius - frameMeasures.edgePadding,
    whole,
    sides: whole
      ? []
      : [side(-Math.sin(shape.start), Math.cos(shape.start)), side(Math.sin(shape.end), -Math.cos(shape.end))],
  };
}

function contains({ sides, halfWidth, halfHeight, inner, outer }: Bounds, point: Point): boolean {
  for (const { nx, ny, least } of sides) {
    if (nx * point.x + ny * point.y < least - tiny) {
      return false;
    }
  }
  const ax = Math.abs(point.x);
  const ay = Math.abs(point.y);
  const nearX = Math.max(ax - halfWidth, 0);
  const nearY = Math.max(ay - halfHeight, 0);
  return (
    nearX * nearX + nearY * nearY >= (inner - tiny) * (inner - tiny) &&
    (ax + halfWidth) ** 2 + (ay + halfHeight) ** 2 <= (outer + tiny) * (outer + tiny)
  );
}

function stretches(bounds: Bounds, direction: Direction, across: number): readonly Stretch[] {
  const { sides, halfWidth, halfHeight, inner, outer } = bounds;
  const rows = direction === 'rows';
  const halfAlong = rows ? halfWidth : halfHeight;
  const halfAcross = rows ? halfHeight : halfWidth;
  const far = Math.abs(across) + halfAcross;
  if (far >= outer) {
    return [];
  }
  let high = Math.sqrt(outer * outer - far * far) - halfAlong;
  let low = -high;
  for (const { nx, ny, least } of sides) {
    const along = rows ? nx : ny;
    const rest = least - (rows ? ny : nx) * across;
    if (Math.abs(along) < 1e-9) {
      if (rest > tiny) {
        return [];
      }
    } else if (along > 0) {
      low = Math.max(low, rest / along);
    } else {
      high = Math.min(high, rest / along);
    }
  }
  if (low > high + tiny) {
    return [];
  }
  const near = Math.max(Math.abs(across) - halfAcross, 0);
  if (near >= inner) {
    return [[low, Math.max(low, high)]];
  }
  const hole = Math.sqrt(inner * inner - near * near) + halfAlong;
  const found: Stretch[] = [];
  if (low <= Math.min(high, -hole)) {
    found.push([low, Math.min(high, -hole)]);
  }
  if (Math.max(low, hole) <= high) {
    found.push([Math.max(low, hole), high]);
  }
  return found;
}

function extent({ shape, whole, inner, outer }: Bounds, direction: Direction): Stretch {
  if (whole) {
    return [-outer, outer];
  }
  // The quarter marks of the circle that lie in the wedge are its extreme points; so are its four corners.
  let low = Infinity;
  let high = -Infinity;
  const angles = [shape.start, shape.end];
  for (let mark = -4; mark <= 8; mark += 1) {
    const angle = (mark * Math.PI) / 2;
    if (angle > shape.start && angle < shape.end) {
      angles.push(angle);
    }
  }
  for (const angle of angles) {
    const part = direction === 'rows' ? Math.sin(angle) : Math.cos(angle);
    for (const radius of [inner, outer]) {
      low = Math.min(low, part * radius);
      high = Math.max(high, part * radius);
    }
  }
  return [low, high];
}
