/** Chooses the rows of a wedge and says which card stands in which of them: balanced, and the same while more cards come. */
import type { Point } from './FrameLayout.ts';
import { frameMeasures } from './frameMeasures.ts';
import type { Direction, WedgeRegion, WedgeShape } from './wedgeRegion.ts';
import { bestRows, cardAcross, cardAlong, directions, evenRows, type CardRow } from './wedgeRows.ts';

export interface RowPattern {
  readonly direction: Direction;
  /** From the goal outward. */
  readonly rows: readonly CardRow[];
  readonly capacity: number;
  /** For the n-th card the row it belongs to; the same however many cards follow. */
  readonly sequence: readonly number[];
}

const phases: readonly number[] = [0, 0.5, 0.25, 0.75];
const spreads: readonly number[] = [1, 1.08, 1.18, 1.3, 1.45, 1.65, 1.9];

/** The center of gravity of the wedge's area. */
function gravity({ start, end, innerRadius, outerRadius }: WedgeShape): Point {
  const half = (end - start) / 2;
  const radius =
    ((2 / 3) * (Math.sin(half) / half) * (outerRadius ** 3 - innerRadius ** 3)) / (outerRadius ** 2 - innerRadius ** 2);
  return { x: Math.cos((start + end) / 2) * radius, y: Math.sin((start + end) / 2) * radius };
}

/** Free space between cards of a row that holds `count`, and before the first and after the last one. */
function gapWith(row: CardRow, along: number, count: number): number {
  return (row.high - row.low - (count - 1) * along) / (count + 1);
}

/** Puts one card after the other into the row that stays the airiest, near the wedge's center of gravity first. */
function fill(rows: readonly CardRow[], direction: Direction, count: number, center: Point): readonly number[] {
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
          Math.min(gapWith(row, along, have + 1), 90) * (have === 0 ? 1 : 0.8) -
          Math.hypot(row.middle.x - center.x, row.middle.y - center.y) * 0.3;
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
function airiness(rows: readonly CardRow[], sequence: readonly number[], direction: Direction): number {
  const along = cardAlong(direction);
  const counts = rows.map(() => 0);
  for (const index of sequence) {
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const used = rows.flatMap((row, index) => {
    const count = counts[index] ?? 0;
    return count > 0 ? [{ across: row.across, gap: Math.min(gapWith(row, along, count), 60) }] : [];
  });
  const across = used.map((row) => row.across).sort((a, b) => a - b);
  let between = 60;
  for (const [index, at] of across.entries()) {
    const before = across[index - 1];
    if (before !== undefined && at > before) {
      between = Math.min(between, at - before - cardAcross(direction));
    }
  }
  const tightest = Math.min(...used.map((row) => row.gap), 60);
  const mean = used.reduce((sum, row) => sum + row.gap, 0) / Math.max(used.length, 1);
  return Math.min(tightest * 2, between) + 0.5 * between + 0.5 * mean;
}

/** How far the cards' common middle is from the wedge's, seen over the last half of the cards that may come. */
function imbalance(rows: readonly CardRow[], sequence: readonly number[], center: Point): number {
  let [x, y, sum, seen] = [0, 0, 0, 0];
  for (const [at, index] of sequence.entries()) {
    const middle = rows[index]?.middle ?? center;
    x += middle.x;
    y += middle.y;
    if (at + 1 >= sequence.length / 2) {
      sum += Math.hypot(x / (at + 1) - center.x, y / (at + 1) - center.y);
      seen += 1;
    }
  }
  return seen === 0 ? 0 : sum / seen;
}

/** The airiest and best balanced pattern for `wanted` cards, or the one that holds most when none holds that many. */
export function rowPattern(region: WedgeRegion, wanted: number): RowPattern {
  const center = gravity(region.shape);
  let best: RowPattern = { direction: 'rows', rows: [], capacity: 0, sequence: [] };
  let bestScore = -Infinity;
  for (const direction of directions) {
    for (const spread of spreads) {
      const pitch = (cardAcross(direction) + frameMeasures.cardGap) * spread;
      const densest = bestRows(region, direction, pitch);
      const candidates = [densest, ...phases.map((phase) => evenRows(region, direction, pitch, phase))];
      for (const { rows: found, capacity } of candidates) {
        if (capacity >= wanted || capacity > best.capacity) {
          const rows = [...found].sort(byDistance);
          const sequence = fill(rows, direction, wanted, center);
          const score =
            Math.min(capacity - wanted, 0) * 1e4 +
            airiness(rows, sequence, direction) -
            0.5 * imbalance(rows, sequence, center);
          if (score > bestScore + 1e-6) {
            best = { direction, rows, capacity, sequence };
            bestScore = score;
          }
        }
      }
      if (densest.capacity < wanted) {
        break;
      }
    }
  }
  return best;
}

function byDistance(a: CardRow, b: CardRow): number {
  const far = (row: CardRow): number => Math.hypot(row.middle.x, row.middle.y);
  return far(a) - far(b) || a.across - b.across || a.low - b.low;
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
