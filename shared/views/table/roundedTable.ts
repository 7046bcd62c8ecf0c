/** The rounded table as a shape: |x/a|^n + |y/b|^n = 1, and where its wedges begin and end. */
import type { Point } from '../frame/FrameLayout.ts';
import type { Divider, TableShape, WedgeEdges } from './TableLayout.ts';

const power = 4.4;
const whole = 2 * Math.PI;
const top = -Math.PI / 2;
const samples = 1_440;

type HalfAxes = Pick<TableShape, 'a' | 'b'>;

/** The point of the rim in this direction from the goal. */
export function rimPoint({ a, b }: HalfAxes, angle: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const reach = (Math.abs(cos / a) ** power + Math.abs(sin / b) ** power) ** (-1 / power);
  return { x: cos * reach, y: sin * reach };
}

/** Half of the table's width at this height; negative where there is none. */
function halfWidth({ a, b }: HalfAxes, y: number): number {
  const share = Math.abs(y / b);
  return share >= 1 ? -1 : a * (1 - share ** power) ** (1 / power);
}

const widthsOf = new WeakMap<TableShape, (y: number) => number>();
/** So finely half widths are known beforehand. */
const fineness = 4;

/** Half of the width inside the edge at each height, never more than it is: asked often, so it is known beforehand. */
export function rimWidths(shape: TableShape): (y: number) => number {
  const found = widthsOf.get(shape);
  if (found !== undefined) return found;
  const inside = { a: shape.a - shape.edge, b: shape.b - shape.edge };
  const widths = Float64Array.from({ length: Math.ceil(inside.b * fineness) + 2 }, (_, at) =>
    halfWidth(inside, at / fineness),
  );
  const made = (y: number): number => widths[Math.ceil(y * fineness - 1e-9)] ?? -1;
  widthsOf.set(shape, made);
  return made;
}

const known = new WeakMap<TableShape, (share: number) => number>();

/** Gives the direction up to which, clockwise from the top, this share of the table lies; any number, 1 = once around. */
export function directions(shape: TableShape): (share: number) => number {
  const made = known.get(shape) ?? directionsOf(shape);
  known.set(shape, made);
  return made;
}

function directionsOf(shape: TableShape): (share: number) => number {
  const sums = [0];
  for (let at = 0; at < samples; at += 1) {
    const { x, y } = rimPoint(shape, top + ((at + 0.5) * whole) / samples);
    sums.push((sums[at] ?? 0) + x * x + y * y - shape.ring ** 2);
  }
  const all = sums[samples] ?? 1;
  return (share) => {
    const turns = Math.floor(share);
    const wanted = (share - turns) * all;
    let [low, high] = [0, samples];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= wanted) low = middle;
      else high = middle;
    }
    const [from, to] = [sums[low] ?? 0, sums[high] ?? all];
    return top + ((low + (wanted - from) / (to - from)) * whole) / samples + turns * whole;
  };
}

/** The edges of wedges with these shares (together 1); the middle of the first one is at the top. */
export function wedgeEdges(shape: TableShape, shares: readonly number[]): readonly WedgeEdges[] {
  const direction = directions(shape);
  let sum = -(shares[0] ?? 0) / 2;
  return shares.map((share): WedgeEdges => {
    const [start, end] = [direction(sum), direction(sum + share)];
    sum += share;
    if (shares.length === 1) return { start, end: start + whole, from: null, to: null };
    return { start, end, from: dividerAt(shape, start), to: dividerAt(shape, end) };
  });
}

/** At the ring halfway between its true direction and that on a circle, so that the wedges at the sides do not starve. */
export function dividerAt(shape: TableShape, angle: number): Divider {
  const rim = rimPoint(shape, angle);
  const onCircle = Math.atan2(rim.y / shape.b, rim.x / shape.a);
  const turn = onCircle - angle;
  const inner = angle + (turn - whole * Math.round(turn / whole)) / 2;
  return { rim, ring: { x: Math.cos(inner) * shape.ring, y: Math.sin(inner) * shape.ring } };
}

/** How far beside its own direction the line through a point may begin at most. */
const mostTurn = Math.PI / 3;

/** The direction of the line from rim to ring on which this point lies. */
export function directionOf(shape: TableShape, point: Point): number {
  const own = Math.atan2(point.y, point.x);
  let [low, high] = [own - mostTurn, own + mostTurn];
  for (let round = 0; round < 46; round += 1) {
    const middle = (low + high) / 2;
    if (isClockwiseOf(dividerAt(shape, middle), point)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function isClockwiseOf({ rim, ring }: Divider, { x, y }: Point): boolean {
  return (rim.x - ring.x) * (y - ring.y) - (rim.y - ring.y) * (x - ring.x) > 0;
}
