/** Which blocks stand in which row: found for all of them together, so that the last one ends as high as it can. */
import type { Room } from './Room.ts';
import { Spans } from './Spans.ts';
import type { BlockForms, RowGaps } from './TableLayout.ts';

/** Blocks from one to before another, at one height. */
export interface Row {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly height: number;
}

export interface RowsWish<T> {
  readonly blocks: readonly BlockForms<T>[];
  readonly gaps: RowGaps;
  /** the room stands upside down, and so what is right is filled first */
  readonly isTurned: boolean;
}

/** Of the forms that are no higher than this. */
export function widthsAt(blocks: readonly BlockForms<unknown>[], height: number): readonly number[] {
  return blocks.map((forms) => {
    let least = Infinity;
    for (const one of forms) if (one.height <= height && one.width < least) least = one.width;
    return least;
  });
}

/** As a number, how many of the blocks found no place. */
export function planRows<T>(room: Room, wish: RowsWish<T>): readonly Row[] | number {
  const { blocks, gaps } = wish;
  const heights = [...new Set(blocks.flatMap((forms) => forms.map(({ height }) => height)))].toSorted((a, b) => a - b);
  const widths = heights.map((height) => widthsAt(blocks, height));
  const free = new FreeLengths(room, heights, wish.isTurned);
  const ends = new Float64Array(blocks.length + 1).fill(Infinity);
  ends[0] = room.top;
  const rows: (Row | undefined)[] = [];
  const most = heights.map(() => 0);
  let reached = 0;
  for (let from = 0; from < blocks.length; from += 1) {
    const start = ends[from] ?? Infinity;
    if (start === Infinity) continue;
    // a row that begins lower is of use only where it holds more
    most.fill(from);
    for (let step = Math.ceil((start - room.top) / room.step - 1e-6); ; step += 1) {
      const y = room.top + step * room.step;
      if (y >= Math.min(room.bottom, ends[blocks.length] ?? Infinity)) break;
      for (let at = 0; at < heights.length; at += 1) {
        const before = most[at] ?? from;
        if (before === blocks.length) continue;
        const last = free.fill(step, at, widths[at] ?? [], from, gaps.across);
        if (last <= before) continue;
        const height = heights[at] ?? 0;
        const end = y + height + gaps.down;
        for (let to = before + 1; to <= last; to += 1) {
          if (end >= (ends[to] ?? Infinity)) continue;
          ends[to] = end;
          rows[to] = { from, to, y, height };
        }
        most[at] = last;
        reached = Math.max(reached, last);
      }
    }
  }
  const chosen: Row[] = [];
  for (let at = blocks.length; at > 0;) {
    const row = rows[at];
    if (row === undefined) return blocks.length - reached;
    chosen.unshift(row);
    at = row.from;
  }
  return chosen;
}

const asked = new Spans();

/** The lengths of what is free at each step and height, looked at once. */
class FreeLengths {
  readonly #room: Room;
  readonly #heights: readonly number[];
  readonly #isTurned: boolean;
  readonly #lengths: number[] = [];
  /** Where in `#lengths` those of a step and height begin and end. */
  readonly #begins: Int32Array;
  readonly #ends: Int32Array;

  constructor(room: Room, heights: readonly number[], isTurned: boolean) {
    this.#room = room;
    this.#heights = heights;
    this.#isTurned = isTurned;
    const steps = Math.ceil((room.bottom - room.top) / room.step) + 2;
    this.#begins = new Int32Array(steps * heights.length).fill(-1);
    this.#ends = new Int32Array(steps * heights.length);
  }

  /** Up to which block those from `from` on find room. */
  fill(step: number, height: number, widths: readonly number[], from: number, across: number): number {
    const key = step * this.#heights.length + height;
    if ((this.#begins[key] ?? -1) < 0) this.#look(key, step, height);
    const end = this.#ends[key] ?? 0;
    let at = from;
    for (let part = this.#begins[key] ?? 0; part < end; part += 1) {
      const length = this.#lengths[part] ?? 0;
      let used = 0;
      while (at < widths.length) {
        const width = widths[at] ?? Infinity;
        if (used + width > length) break;
        used += width + across;
        at += 1;
      }
    }
    return at;
  }

  #look(key: number, step: number, height: number): void {
    const y = this.#room.top + step * this.#room.step;
    this.#room.freeInto(y, y + (this.#heights[height] ?? 0), asked);
    this.#begins[key] = this.#lengths.length;
    const last = asked.count - 1;
    for (let part = 0; part <= last; part += 1) {
      const span = this.#isTurned ? last - part : part;
      this.#lengths.push(asked.to(span) - asked.from(span));
    }
    this.#ends[key] = this.#lengths.length;
  }
}
