/**
 * Blocks in rows: each row holds the next blocks in order, in the parts of its height that are free. Which block ends where is
 * found for all of them together, so that the last one ends as high as it can.
 */
import type { BlockForm, BlockForms, PlacedBlock } from './TableLayout.ts';
import type { Room, Span } from './Room.ts';

export interface RowGaps {
  readonly across: number;
  readonly down: number;
}

/** How a block that is narrower than its part of the row stands in it. */
export type RowSide = 'left' | 'middle' | 'right';

export interface Rows<T> {
  readonly blocks: readonly PlacedBlock<T>[];
  /** blocks that found no place; then none is given */
  readonly left: number;
}

interface Row {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly height: number;
}

/** What is free in a row goes between its blocks, up to so many gaps each. */
const mostAcross = 4;

/** From the top of the room down. `isTurned`: the room stands upside down, and so the last block comes first. */
export function packRows<T>(
  room: Room,
  blocks: readonly BlockForms<T>[],
  gaps: RowGaps,
  side: RowSide,
  isTurned = false,
): Rows<T> {
  const rows = planRows(room, blocks, gaps, isTurned);
  if (typeof rows === 'number') return { blocks: [], left: rows };
  const placed: PlacedBlock<T>[] = [];
  for (const row of rows)
    for (const { at, block } of rowBlocks(room, blocks, row, gaps, side, isTurned)) placed[at] = block;
  return { left: 0, blocks: placed };
}

function planRows<T>(
  room: Room,
  blocks: readonly BlockForms<T>[],
  gaps: RowGaps,
  isTurned: boolean,
): readonly Row[] | number {
  const heights = [...new Set(blocks.flatMap((forms) => forms.map(({ height }) => height)))].toSorted((a, b) => a - b);
  const widths = heights.map((height) => blocks.map((forms) => narrowest(forms, height)));
  const known = heights.map((): (readonly Span[])[] => []);
  const freeAt = (at: number, step: number, height: number): readonly Span[] => {
    const found = known[at]?.[step] ?? freeParts(room, room.top + step * room.step, height, isTurned);
    if (known[at] !== undefined) known[at][step] = found;
    return found;
  };
  const ends: number[] = [room.top];
  const rows: (Row | undefined)[] = [];
  for (let from = 0; from < blocks.length; from += 1) {
    const start = ends[from];
    if (start === undefined) continue;
    // a row that begins lower is of use only where it holds more
    const most = heights.map(() => from);
    const lowest = (): number => Math.min(room.bottom, ends[blocks.length] ?? Infinity);
    for (let step = Math.ceil((start - room.top) / room.step - 1e-6); ; step += 1) {
      const y = room.top + step * room.step;
      if (y >= lowest()) break;
      for (const [at, height] of heights.entries()) {
        const before = most[at] ?? from;
        if (before === blocks.length) continue;
        const free = freeAt(at, step, height);
        if (free.length === 0) continue;
        const last = from + fill(free, widths[at] ?? [], from, gaps.across);
        const end = y + height + gaps.down;
        for (let to = before + 1; to <= last; to += 1) {
          if (end >= (ends[to] ?? Infinity)) continue;
          ends[to] = end;
          rows[to] = { from, to, y, height };
        }
        most[at] = Math.max(before, last);
      }
    }
  }
  const chosen: Row[] = [];
  for (let at = blocks.length; at > 0;) {
    const row = rows[at];
    if (row === undefined) return blocks.length - Math.max(0, rows.length - 1);
    chosen.unshift(row);
    at = row.from;
  }
  return chosen;
}

/** In the order in which they are filled. */
function freeParts(room: Room, y: number, height: number, isTurned: boolean): readonly Span[] {
  const free = room.free(y, y + height);
  return isTurned ? free.toReversed() : free;
}

/** Of the forms that are no higher than this. */
function narrowest<T>(forms: BlockForms<T>, height: number): number {
  return forms.reduce((least, one) => (one.height <= height ? Math.min(least, one.width) : least), Infinity);
}

/** How many of the blocks from `from` on find room; `tell` hears in which part each of them does. */
function fill(
  free: readonly Span[],
  widths: readonly number[],
  from: number,
  gap: number,
  tell?: (part: number) => void,
): number {
  let part = 0;
  let used = 0;
  for (let at = from; at < widths.length; at += 1) {
    const width = widths[at] ?? Infinity;
    while (part < free.length && used + width > lengthOf(free[part])) {
      part += 1;
      used = 0;
    }
    if (part >= free.length) return at - from;
    tell?.(part);
    used += width + gap;
  }
  return Math.max(0, widths.length - from);
}

function lengthOf(span: Span | undefined): number {
  return span === undefined ? 0 : span[1] - span[0];
}

function rowBlocks<T>(
  room: Room,
  blocks: readonly BlockForms<T>[],
  { from, to, y, height }: Row,
  { across }: RowGaps,
  side: RowSide,
  isTurned: boolean,
): readonly InOrder<T>[] {
  const free = freeParts(room, y, height, isTurned);
  const widths = blocks.slice(0, to).map((forms) => narrowest(forms, height));
  const parts: number[] = [];
  fill(free, widths, from, across, (part) => parts.push(part));
  return free.flatMap((span, part) => {
    const inPart = Array.from({ length: to - from }, (_, at) => from + at).filter((at) => parts[at - from] === part);
    const order = isTurned ? inPart.toReversed() : inPart;
    const ours = order.map((at) => blocks[at] ?? []);
    return inSpan(span, ours, { y, height, across, side }).map((block, place) => ({ at: order[place] ?? 0, block }));
  });
}

interface InOrder<T> {
  readonly at: number;
  readonly block: PlacedBlock<T>;
}

interface InRow {
  readonly y: number;
  readonly height: number;
  readonly across: number;
  readonly side: RowSide;
}

function inSpan<T>(
  [start, end]: Span,
  ours: readonly BlockForms<T>[],
  { y, height, across, side }: InRow,
): readonly PlacedBlock<T>[] {
  const forms = ours.map((one) =>
    one.reduce((a, b) => (b.height <= height && (a.height > height || b.width < a.width) ? b : a)),
  );
  let free = end - start - forms.reduce((sum, { width }) => sum + width, 0) - across * Math.max(0, forms.length - 1);
  // fewer lines where the row has the room
  for (const [at, form] of forms.entries()) {
    const wider: BlockForm<T> | undefined = ours[at]?.find(
      (one) => one.height < form.height && one.width - form.width <= free,
    );
    if (wider === undefined) continue;
    forms[at] = wider;
    free -= wider.width - form.width;
  }
  const between = forms.length === 0 ? 0 : Math.min(free / (forms.length + 1), across * (mostAcross - 1));
  const rest = free - between * (forms.length - 1);
  let x =
    start + (side === 'left' ? Math.min(rest, between) : side === 'right' ? rest - Math.min(rest, between) : rest / 2);
  return forms.map(({ width, height: own, content }) => {
    const box = { x, y: y + (height - own) / 2, width, height: own };
    x += width + across + between;
    return { box, content };
  });
}
