/** Blocks in rows: each row holds the next blocks in order, in the parts of its height that are free. */
import { planRows, widthsAt, type Row, type RowsWish } from './planRows.ts';
import type { Room } from './Room.ts';
import { Spans, type Span } from './Spans.ts';
import type { BlockForm, BlockForms, PlacedBlock } from './TableLayout.ts';

/** How a block that is narrower than its part of the row stands in it. */
export type RowSide = 'left' | 'middle' | 'right';

/** What is free in a row goes between its blocks, up to so many gaps each. */
const mostAcross = 4;
/** So far may rows go apart where there is room, as multiples of the gap. */
const widestDown = 3.5;
/** Rows and the room between them are found to a part of it. */
const rounds = 6;

export type RowedWish<T> = RowsWish<T> & { readonly side: RowSide };

/** As near to the top of the room as they go; as a number, how many blocks found no place. */
export function packRows<T>(room: Room, wish: RowedWish<T>): readonly PlacedBlock<T>[] | number {
  const rows = planRows(room, wish);
  return typeof rows === 'number' ? rows : placeRows(room, rows, wish);
}

/** The same rows with what is free between them; null where the room does not hold them at all. */
export function spreadRows<T>(room: Room, wish: RowedWish<T>): readonly PlacedBlock<T>[] | null {
  const rows = planRows(room, wish);
  if (typeof rows === 'number') return null;
  let best = rows;
  const widths = rows.map((row) => widthsAt(wish.blocks, row.height));
  let [low, high] = [wish.gaps.down, wish.gaps.down * widestDown];
  for (let round = 0; round < rounds && rows.length > 1; round += 1) {
    const down = (low + high) / 2;
    const wider = apart(room, rows, widths, down, wish);
    if (wider === null) high = down;
    else [best, low] = [wider, down];
  }
  return placeRows(room, best, wish);
}

/** Each of them as high as it holds its blocks, so far below the one before it. */
function apart<T>(
  room: Room,
  rows: readonly Row[],
  widths: readonly (readonly number[])[],
  down: number,
  wish: RowedWish<T>,
): readonly Row[] | null {
  const moved: Row[] = [];
  let least = room.top;
  for (const [at, row] of rows.entries()) {
    let y = Math.max(least, row.y);
    while (!holdsRow(room, widths[at] ?? [], { ...row, y }, wish)) {
      y += room.step;
      if (y + row.height > room.bottom) return null;
    }
    moved.push({ ...row, y });
    least = y + row.height + down;
  }
  return moved;
}

const asked = new Spans();

function holdsRow<T>(room: Room, widths: readonly number[], { from, to, y, height }: Row, wish: RowedWish<T>): boolean {
  room.freeInto(y, y + height, asked);
  const last = asked.count - 1;
  let at = from;
  for (let part = 0; part <= last && at < to; part += 1) {
    const span = wish.isTurned ? last - part : part;
    const length = asked.to(span) - asked.from(span);
    let used = 0;
    for (let width = widths[at] ?? Infinity; at < to && used + width <= length; width = widths[at] ?? Infinity) {
      used += width + wish.gaps.across;
      at += 1;
    }
  }
  return at === to;
}

/** In which of the free parts, in the order in which they are filled, each block of the row stands that finds room. */
function partsOf<T>(room: Room, widths: readonly number[], row: Row, wish: RowedWish<T>): readonly number[] {
  const free = freeParts(room, row, wish);
  const parts: number[] = [];
  let at = row.from;
  for (const [part, [start, end]] of free.entries()) {
    let used = 0;
    for (
      let width = widths[at] ?? Infinity;
      at < row.to && used + width <= end - start;
      width = widths[at] ?? Infinity
    ) {
      parts.push(part);
      used += width + wish.gaps.across;
      at += 1;
    }
  }
  return parts;
}

function freeParts(room: Room, { y, height }: Row, { isTurned }: RowedWish<unknown>): readonly Span[] {
  const free = room.free(y, y + height);
  return isTurned ? free.toReversed() : free;
}

function placeRows<T>(room: Room, rows: readonly Row[], wish: RowedWish<T>): readonly PlacedBlock<T>[] {
  const placed: PlacedBlock<T>[] = [];
  for (const row of rows) for (const { at, block } of rowBlocks(room, row, wish)) placed[at] = block;
  return placed;
}

interface InOrder<T> {
  readonly at: number;
  readonly block: PlacedBlock<T>;
}

function rowBlocks<T>(room: Room, row: Row, wish: RowedWish<T>): readonly InOrder<T>[] {
  const { from, y, height } = row;
  const { blocks, side, isTurned } = wish;
  const parts = partsOf(room, widthsAt(blocks, height), row, wish);
  return freeParts(room, row, wish).flatMap((span, part) => {
    const inPart = parts.flatMap((one, at) => (one === part ? [from + at] : []));
    const order = isTurned ? inPart.toReversed() : inPart;
    const ours = order.map((at) => blocks[at] ?? []);
    const placed = inSpan(span, ours, { y, height, across: wish.gaps.across, side });
    return placed.map((block, place) => ({ at: order[place] ?? 0, block }));
  });
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
