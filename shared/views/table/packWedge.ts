/** One wedge of the table: its heading at the rim, its blocks in what is left. */
import type { Box, Point } from '../frame/FrameLayout.ts';
import { headingPlaces } from './headingPlaces.ts';
import type { packFree } from './packFree.ts';
import { packRows, spreadRows, type RowedWish, type RowSide } from './packRows.ts';
import { rimPoint } from './roundedTable.ts';
import { type Room, wedgeRoom } from './Room.ts';
import { Spans } from './Spans.ts';
import type {
  BlockForm,
  BlockForms,
  PlacedBlock,
  PlacedWedge,
  RowGaps,
  TableShape,
  TableWedge,
  WedgeEdges,
} from './TableLayout.ts';

export interface PackedWedge<H, B> {
  /** null where it is too small */
  readonly placed: PlacedWedge<H, B> | null;
  /** share of what it holds that found no place */
  readonly left: number;
}

/** A wedge below or above of this belongs to the bottom or the top of the table. */
const upright = 0.5;
/** Blocks beyond the rows that may find room freely. */
const mostLacking = 3;
/** So many forms of a heading are tried. */
const mostHeadings = 2;

/** A direction, seen from the goal. */
type Toward = Point;

/** In rows, where these hold all of it; else as `freely` does. With the heading as near to the rim as it goes, else with a narrow one. */
export function packWedge<H, B>(
  shape: TableShape,
  edges: WedgeEdges,
  wedge: TableWedge<H, B>,
  freely: typeof packFree | null = null,
): PackedWedge<H, B> {
  const { id, heading, blocks } = wedge;
  const room = roomOf(shape, edges, wedge);
  const middle = (edges.start + edges.end) / 2;
  const toward = { x: Math.cos(middle), y: Math.sin(middle) };
  const heads = headingPlaces(room, rimPoint(shape, middle), heading, mostHeadings);
  const gaps = gapsOf(shape);
  let least = heads.length === 0 ? blocks.length + 1 : blocks.length;
  for (const head of heads) {
    const rest = room.beside(head.box, headGaps(shape));
    const rows = inRows(rest, blocks, gaps, toward);
    if (typeof rows !== 'number') return { placed: { id, edges, heading: head, blocks: rows }, left: 0 };
    least = Math.min(least, rows);
    // who lacks that much needs another share, not another order
    if (rows > mostLacking || freely === null) break;
    const free = freely(rest, blocks, gaps, shape);
    if (typeof free !== 'number') return { placed: { id, edges, heading: head, blocks: free }, left: 0 };
    least = Math.min(least, free);
  }
  return { placed: null, left: least / (blocks.length + 1) };
}

/** About how many blocks of these forms, which are all alike, a wedge holds with its heading: a glance, where packing costs too much. */
export function holdsAlike<H>(
  shape: TableShape,
  edges: WedgeEdges,
  wedge: Pick<TableWedge<H, unknown>, 'heading' | 'atRim'>,
  forms: BlockForms<unknown>,
): number {
  const room = roomOf(shape, edges, wedge);
  const rim = rimPoint(shape, (edges.start + edges.end) / 2);
  const [head] = headingPlaces(room, rim, wedge.heading, 1);
  if (head === undefined) return -1;
  const rest = room.beside(head.box, headGaps(shape));
  const gaps = gapsOf(shape);
  return Math.max(...forms.map((form) => inEvenRows(rest, form, gaps)));
}

const phases = 3;
/** Of a block in each part of a row that is not used on average. */
const unused = 0.45;
const asked = new Spans();

/** In rows at equal distances, wherever the first one begins; in parts of a block, so that a little more room counts, too. */
function inEvenRows(room: Room, { width, height }: BlockForm<unknown>, { across, down }: RowGaps): number {
  const pitch = height + down;
  let sum = 0;
  for (let phase = 0; phase < phases; phase += 1)
    for (let y = room.top + (pitch * phase) / phases; y + height <= room.bottom; y += pitch) {
      room.freeInto(y, y + height, asked);
      for (let at = 0; at < asked.count; at += 1) {
        const count = (asked.to(at) - asked.from(at) + across) / (width + across);
        if (count >= 1) sum += count - unused;
      }
    }
  return sum / phases;
}

