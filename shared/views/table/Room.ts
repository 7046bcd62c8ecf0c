/** Where in a wedge a box may stand, height by height. */
import type { Box } from '../frame/FrameLayout.ts';
import { halfWidth } from './roundedTable.ts';
import type { Divider, TableShape, WedgeEdges } from './TableLayout.ts';

export type Span = readonly [from: number, to: number];

/** Points of one side of a line: x * this + y * that >= offset. */
interface HalfPlane {
  readonly x: number;
  readonly y: number;
  readonly offset: number;
}

/** The free parts of the width, height by height, and of several heights together. */
export class Room {
  readonly top: number;
  readonly bottom: number;
  /** Heights are looked at in steps of so many points. */
  readonly step: number;
  /** Parts that are free in 1, 2, 4, ... heights from one on. */
  readonly #levels: (readonly (readonly Span[])[])[];

  constructor(top: number, step: number, slices: readonly (readonly Span[])[]) {
    this.top = top;
    this.step = step;
    this.bottom = top + (slices.length - 1) * step;
    this.#levels = [slices];
  }

  /** Parts of the width that are free in all heights from `y0` to `y1`, from left to right. */
  free(y0: number, y1: number): readonly Span[] {
    const [from, to] = [Math.floor((y0 - this.top) / this.step), Math.ceil((y1 - this.top) / this.step)];
    if (from < 0 || to >= this.#level(0).length) return nothing;
    const level = 31 - Math.clz32(to - from + 1);
    const slices = this.#level(level);
    return overlapOf(slices[from] ?? nothing, slices[to + 1 - (1 << level)] ?? nothing);
  }

  isFree({ x, y, width, height }: Box): boolean {
    return this.free(y, y + height).some(([from, to]) => from <= x && x + width <= to);
  }

  /** The same with something in it, and room around that. */
  beside(box: Box, { across, down }: { readonly across: number; readonly down: number }): Room {
    const hole: Span = [box.x - across, box.x + box.width + across];
    const slices = this.#level(0).map((spans, at) => {
      const y = this.top + at * this.step;
      return y < box.y - down || y > box.y + box.height + down ? spans : without(spans, hole);
    });
    return new Room(this.top, this.step, slices);
  }

  turnedOver(): Room {
    return new Room(-this.bottom, this.step, this.#level(0).toReversed());
  }

  #level(level: number): readonly (readonly Span[])[] {
    const known = this.#levels[level];
    if (known !== undefined) return known;
    const [halves, half] = [this.#level(level - 1), 1 << (level - 1)];
    const made = halves
      .slice(0, Math.max(0, halves.length - half))
      .map((spans, at) => overlapOf(spans, halves[at + half] ?? nothing));
    this.#levels[level] = made;
    return made;
  }
}

const nothing: readonly Span[] = [];

/** Much less than the room between a block and an edge. */
const finest = 1.2;
const steps = 125;

/** What of a wedge is free while nothing stands in it. */
export function wedgeRoom(shape: TableShape, edges: WedgeEdges): Room {
  const rim = { a: shape.a - shape.edge, b: shape.b - shape.edge };
  const step = Math.max(finest, shape.b / steps);
  const first = Math.ceil(-rim.b / step);
  const slices = Array.from({ length: Math.floor(rim.b / step) - first + 1 }, (_, at) =>
    sliceAt((first + at) * step, shape, rim, edges),
  );
  const filled = slices.flatMap((spans, at) => (spans.length > 0 ? [at] : []));
  const [low = 0, high = -1] = [filled[0], filled.at(-1)];
  return new Room((first + low) * step, step, slices.slice(low, high + 1));
}

function overlapOf(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  if (some === others) return some;
  const spans: Span[] = [];
  for (const [from, to] of some)
    for (const [otherFrom, otherTo] of others) {
      const [low, high] = [Math.max(from, otherFrom), Math.min(to, otherTo)];
      if (high > low) spans.push([low, high]);
    }
  return spans;
}

function without(spans: readonly Span[], [from, to]: Span): readonly Span[] {
  return overlapOf(spans, [
    [-Infinity, from],
    [to, Infinity],
  ]);
}

function sliceAt(
  y: number,
  { ring, edge }: TableShape,
  rim: { readonly a: number; readonly b: number },
  { start, end, from, to }: WedgeEdges,
): readonly Span[] {
  const half = halfWidth(rim, y);
  if (half <= 0) return [];
  let spans: readonly Span[] = [[-half, half]];
  const inner = ring + edge;
  if (Math.abs(y) < inner) {
    const hole = Math.sqrt(inner ** 2 - y ** 2);
    spans = without(spans, [-hole, hole]);
  }
  if (from === null || to === null) return spans;
  const [behind, before] = [insideOf(from, edge, 1), insideOf(to, edge, -1)];
  if (end - start > Math.PI) {
    // more than half of the table: all but what lies between its two edges
    const rest = overlapOf(heightOf(turned(behind), y), heightOf(turned(before), y));
    return rest.reduce((left, span) => without(left, span), spans);
  }
  const middle = (start + end) / 2;
  const toward: HalfPlane = { x: Math.cos(middle), y: Math.sin(middle), offset: 0 };
  return [behind, before, toward].reduce((left, plane) => overlapOf(left, heightOf(plane, y)), spans);
}

/** The side of a divider on which the wedge lies, clockwise (1) or counterclockwise (-1) of it, without its edge. */
function insideOf({ rim, ring }: Divider, edge: number, side: 1 | -1): HalfPlane {
  const [dx, dy] = [rim.x - ring.x, rim.y - ring.y];
  const length = Math.hypot(dx, dy);
  const [x, y] = [(-dy / length) * side, (dx / length) * side];
  return { x, y, offset: x * ring.x + y * ring.y + edge };
}

function turned({ x, y, offset }: HalfPlane): HalfPlane {
  return { x: -x, y: -y, offset: -offset };
}

/** What of this height lies in the half plane. */
function heightOf({ x, y: slope, offset }: HalfPlane, y: number): readonly Span[] {
  const rest = offset - slope * y;
  if (Math.abs(x) < 1e-9) return rest <= 0 ? [[-Infinity, Infinity]] : [];
  return x > 0 ? [[rest / x, Infinity]] : [[-Infinity, rest / x]];
}
