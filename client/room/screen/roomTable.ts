/**
 * The rounded table for a wall: headings that can be read from the last row, a tile for each organization, three chairs outside the
 * rim of each part. Pure; lengths are a projector's pixels, the goal's middle is the origin.
 */
import type { TableInterest, TableName } from '#shared/report/papers/tableFacts.ts';
import type { Box, Point } from '#shared/views/frame/FrameLayout.ts';
import { textWidth } from '#shared/views/frame/textWidth.ts';
import { breakName } from '#shared/views/table/breakName.ts';
import { rimPoint, wedgeEdges } from '#shared/views/table/roundedTable.ts';
import type { TableShape, WedgeEdges } from '#shared/views/table/TableLayout.ts';
import { type HeadingForm, type PlacedLine, placeWedge, type WedgePlaces, type WedgeWish } from './placeWedge.ts';

export const tableShape: TableShape = { a: 690, b: 396, ring: 138, gap: 8, edge: 11 };
/** Outside the rim, for the chairs. */
export const around = 66;
export const tileSide = 36;
export const chairSide = 44;
export const countSize = 24;
export const signSide = 38;
export const signGap = 8;
/** The first that fits; what is to be read on a wall has at least 32. */
const headingSizes = [36, 34, 32];
const leading = 1.12;
/** Letters stand a little closer on a wall than the table of widths says. */
export const tightness = 0.97;

export interface RoomHeading {
  readonly lines: readonly PlacedLine[];
  /** which edge its lines share */
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  /** how many are here, in the line below them */
  readonly count: PlacedLine;
}

export interface RoomWedge {
  readonly id: string;
  readonly interest: TableInterest;
  readonly edges: WedgeEdges;
  readonly heading: RoomHeading;
  /** fewer than its organizations where there is no room: their number stands in the heading */
  readonly tiles: readonly { readonly box: Box; readonly name: TableName }[];
  /** middles of its chairs: designee, doer, decision-maker */
  readonly chairs: readonly Point[];
}

/** More have no room for three chairs each. */
const mostParts = 24;
/** Shares are tried so often until each part holds what is its own. */
const rounds = 36;

/** Null where not all headings fit; they are a list then. `title` and `count` are what stands in a heading. */
export function roomTable(
  interests: readonly TableInterest[],
  title: (interest: TableInterest) => string,
  count: (interest: TableInterest) => string,
): readonly RoomWedge[] | null {
  if (interests.length === 0) return [];
  if (interests.length > mostParts) return null;
  let best: readonly RoomWedge[] | null = null;
  for (const size of headingSizes) {
    const wishes = interests.map((interest) => ({
      forms: headingForms(title(interest), count(interest), interest.isFirst, size),
      tiles: interest.names.length,
    }));
    const found = divided(wishes);
    if (found === null) continue;
    best = found.places.flatMap(({ edges, lines, tiles }, at): readonly RoomWedge[] => {
      const interest = interests[at];
      const below = lines?.at(-1);
      if (interest === undefined || lines === null || below === undefined) return [];
      const heading = { lines: lines.slice(0, -1), anchor: anchorOf(lines), size, count: below };
      const { id, names } = interest;
      // some of them would look like all of them
      const shown = tiles.length < names.length ? [] : tiles;
      const named = shown.flatMap((box, place) => {
        const name = names[place];
        return name === undefined ? [] : [{ box, name }];
      });
      return [{ id, interest, edges, heading, tiles: named, chairs: chairsAlong(edges) }];
    });
    if (found.lacking === 0) return best;
  }
  return best;
}

type Placed = WedgePlaces & { readonly edges: WedgeEdges };

interface Divided {
  readonly places: readonly Placed[];
  /** tiles without room */
  readonly lacking: number;
}

