/**
 * Blocks where they find room, for wedges whose rows would not hold all of them: the largest first, each as far outside as it
 * can stand, so that the narrow part beside the goal is left to the small ones.
 */
import type { Box } from '../frame/FrameLayout.ts';
import type { Room } from './Room.ts';
import { Spans } from './Spans.ts';
import type { BlockForms, PlacedBlock, RowGaps } from './TableLayout.ts';

export interface Half {
  readonly a: number;
  readonly b: number;
}

/** In the order of `blocks`; as a number, how many of them found no place at best. */
export function packFree<T>(
  room: Room,
  blocks: readonly BlockForms<T>[],
  gaps: RowGaps,
  table: Half,
): readonly PlacedBlock<T>[] | number {
  let least = blocks.length;
  for (const measure of measures) {
    const order = blocks
      .map((_, at) => at)
      .toSorted((one, other) => measure(blocks[other] ?? []) - measure(blocks[one] ?? []) || one - other);
    const placed = placeAll(room, order, blocks, gaps, table);
    if (typeof placed !== 'number') return evened(room, placed, gaps);
    least = Math.min(least, placed);
    // who lacks much will not have it in another order either
    if (placed > 2) break;
  }
  return least;
}

const leastOf = (
  forms: BlockForms<unknown>,
  measure: (form: { readonly width: number; readonly height: number }) => number,
) => Math.min(...forms.map(measure));

/** Which blocks are placed first. */
const measures: readonly ((forms: BlockForms<unknown>) => number)[] = [
  (forms) => leastOf(forms, ({ width, height }) => width * height),
  (forms) => leastOf(forms, ({ width }) => width),
  (forms) => forms[0]?.width ?? 0,
];

function placeAll<T>(
  room: Room,
  order: readonly number[],
  blocks: readonly BlockForms<T>[],
  gaps: RowGaps,
  table: Half,
): readonly PlacedBlock<T>[] | number {
  const placed: PlacedBlock<T>[] = [];
  let left = room;
  let lacking = 0;
  for (const at of order) {
    const place = bestPlace(left, blocks[at] ?? [], table);
    if (place === null) {
      lacking += 1;
      continue;
    }
    placed[at] = place;
    left = left.beside(place.box, gaps);
  }
  return lacking > 0 ? lacking : placed;
}

const asked = new Spans();

function bestPlace<T>(room: Room, forms: BlockForms<T>, { a, b }: Half): PlacedBlock<T> | null {
  let best: PlacedBlock<T> | null = null;
  let least = Infinity;
  for (const { width, height, content } of forms)
    for (let y = room.top; y + height <= room.bottom; y += room.step) {
      room.freeInto(y, y + height, asked);
      const dy = Math.abs(y + height / 2) / b;
      for (let at = 0; at < asked.count; at += 1) {
        const [from, to] = [asked.from(at), asked.to(at)];
        if (to - from < width) continue;
        for (const x of [from, to - width]) {
          // outside is cheap; what takes more room than it must is dear
          const dx = Math.abs(x + width / 2) / a;
          const cost = 1 - Math.max(dx, dy) + (width * height) / (a * b) - Math.min(dx, dy) * 0.15;
          if (cost >= least - 1e-9) continue;
          least = cost;
          best = { box: { x, y, width, height }, content };
        }
      }
    }
  return best;
}

const rounds = 3;
/** So far goes a block to stand in the middle of what is free beside it. */
const farthest = 14;

/** Each in the middle of what is free to its left and right, then above and below, a few times over. */
function evened<T>(room: Room, placed: readonly PlacedBlock<T>[], gaps: RowGaps): readonly PlacedBlock<T>[] {
  const blocks = [...placed];
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { box, content }] of blocks.entries()) {
      const others = blocks.flatMap((other, place) => (place === at ? [] : [other.box]));
      const across = centered(room, others, box, gaps, 'x');
      blocks[at] = { box: centered(room, others, across, gaps, 'y'), content };
    }
  }
  return blocks;
}

function centered(room: Room, others: readonly Box[], box: Box, gaps: RowGaps, axis: 'x' | 'y'): Box {
  const moved = (by: number): Box => ({ ...box, [axis]: box[axis] + by });
  const isFree = (one: Box): boolean => room.isFree(one) && !others.some((other) => touches(other, one, gaps));
  const reach = (direction: 1 | -1): number => {
    let far = 0;
    while (far < farthest * 2 && isFree(moved(direction * (far + 1)))) far += 1;
    return far;
  };
  const by = (reach(1) - reach(-1)) / 2;
  const wanted = moved(Math.max(-farthest, Math.min(farthest, by)));
  return isFree(wanted) ? wanted : box;
}

function touches(one: Box, other: Box, { across, down }: RowGaps): boolean {
  return (
    one.x < other.x + other.width + across &&
    other.x < one.x + one.width + across &&
    one.y < other.y + other.height + down &&
    other.y < one.y + one.height + down
  );
}
