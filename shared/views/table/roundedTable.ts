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
export function halfWidth({ a, b }: HalfAxes, y: number): number {
  const share = Math.abs(y / b);
  return share >= 1 ? -1 : a * (1 - share ** power) ** (1 / power);
}

/** Gives the direction up to which, clockwise from the top, this share of the table lies; any number, 1 = once around. */
export function directions(shape: TableShape): (share: number) => number {
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
function dividerAt(shape: TableShape, angle: number): Divider {
  const rim = rimPoint(shape, angle);
  const onCircle = Math.atan2(rim.y / shape.b, rim.x / shape.a);
  const turn = onCircle - angle;
  const inner = angle + (turn - whole * Math.round(turn / whole)) / 2;
  return { rim, ring: { x: Math.cos(inner) * shape.ring, y: Math.sin(inner) * shape.ring } };
}
