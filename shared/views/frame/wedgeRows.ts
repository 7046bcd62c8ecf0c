/** Looks for the rows in a wedge: straight rows of cards, level or upright, and how many cards they hold. */
import type { Point } from './FrameLayout.ts';
import { frameMeasures } from './frameMeasures.ts';
import type { Direction, WedgeRegion } from './wedgeRegion.ts';

export interface CardRow {
  readonly across: number;
  readonly low: number;
  readonly high: number;
  readonly capacity: number;
  readonly middle: Point;
}

export const directions: readonly Direction[] = ['rows', 'columns'];

export function cardAlong(direction: Direction): number {
  return direction === 'rows' ? frameMeasures.card.width : frameMeasures.card.height;
}

export function cardAcross(direction: Direction): number {
  return direction === 'rows' ? frameMeasures.card.height : frameMeasures.card.width;
}

/** Steps of the search across a wedge, per distance of two rows. */
const fineness: Readonly<Record<Direction, number>> = { rows: 8, columns: 16 };

export interface RowSet {
  readonly rows: readonly CardRow[];
  readonly capacity: number;
}

/**
 * The rows, at least `pitch` apart, that hold the most cards together, and among these the airiest: by looking, for every
 * step across the wedge, at the best rows up to there.
 */
export function bestRows(region: WedgeRegion, direction: Direction, pitch: number): RowSet {
  const along = cardAlong(direction);
  const [low, high] = region.extent(direction);
  const back = fineness[direction];
  const grid = pitch / back;
  const marks = Math.floor((high - low) / grid) + 1;
  // Half of what the grid does not cover stays free on either side, so that a level wedge is filled evenly.
  const first = low + (high - low - (marks - 1) * grid) / 2;
  const best = new Float64Array(marks + back);
  const taken = new Uint8Array(marks);
  for (let mark = 0; mark < marks; mark += 1) {
    let value = 0;
    for (const [from, to] of region.stretches(direction, first + mark * grid)) {
      const capacity = capacityOf(from, to, along);
      value += capacity + Math.min((to - from - (capacity - 1) * along) / (capacity + 1), 60) / 1e4;
    }
    // The first `back` entries stand for the space before the wedge.
    const without = best[mark + back - 1] ?? 0;
    const including = value + (best[mark] ?? 0);
    taken[mark] = including > without + 1e-9 ? 1 : 0;
    best[mark + back] = Math.max(including, without);
  }
  const rows: CardRow[] = [];
  for (let mark = marks - 1; mark >= 0;) {
    if (taken[mark] === 1) {
      const across = first + mark * grid;
      rows.push(...rowsAt(region, direction, across));
      mark -= back;
    } else {
      mark -= 1;
    }
  }
  return { rows, capacity: Math.floor((best[marks + back - 1] ?? 0) + 0.5) };
}

/** The rows at one position: two where the goal lies between them. */
function rowsAt(region: WedgeRegion, direction: Direction, across: number): readonly CardRow[] {
  return region.stretches(direction, across).map(([low, high]) => {
    const along = (low + high) / 2;
    return {
      across,
      low,
      high,
      capacity: capacityOf(low, high, cardAlong(direction)),
      middle: direction === 'rows' ? { x: along, y: across } : { x: across, y: along },
    };
  });
}

/** Rows at equal distances; `phase` says where between two rows the middle of the wedge lies. */
export function evenRows(region: WedgeRegion, direction: Direction, pitch: number, phase: number): RowSet {
  const [low, high] = region.extent(direction);
  const middle = (low + high) / 2 + phase * pitch;
  const rows: CardRow[] = [];
  for (let at = Math.ceil((low - middle) / pitch); middle + at * pitch <= high; at += 1) {
    rows.push(...rowsAt(region, direction, middle + at * pitch));
  }
  return { rows, capacity: rows.reduce((sum, row) => sum + row.capacity, 0) };
}

function capacityOf(from: number, to: number, along: number): number {
  return Math.floor((to - from) / (along + frameMeasures.cardGap) + 1e-6) + 1;
}

/** True when `wanted` cards fit with the rows as close as they may stand. */
export function wedgeHolds(region: WedgeRegion, wanted: number): boolean {
  return directions.some(
    (direction) => bestRows(region, direction, cardAcross(direction) + frameMeasures.cardGap).capacity >= wanted,
  );
}
