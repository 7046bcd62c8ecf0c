/** One wedge of the table: its heading at the rim, its blocks in what is left. */
import type { Box } from '../frame/FrameLayout.ts';
import { packFree } from './packFree.ts';
import { packRows, type RowGaps, type RowSide, type Rows } from './packRows.ts';
import { rimPoint } from './roundedTable.ts';
import { type Room, wedgeRoom } from './Room.ts';
import type {
  BlockForm,
  BlockForms,
  PlacedBlock,
  PlacedWedge,
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

/** So far may rows go apart where there is room, as multiples of the gap. */
const widestDown = 3.5;
/** A wedge below or above of this belongs to the bottom or the top of the table. */
const upright = 0.5;
/** Blocks beyond the rows that may find room freely. */
const mostLacking = 3;
/** So many forms of a heading are tried. */
const mostHeadings = 2;
/** One line of a heading less is worth so many points away from the rim. */
const perLine = 9;

interface Toward {
  readonly x: number;
  readonly y: number;
}

/** In rows, where these hold all of it; else freely. With the heading as near to the rim as it goes, else with a narrow one. */
export function packWedge<H, B>(
  shape: TableShape,
  edges: WedgeEdges,
  { id, heading, blocks }: TableWedge<H, B>,
): PackedWedge<H, B> {
  const room = wedgeRoom(shape, edges);
  const middle = (edges.start + edges.end) / 2;
  const toward = { x: Math.cos(middle), y: Math.sin(middle) };
  const heads = placeHeadings(shape, room, middle, heading);
  const gaps = gapsOf(shape);
  let least = heads.length === 0 ? blocks.length + 1 : blocks.length;
  for (const head of heads) {
    const rest = room.beside(head.box, headGaps(shape));
    const rows = inRows(rest, blocks, gaps, toward);
    if (rows.left === 0) return { placed: { id, edges, heading: head, blocks: rows.blocks }, left: 0 };
    least = Math.min(least, rows.left);
    // who lacks that much needs another share, not another order
    if (rows.left > mostLacking) break;
    const free = packFree(rest, blocks, gaps, shape);
    if (typeof free !== 'number') return { placed: { id, edges, heading: head, blocks: free }, left: 0 };
    least = Math.min(least, free);
  }
  return { placed: null, left: least / (blocks.length + 1) };
}

/** With what is free around the rows, where it stands in rows: clear of the heading if they hold all of it there, and apart. */
export function spreadWedge<H, B>(
  shape: TableShape,
  { blocks: wanted }: TableWedge<H, B>,
  packed: PlacedWedge<H, B>,
): PlacedWedge<H, B> {
  const { edges, heading } = packed;
  const middle = (edges.start + edges.end) / 2;
  const toward = { x: Math.cos(middle), y: Math.sin(middle) };
  const gaps = gapsOf(shape);
  const whole = wedgeRoom(shape, edges);
  const inner = whole.beside(outside(heading.box, toward, shape), headGaps(shape));
  const room = [inner, whole.beside(heading.box, headGaps(shape))].find(
    (one) => inRows(one, wanted, gaps, toward).left === 0,
  );
  if (wanted.length === 0 || room === undefined) return packed;
  let { blocks } = inRows(room, wanted, gaps, toward);
  let [low, high] = [gaps.down, gaps.down * widestDown];
  for (let round = 0; round < 6; round += 1) {
    const down = (low + high) / 2;
    const tried = inRows(room, wanted, { ...gaps, down }, toward);
    if (tried.left > 0) high = down;
    else [blocks, low] = [tried.blocks, down];
  }
  return { ...packed, blocks: settled(room, blocks, toward) };
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

/** As near to the rim as each form stands on the line from the goal to the middle of the rim; the best of them first. */
function placeHeadings<H>(
  shape: TableShape,
  room: Room,
  middle: number,
  forms: BlockForms<H>,
): readonly PlacedBlock<H>[] {
  const rim = rimPoint(shape, middle);
  return forms
    .flatMap((form, lines) => {
      const place = headingPlace(room, rim, form);
      return place === null ? [] : [{ cost: place.away + lines * perLine, block: place.block }];
    })
    .toSorted((one, other) => one.cost - other.cost)
    .slice(0, mostHeadings)
    .map(({ block }) => block);
}

function headingPlace<H>(
  room: Room,
  rim: Toward,
  { width, height, content }: BlockForm<H>,
): { readonly away: number; readonly block: PlacedBlock<H> } | null {
  const length = Math.hypot(rim.x, rim.y);
  for (let away = 0; away < length; away += 2) {
    const share = 1 - away / length;
    const box: Box = { x: rim.x * share - width / 2, y: rim.y * share - height / 2, width, height };
    if (room.isFree(box)) return { away, block: { box, content } };
  }
  return null;
}

/** From the rim inward above and below; from above at the sides. */
function inRows<B>(room: Room, blocks: readonly BlockForms<B>[], gaps: RowGaps, toward: Toward): Rows<B> {
  const side: RowSide = Math.abs(toward.y) > upright ? 'middle' : toward.x > 0 ? 'right' : 'left';
  if (toward.y <= upright) return packRows(room, blocks, gaps, side);
  const { left, blocks: placed } = packRows(room.turnedOver(), blocks.toReversed(), gaps, side, true);
  return { left, blocks: placed.map(upsideUp).toReversed() };
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
