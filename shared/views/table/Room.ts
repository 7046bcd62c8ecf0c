/** Where in a wedge a box may stand, height by height. */
import type { Box } from '../frame/FrameLayout.ts';
import { rimWidths } from './roundedTable.ts';
import { type Span, Spans } from './Spans.ts';
import type { Divider, TableShape, WedgeEdges } from './TableLayout.ts';

/** Points of one side of a line: x * this + y * that >= offset. */
interface HalfPlane {
  readonly x: number;
  readonly y: number;
  readonly offset: number;
}

/** A box with the room around it. */
interface Hole {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Writes what is free in all heights from one to another while nothing stands there. */
type Ground = (y0: number, y1: number, into: Spans) => void;

const tiny = 1e-6;
const asked = new Spans();

/** The free parts of the width. */
export class Room {
  readonly top: number;
  readonly bottom: number;
  /** In such steps heights are looked at by whoever looks for a place. */
  readonly step: number;
  readonly #ground: Ground;
  readonly #holes: readonly Hole[];
  readonly #isTurned: boolean;

  constructor(
    extent: { readonly top: number; readonly bottom: number; readonly step: number },
    ground: Ground,
    holes: readonly Hole[] = [],
    isTurned = false,
  ) {
    this.top = extent.top;
    this.bottom = extent.bottom;
    this.step = extent.step;
    this.#ground = ground;
    this.#holes = holes;
    this.#isTurned = isTurned;
  }

  /** Parts of the width that are free in all heights from `y0` to `y1`, from left to right. */
  free(y0: number, y1: number): readonly Span[] {
    this.freeInto(y0, y1, asked);
    return asked.all();
  }

  /** The same without anything made anew. */
  freeInto(y0: number, y1: number, into: Spans): void {
    into.count = 0;
    if (y0 < this.top - tiny || y1 > this.bottom + tiny) return;
    if (this.#isTurned) this.#ground(-y1, -y0, into);
    else this.#ground(y0, y1, into);
    for (const { left, right, top, bottom } of this.#holes) {
      if (into.count === 0) return;
      if (y0 < bottom - tiny && y1 > top + tiny) into.cut(left, right);
    }
  }

  isFree({ x, y, width, height }: Box): boolean {
    this.freeInto(y, y + height, asked);
    for (let at = 0; at < asked.count; at += 1)
      if (asked.from(at) <= x + tiny && x + width <= asked.to(at) + tiny) return true;
    return false;
  }

  /** The same with something in it, and room around that. */
  beside({ x, y, width, height }: Box, { across, down }: { readonly across: number; readonly down: number }): Room {
    const hole = { left: x - across, right: x + width + across, top: y - down, bottom: y + height + down };
    return new Room(this, this.#ground, [...this.#holes, hole], this.#isTurned);
  }

  turnedOver(): Room {
    const holes = this.#holes.map(({ top, bottom, ...rest }) => ({ ...rest, top: -bottom, bottom: -top }));
    const extent = { top: -this.bottom, bottom: -this.top, step: this.step };
    return new Room(extent, this.#ground, holes, !this.#isTurned);
  }
}

/** Much less than the room between a block and an edge. */
const finest = 1.2;
const steps = 125;

/** What of a wedge is free while nothing stands in it. */
export function wedgeRoom(shape: TableShape, edges: WedgeEdges): Room {
  const { top, bottom } = extentOf(shape, edges);
  return new Room({ top, bottom, step: shape.step ?? Math.max(finest, shape.b / steps) }, groundOf(shape, edges));
}

function extentOf(shape: TableShape, { start, end, from, to }: WedgeEdges): { top: number; bottom: number } {
  const most = shape.b - shape.edge;
  if (from === null || to === null) return { top: -most, bottom: most };
  // between its poles the rim only rises or only falls
  const heights = [from.ring.y, to.ring.y, from.rim.y, to.rim.y];
  const [first, last] = [Math.ceil((start + Math.PI / 2) / Math.PI), Math.floor((end + Math.PI / 2) / Math.PI)];
  // where rim and ring are highest and lowest
  for (let pole = first; pole <= last; pole += 1) heights.push(pole % 2 === 0 ? -most : most);
  return { top: Math.max(-most, Math.min(...heights)), bottom: Math.min(most, Math.max(...heights)) };
}

function groundOf(shape: TableShape, { start, end, from, to }: WedgeEdges): Ground {
  const inner = shape.ring + shape.edge;
  const halfAt = rimWidths(shape);
  const sides = from === null || to === null ? [] : [insideOf(from, shape.edge, 1), insideOf(to, shape.edge, -1)];
  const isMost = end - start > Math.PI;
  const middle = (start + end) / 2;
  const toward: HalfPlane = { x: Math.cos(middle), y: Math.sin(middle), offset: 0 };
  const bounds = isMost || sides.length === 0 ? [] : [...sides, toward].map(boundOf);
  const between = isMost && sides.length > 0 ? sides.map(turned) : [];
  return (y0, y1, into) => {
    const half = halfAt(Math.max(Math.abs(y0), Math.abs(y1)));
    let [low, high] = [-half, half];
    for (const bound of bounds) {
      const at = bound.base - bound.slope * (bound.isHigherFirst ? y0 : y1);
      if (bound.side > 0) low = Math.max(low, at);
      else if (bound.side < 0) high = Math.min(high, at);
      else if (at > 0) high = -Infinity;
    }
    into.set(low, high);
    const nearest = y0 < 0 && y1 > 0 ? 0 : Math.min(Math.abs(y0), Math.abs(y1));
    if (nearest < inner) {
      const hole = Math.sqrt(inner * inner - nearest * nearest);
      into.cut(-hole, hole);
    }
    // more than half of the table: all but what lies between its two edges
    if (between.length > 0)
      for (const y of [y0, y1, (y0 + y1) / 2]) {
        const [left, right] = spanOf(between, y);
        if (right > left) into.cut(left, right);
      }
  };
}

/** Where a half plane begins (side 1) or ends (-1) at a height: base - slope * y; level ones (0) hold all of it or nothing. */
interface Bound {
  readonly side: -1 | 0 | 1;
  readonly base: number;
  readonly slope: number;
  /** its worst is at the upper one of two heights */
  readonly isHigherFirst: boolean;
}

function boundOf({ x, y, offset }: HalfPlane): Bound {
  if (Math.abs(x) < 1e-9) return { side: 0, base: offset, slope: y, isHigherFirst: y > 0 };
  const slope = y / x;
  return { side: x > 0 ? 1 : -1, base: offset / x, slope, isHigherFirst: slope > 0 === x > 0 };
}

/** What lies in all of the half planes at this height. */
function spanOf(planes: readonly HalfPlane[], y: number): Span {
  let [low, high] = [-Infinity, Infinity];
  for (const { x, y: slope, offset } of planes) {
    const rest = offset - slope * y;
    if (Math.abs(x) < 1e-9) {
      if (rest > 0) return [0, 0];
    } else if (x > 0) low = Math.max(low, rest / x);
    else high = Math.min(high, rest / x);
  }
  return [low, high];
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