/** Who lacks room gets more of the table, round after round; null where a heading never finds room. */
function divided(wishes: readonly WedgeWish[]): Divided | null {
  let shares = wishes.map(areaOf);
  let best: Divided | null = null;
  for (let round = 0; round < rounds; round += 1) {
    const all = shares.reduce((sum, one) => sum + one, 0);
    const edges = wedgeEdges(
      tableShape,
      shares.map((share) => share / all),
    );
    const places = edges.flatMap((one, at): readonly Placed[] => {
      const wish = wishes[at];
      return wish === undefined
        ? []
        : [{ edges: one, ...placeWedge(tableShape, one, wish, { side: tileSide, gap: tableShape.gap }) }];
    });
    const lacks = places.map(({ lines, tiles }, at) => {
      const wanted = wishes[at]?.tiles ?? 0;
      return lines === null ? wanted + 8 : wanted - tiles.length;
    });
    const lacking = lacks.reduce((sum, one) => sum + one, 0);
    const isNamed = places.every(({ lines }) => lines !== null);
    if (isNamed && (best === null || lacking < best.lacking)) best = { places, lacking };
    if (lacking === 0) return best;
    shares = shares.map(
      (share, at) => share * ((lacks[at] ?? 0) > 0 ? 1.03 + Math.min(0.07, (lacks[at] ?? 0) * 0.01) : 0.975),
    );
  }
  return best;
}

/** Equal parts, for a small picture of where one stands. */
export function smallTable(count: number): readonly WedgeEdges[] {
  return count === 0
    ? []
    : wedgeEdges(
        tableShape,
        Array.from({ length: count }, () => 1 / count),
      );
}

function anchorOf(lines: readonly PlacedLine[]): RoomHeading['anchor'] {
  const areOne = (edge: (line: PlacedLine) => number): boolean =>
    Math.max(...lines.map(edge)) - Math.min(...lines.map(edge)) < 0.5;
  if (areOne(({ x }) => x)) return 'start';
  return areOne(({ x, width }) => x + width) ? 'end' : 'middle';
}

/** What a part asks of the table: most of it for its heading, since a wedge narrows. */
function areaOf({ forms, tiles }: WedgeWish): number {
  const [form = []] = forms.slice(-1);
  const heading = form.reduce((sum, { width, height }) => sum + width * height, 0);
  return 9_000 + heading * 1.9 + tiles * (tileSide + tableShape.gap) ** 2;
}

/** The last line says how many are here, behind the sign to talk about this first. */
function headingForms(title: string, count: string, isFirst: boolean, size: number): readonly HeadingForm[] {
  const below = {
    text: count,
    width: textWidth(count, countSize) * 0.95 + (isFirst ? signSide + signGap : 0),
    height: Math.max(countSize * 1.3, isFirst ? signSide : 0),
  };
  return breakName(title, { size, mostWidth: 420, mostLines: 4 }).map((lines) => [
    ...lines.map(({ text, width }) => ({ text, width: width * tightness, height: size * leading })),
    below,
  ]);
}

/** In the middle of the rim of a part, as far apart as its length allows. */
function chairsAlong({ start, end }: WedgeEdges): readonly Point[] {
  const steps = 120;
  const points = Array.from({ length: steps + 1 }, (_, at) =>
    rimPoint(tableShape, start + ((end - start) * at) / steps),
  );
  const lengths = [0];
  for (let at = 1; at <= steps; at += 1) {
    const [one, other] = [points[at - 1], points[at]];
    const by = one && other ? Math.hypot(other.x - one.x, other.y - one.y) : 0;
    lengths.push((lengths[at - 1] ?? 0) + by);
  }
  const whole = lengths[steps] ?? 0;
  const apart = Math.min(60, Math.max(chairSide + 2, whole / 3.3));
  const places = [-1, 0, 1].map((place) => {
    const wanted = whole / 2 + place * apart;
    const at = Math.min(
      steps,
      Math.max(
        0,
        lengths.findIndex((length) => length >= wanted),
      ),
    );
    return outsideOf(points[at] ?? { x: 0, y: 0 });
  });
  // as they are read: from left to right, or from top to bottom
  const [first, , last] = places;
  if (first === undefined || last === undefined) return places;
  const isAcross = Math.abs(last.x - first.x) >= Math.abs(last.y - first.y);
  return (isAcross ? last.x < first.x : last.y < first.y) ? places.toReversed() : places;
}

/** Straight out of the rim. */
function outsideOf({ x, y }: Point): Point {
  const { a, b } = tableShape;
  const slope = (value: number, half: number): number => (Math.sign(value) * Math.abs(value / half) ** 3.4) / half;
  const [outX, outY] = [slope(x, a), slope(y, b)];
  const length = Math.hypot(outX, outY) || 1;
  const out = around - chairSide * 0.64;
  return { x: x + (outX / length) * out, y: y + (outY / length) * out };
}