/** With what is free around the rows, where it stands in rows: clear of the heading if they hold all of it there, and apart. */
export function spreadWedge<H, B>(
  shape: TableShape,
  wedge: TableWedge<H, B>,
  packed: PlacedWedge<H, B>,
): PlacedWedge<H, B> {
  const { blocks: wanted } = wedge;
  const { edges, heading } = packed;
  const middle = (edges.start + edges.end) / 2;
  const toward = { x: Math.cos(middle), y: Math.sin(middle) };
  const gaps = gapsOf(shape);
  if (wanted.length === 0) return packed;
  const whole = roomOf(shape, edges, wedge);
  const inner = whole.beside(outside(heading.box, toward, shape), headGaps(shape));
  for (const room of [inner, whole.beside(heading.box, headGaps(shape))]) {
    const blocks = apartInRows(room, wanted, gaps, toward);
    if (blocks !== null) return { ...packed, blocks: settled(room, blocks, toward) };
  }
  return packed;
}

/** What is free before the heading stands there. */
function roomOf(shape: TableShape, edges: WedgeEdges, { atRim }: Pick<TableWedge<unknown, unknown>, 'atRim'>): Room {
  const around = { across: shape.gap / 2, down: shape.gap / 2 };
  return (atRim?.(edges) ?? []).reduce((room, box) => room.beside(box, around), wedgeRoom(shape, edges));
}

/** What lies beside a heading and behind it, seen from the goal. */
function outside({ x, y, width, height }: Box, toward: Toward, { a, b }: TableShape): Box {
  if (Math.abs(toward.y) > upright)
    return toward.y > 0
      ? { x: -a, y, width: 2 * a, height: b - y }
      : { x: -a, y: -b, width: 2 * a, height: y + height + b };
  return toward.x > 0
    ? { x, y: -b, width: a - x, height: 2 * b }
    : { x: -a, y: -b, width: x + width + a, height: 2 * b };
}

function gapsOf({ gap }: TableShape): RowGaps {
  return { across: gap * 1.5, down: gap };
}

function headGaps({ gap }: TableShape): RowGaps {
  return { across: gap * 1.6, down: gap * 1.2 };
}

/** From the rim inward above and below; from above at the sides. */
function inRows<B>(
  room: Room,
  blocks: readonly BlockForms<B>[],
  gaps: RowGaps,
  toward: Toward,
): readonly PlacedBlock<B>[] | number {
  const wish = rowWish(blocks, gaps, toward);
  if (!wish.isTurned) return packRows(room, wish);
  const placed = packRows(room.turnedOver(), wish);
  return typeof placed === 'number' ? placed : placed.map(upsideUp).toReversed();
}

/** The same with what is free between the rows; null where they do not hold all of it. */
function apartInRows<B>(
  room: Room,
  blocks: readonly BlockForms<B>[],
  gaps: RowGaps,
  toward: Toward,
): readonly PlacedBlock<B>[] | null {
  const wish = rowWish(blocks, gaps, toward);
  if (!wish.isTurned) return spreadRows(room, wish);
  return spreadRows(room.turnedOver(), wish)?.map(upsideUp).toReversed() ?? null;
}

function rowWish<B>(blocks: readonly BlockForms<B>[], gaps: RowGaps, toward: Toward): RowedWish<B> {
  const side: RowSide = Math.abs(toward.y) > upright ? 'middle' : toward.x > 0 ? 'right' : 'left';
  const isTurned = toward.y > upright;
  return { blocks: isTurned ? blocks.toReversed() : blocks, gaps, side, isTurned };
}

function upsideUp<B>({ box, content }: PlacedBlock<B>): PlacedBlock<B> {
  return { box: { ...box, y: -box.y - box.height }, content };
}

/** Into the middle of what is free below or above them; above and below the goal not so far from the heading. */
function settled<B>(room: Room, blocks: readonly PlacedBlock<B>[], toward: Toward): readonly PlacedBlock<B>[] {
  const end = Math.max(...blocks.map(({ box }) => box.y + box.height));
  const start = Math.min(...blocks.map(({ box }) => box.y));
  const isUpright = Math.abs(toward.y) > upright;
  const down = isUpright && toward.y > 0 ? -1 : 1;
  const free = down > 0 ? room.bottom - end : start - room.top;
  for (let by = Math.floor(free * (isUpright ? 0.3 : 0.5)); by > 0; by -= 1) {
    const moved = blocks.map(({ box, content }) => ({ box: { ...box, y: box.y + by * down }, content }));
    if (moved.every(({ box }) => room.isFree(box))) return moved;
  }
  return blocks;
}
