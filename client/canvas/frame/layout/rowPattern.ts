/** The rows of a wedge: straight rows of cards, level or upright, whichever holds more, one behind the other from the goal outward. */
import type { Point } from './FrameLayout.ts';
import { frameMeasures } from './frameMeasures.ts';
import type { Direction, WedgeRegion } from './wedgeRegion.ts';

export interface CardRow {
  readonly across: number;
  readonly low: number;
  readonly high: number;
  readonly capacity: number;
  /** How far its middle is from the goal. */
  readonly distance: number;
}

export interface RowPattern {
  readonly direction: Direction;
  /** From the goal outward. */
  readonly rows: readonly CardRow[];
  readonly capacity: number;
  /** For the n-th card the row it belongs to; the same however many cards follow. */
  readonly sequence: readonly number[];
}

const directions: readonly Direction[] = ['rows', 'columns'];
const phases: readonly number[] = [0, 0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875];
const spreads: readonly number[] = [1, 1.05, 1.1, 1.16, 1.23, 1.31, 1.4, 1.5, 1.62, 1.75, 1.9, 2.1, 2.3];

function cardAlong(direction: Direction): number {
  return direction === 'rows' ? frameMeasures.card.width : frameMeasures.card.height;
}

function cardAcross(direction: Direction): number {
  return direction === 'rows' ? frameMeasures.card.height : frameMeasures.card.width;
}

function rowsAt(region: WedgeRegion, direction: Direction, phase: number, pitch: number): readonly CardRow[] {
  const along = cardAlong(direction) + frameMeasures.cardGap;
  const [low, high] = region.extent(direction);
  const middle = (low + high) / 2 + phase * pitch;
  const rows: CardRow[] = [];
  for (let at = Math.ceil((low - middle) / pitch); middle + at * pitch <= high; at += 1) {
    const across = middle + at * pitch;
    for (const [from, to] of region.stretches(direction, across)) {
      const capacity = Math.floor((to - from) / along + 1e-6) + 1;
      rows.push({ across, low: from, high: to, capacity, distance: Math.hypot(across, (from + to) / 2) });
    }
  }
  return rows;
}

/** How many cards fit at most when the rows stand as close as they may; stops counting at `enough`. */
export function wedgeHolds(region: WedgeRegion, enough: number): number {
  let best = 0;
  for (const direction of directions) {
    for (const phase of phases) {
      let sum = 0;
      for (const row of rowsAt(region, direction, phase, cardAcross(direction) + frameMeasures.cardGap)) {
        sum += row.capacity;
      }
      best = Math.max(best, sum);
      if (best >= enough) {
        return best;
      }
    }
  }
  return best;
}

/** Free space between cards of a row that holds `count`, and before the first and after the last one. */
function gapWith(row: CardRow, along: number, count: number): number {
  return (row.high - row.low - (count - 1) * along) / (count + 1);
}

/** Puts one card after the other into the row that stays the airiest, near the wedge's center of gravity first. */
function fill(rows: readonly CardRow[], direction: Direction, count: number, center: number): readonly number[] {
  const along = cardAlong(direction);
  const counts = rows.map(() => 0);
  const sequence: number[] = [];
  while (sequence.length < count) {
    let best = -1;
    let bestScore = -Infinity;
    for (const [index, row] of rows.entries()) {
      const have = counts[index] ?? 0;
      if (have < row.capacity) {
        const score =
          Math.min(gapWith(row, along, have + 1), 90) * (have === 0 ? 1 : 0.8) - Math.abs(row.distance - center) * 0.3;
        if (score > bestScore + 1e-6) {
          best = index;
          bestScore = score;
        }
      }
    }
    if (best < 0) {
      break;
    }
    counts[best] = (counts[best] ?? 0) + 1;
    sequence.push(best);
  }
  return sequence;
}

/** Airiness of a filled pattern: its tightest spots count most. */
function airiness(rows: readonly CardRow[], sequence: readonly number[], direction: Direction, pitch: number): number {
  const along = cardAlong(direction);
  const counts = rows.map(() => 0);
  for (const index of sequence) {
    counts[index] = (counts[index] ?? 0) + 1;
  }
  let tightest = Infinity;
  let sum = 0;
  let used = 0;
  for (const [index, row] of rows.entries()) {
    const count = counts[index] ?? 0;
    if (count > 0) {
      const gap = Math.min(gapWith(row, along, count), 60);
      tightest = Math.min(tightest, gap);
      sum += gap;
      used += 1;
    }
  }
  const between = Math.min(pitch - cardAcross(direction), 60);
  return Math.min(tightest * 2, between) + 0.5 * between + (0.5 * sum) / Math.max(used, 1);
}

/** The airiest pattern for `wanted` cards, or the one that holds most when none holds that many. */
export function rowPattern(region: WedgeRegion, wanted: number): RowPattern {
  const { innerRadius, outerRadius } = region.shape;
  // The radius that halves the wedge's area.
  const center = Math.sqrt((innerRadius ** 2 + outerRadius ** 2) / 2);
  let best: RowPattern = { direction: 'rows', rows: [], capacity: 0, sequence: [] };
  let bestScore = -Infinity;
  for (const direction of directions) {
    for (const spread of spreads) {
      const pitch = (cardAcross(direction) + frameMeasures.cardGap) * spread;
      let held = false;
      for (const phase of phases) {
        const rows = [...rowsAt(region, direction, phase, pitch)].sort(byDistance);
        const capacity = rows.reduce((sum, row) => sum + row.capacity, 0);
        if (capacity < Math.min(wanted, Math.max(best.capacity, 1))) {
          continue;
        }
        held ||= capacity >= wanted;
        const sequence = fill(rows, direction, wanted, center);
        const score =
          Math.min(capacity - wanted, 0) * 1e4 + airiness(rows, sequence, direction, pitch);
        if (score > bestScore + 1e-6) {
          best = { direction, rows, capacity, sequence };
          bestScore = score;
        }
      }
      if (!held) {
        break;
      }
    }
  }
  return best;
}

function byDistance(a: CardRow, b: CardRow): number {
  return a.distance - b.distance || a.across - b.across || a.low - b.low;
}

/** Middle of the `at`-th of `count` cards in a row: evenly spread, with as much air before the first as between two. */
export function placeInRow(pattern: RowPattern, rowIndex: number, at: number, count: number): Point {
  const row = pattern.rows[rowIndex];
  if (row === undefined) {
    throw new Error(`no row ${rowIndex} in a pattern of ${pattern.rows.length}`);
  }
  const along = cardAlong(pattern.direction);
  const gap = Math.max(0, gapWith(row, along, count));
  // In a row that is nearly full there is no air for the ends; cards keep their gap and start at the edge.
  const between = Math.max(gap, frameMeasures.cardGap);
  const span = (count - 1) * (along + between);
  const first = (row.low + row.high) / 2 - span / 2;
  const position = first + at * (along + between);
  return pattern.direction === 'rows' ? { x: position, y: row.across } : { x: row.across, y: position };
}
