/**
 * Ways of lines between boxes that stand in rows: out of a box into the free band between two rows, along it, and in again;
 * over several rows beside all of them. No line runs through a box, and no two run on each other.
 */
import { short } from '../drawings/Shape.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box whose row and left edge are known; its top is set here. */
export interface RowBox {
  readonly row: number;
  readonly x: number;
  y: number;
}

export interface RoutedWay<B extends RowBox> {
  readonly from: B;
  readonly to: B;
}

export interface Routes {
  readonly routes: readonly (readonly Point[])[];
  readonly right: number;
  readonly bottom: number;
}

interface Plan<B extends RowBox> {
  readonly way: RoutedWay<B>;
  /** the band below this row; the way leaves and enters through them */
  readonly outBand: number;
  readonly inBand: number;
  readonly outTrack: number;
  readonly inTrack: number;
  /** beside all rows; null = both ends look into one band */
  readonly lane: number | null;
}

interface Sizes {
  readonly width: number;
  readonly height: number;
}

interface Channel {
  readonly edge: number;
  readonly pitch: number;
  readonly least: number;
}

export function routeLines<B extends RowBox>(
  rows: readonly (readonly B[])[],
  ways: readonly RoutedWay<B>[],
  box: Sizes,
  channel: Channel,
): Routes {
  const tracks = new Map<number, number>();
  const take = (band: number) => {
    const track = tracks.get(band) ?? 0;
    tracks.set(band, track + 1);
    return track;
  };
  let lanes = 0;
  const plans = ways.map((way): Plan<B> => {
    const [a, b] = [way.from.row, way.to.row];
    const outBand = a <= b ? a : a - 1;
    const inBand = a < b ? b - 1 : b;
    const outTrack = take(outBand);
    const isNear = outBand === inBand;
    return { way, outBand, inBand, outTrack, inTrack: isNear ? outTrack : take(inBand), lane: isNear ? null : lanes++ };
  });
  const bandTops: number[] = [];
  let y = 0;
  for (const [at, row] of rows.entries()) {
    for (const one of row) one.y = y;
    y += box.height;
    bandTops.push(y);
    const count = tracks.get(at) ?? 0;
    const isLast = at === rows.length - 1;
    const band = count === 0 ? 0 : channel.edge * 2 + channel.pitch * (count - 1);
    y += isLast ? band : Math.max(channel.least, band);
  }
  const right = Math.max(0, ...rows.flat().map((one) => one.x + box.width));
  const trackY = (band: number, track: number) => (bandTops[band] ?? 0) + channel.edge + track * channel.pitch;
  const routes = plans.map((plan): readonly Point[] => {
    const { from, to } = plan.way;
    const outY = trackY(plan.outBand, plan.outTrack);
    const inY = trackY(plan.inBand, plan.inTrack);
    const outX = slotX(plan, 'from', plans, box.width);
    const inX = slotX(plan, 'to', plans, box.width);
    const start = { x: outX, y: outY > from.y ? from.y + box.height : from.y };
    const end = { x: inX, y: inY > to.y ? to.y + box.height + 4 : to.y - 4 };
    if (plan.lane === null) return [start, { x: outX, y: outY }, { x: inX, y: outY }, end];
    const laneX = right + channel.edge + plan.lane * channel.pitch;
    return [start, { x: outX, y: outY }, { x: laneX, y: outY }, { x: laneX, y: inY }, { x: inX, y: inY }, end];
  });
  return { routes, right: right + (lanes === 0 ? 0 : channel.edge * 2 + lanes * channel.pitch), bottom: y };
}

/** Every line has a place of its own on the side of the box where it leaves or arrives. */
function slotX<B extends RowBox>(plan: Plan<B>, end: 'from' | 'to', plans: readonly Plan<B>[], width: number): number {
  const node = plan.way[end];
  const band = end === 'from' ? plan.outBand : plan.inBand;
  const there = plans
    .flatMap((one) => [
      ...(one.way.from === node && one.outBand === band ? [{ one, end: 'from', far: farX(one, 'to') }] : []),
      ...(one.way.to === node && one.inBand === band ? [{ one, end: 'to', far: farX(one, 'from') }] : []),
    ])
    .toSorted((a, b) => a.far - b.far);
  const at = there.findIndex((slot) => slot.one === plan && slot.end === end);
  return node.x + (width * (at + 1)) / (there.length + 1);
}

/** Where a line goes to, left or right: lines over several rows run at the right of all. */
function farX<B extends RowBox>(plan: Plan<B>, end: 'from' | 'to'): number {
  return plan.lane === null ? plan.way[end].x : Number.MAX_SAFE_INTEGER - plan.lane;
}

/** A way with round corners. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const clean = points.filter((point, at) => {
    const before = points[at - 1];
    return !before || Math.abs(before.x - point.x) > 0.01 || Math.abs(before.y - point.y) > 0.01;
  });
  const text = ({ x, y }: Point) => `${short(x)} ${short(y)}`;
  return clean
    .map((point, at) => {
      const [before, after] = [clean[at - 1], clean[at + 1]];
      if (!before) return `M${text(point)}`;
      if (!after) return `L${text(point)}`;
      const toward = (other: Point) => {
        const length = Math.hypot(other.x - point.x, other.y - point.y);
        const part = Math.min(radius, length / 2) / length;
        return { x: point.x + (other.x - point.x) * part, y: point.y + (other.y - point.y) * part };
      };
      return `L${text(toward(before))}Q${text(point)} ${text(toward(after))}`;
    })
    .join('');
}

/** The middle of the longest straight part: where the number of a line stands. */
export function longestMiddle(points: readonly Point[]): Point {
  let found: { readonly length: number; readonly middle: Point } = { length: -1, middle: { x: 0, y: 0 } };
  for (const [at, point] of points.entries()) {
    const next = points[at + 1];
    if (!next) continue;
    const length = Math.hypot(next.x - point.x, next.y - point.y);
    if (length > found.length) found = { length, middle: { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 } };
  }
  return found.middle;
}
