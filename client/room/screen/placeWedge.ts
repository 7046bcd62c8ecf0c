/** One part of the table on a wall: its heading as near to the rim as it goes, and tiles in rows next to it. Pure. */
import type { Box } from '#shared/views/frame/FrameLayout.ts';
import { type Room, wedgeRoom } from '#shared/views/table/Room.ts';
import type { Span } from '#shared/views/table/Spans.ts';
import type { TableShape, WedgeEdges } from '#shared/views/table/TableLayout.ts';

export interface HeadingLine {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** One way to break a heading: its lines, the widest form first. */
export type HeadingForm = readonly HeadingLine[];

export interface PlacedLine extends HeadingLine {
  /** its left and its top */
  readonly x: number;
  readonly y: number;
}

export interface WedgeWish {
  readonly forms: readonly HeadingForm[];
  readonly tiles: number;
}

export interface WedgePlaces {
  /** null: no room for it */
  readonly lines: readonly PlacedLine[] | null;
  readonly tiles: readonly Box[];
}

interface Tiles {
  readonly side: number;
  readonly gap: number;
}

/** One line more is worth so many pixels nearer to the rim. */
const perLine = 16;
const step = 6;

export function placeWedge(
  shape: TableShape,
  edges: WedgeEdges,
  { forms, tiles }: WedgeWish,
  tile: Tiles,
): WedgePlaces {
  const room = wedgeRoom(shape, edges);
  const lines = placeHeading(room, edges, forms);
  if (lines === null) return { lines, tiles: [] };
  const rest = lines.reduce(
    (left, { x, y, width, height }) => left.beside({ x, y, width, height }, { across: tile.gap * 1.6, down: 3 }),
    room,
  );
  return { lines, tiles: placeTiles(rest, boxAround(lines), tiles, tile) };
}

export function boxAround(lines: readonly PlacedLine[]): Box {
  const x = Math.min(...lines.map((line) => line.x));
  const y = Math.min(...lines.map((line) => line.y));
  const right = Math.max(...lines.map((line) => line.x + line.width));
  const bottom = Math.max(...lines.map((line) => line.y + line.height));
  return { x, y, width: right - x, height: bottom - y };
}

function placeHeading(
  room: Room,
  { start, end }: WedgeEdges,
  forms: readonly HeadingForm[],
): readonly PlacedLine[] | null {
  const middle = (start + end) / 2;
  const toward = { x: Math.cos(middle), y: Math.sin(middle) };
  let best: { readonly lines: readonly PlacedLine[]; readonly worth: number } | null = null;
  for (const [more, form] of forms.entries()) {
    const height = form.reduce((sum, line) => sum + line.height, 0);
    for (let y = room.top; y + height <= room.bottom; y += step) {
      const lines = linesFrom(room, y, form, toward);
      if (lines === null) continue;
      const box = boxAround(lines);
      const worth = (box.x + box.width / 2) * toward.x + (box.y + box.height / 2) * toward.y - more * perLine;
      if (best === null || worth > best.worth) best = { lines, worth };
    }
  }
  return best?.lines ?? null;
}

type Toward = { readonly x: number; readonly y: number };

/** Each line stands in the part of the wedge that is free at its own height: a wedge is wide at the rim and narrow inside. */
function linesFrom(room: Room, top: number, form: HeadingForm, toward: Toward): readonly PlacedLine[] | null {
  const side = Math.abs(toward.x) > 0.75 ? Math.sign(toward.x) : 0;
  /** where the edge, or the middle, that all lines share may stand */
  let shared: Span = [-Infinity, Infinity];
  let y = top;
  for (const { width, height } of form) {
    const free = widest(room.free(y, y + height), width);
    if (free === null) return null;
    const [before, behind] = side > 0 ? [width, 0] : side < 0 ? [0, width] : [width / 2, width / 2];
    shared = [Math.max(shared[0], free[0] + before), Math.min(shared[1], free[1] - behind)];
    y += height;
  }
  if (shared[0] > shared[1]) return null;
  const at = sharedAt(shared, side, toward, (top + y) / 2);
  y = top;
  return form.map((line): PlacedLine => {
    const x = side > 0 ? at - line.width : side < 0 ? at : at - line.width / 2;
    const placed = { ...line, x, y };
    y += line.height;
    return placed;
  });
}

function sharedAt([from, to]: Span, side: number, toward: Toward, y: number): number {
  if (side !== 0) return side > 0 ? to : from;
  const middle = Math.abs(toward.y) < 0.2 ? 0 : (toward.x / toward.y) * y;
  return Math.min(to, Math.max(from, middle));
}

function widest(spans: readonly Span[], least: number): Span | null {
  const found = spans.toSorted(([a, b], [c, d]) => d - c - (b - a))[0];
  return found !== undefined && found[1] - found[0] >= least ? found : null;
}

/** As many as find room, the nearest to the heading first. */
function placeTiles(room: Room, { x, y, width, height }: Box, count: number, { side, gap }: Tiles): readonly Box[] {
  if (count === 0) return [];
  const every = side + gap;
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const found: { readonly box: Box; readonly far: number }[] = [];
  for (let row = Math.floor((room.top - middleY) / every); middleY + row * every < room.bottom; row += 1) {
    const top = middleY + row * every - side / 2;
    for (const [from, to] of room.free(top, top + side)) {
      const fits = Math.floor((to - from + gap) / every);
      // a row stands below its heading, as far as its free part lets it
      const left = Math.min(to - fits * every + gap, Math.max(from, middleX - (fits * every - gap) / 2));
      for (let at = 0; at < fits; at += 1) {
        const box = { x: left + at * every, y: top, width: side, height: side };
        const [dx, dy] = [box.x + side / 2 - middleX, top + side / 2 - middleY];
        found.push({ box, far: Math.hypot(dx * 0.8, dy) });
      }
    }
  }
  return found
    .toSorted((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ box }) => box);
}
