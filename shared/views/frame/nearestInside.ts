/** Brings the middle of a card into its wedge, by the smallest way. */
import type { Point } from './FrameLayout.ts';
import type { Direction, WedgeRegion } from './wedgeRegion.ts';

const directions: readonly Direction[] = ['rows', 'columns'];
const marks = 24;

/** Null when no card fits into the wedge at all. */
export function nearestInside(region: WedgeRegion, wish: Point): Point | null {
  if (region.contains(wish)) {
    return wish;
  }
  let best: Point | null = null;
  let bestDistance = Infinity;
  const look = (direction: Direction, across: number): void => {
    const level = direction === 'rows';
    const along = level ? wish.x : wish.y;
    for (const [low, high] of region.stretches(direction, across)) {
      const at = Math.min(high, Math.max(low, along));
      const center = level ? { x: at, y: across } : { x: across, y: at };
      const distance = (center.x - wish.x) ** 2 + (center.y - wish.y) ** 2;
      if (distance < bestDistance - 1e-9 && region.contains(center)) {
        best = center;
        bestDistance = distance;
      }
    }
  };
  // Along straight lines through the wedge the nearest middle is exact; the lines get closer around the best one so far.
  for (const direction of directions) {
    const [low, high] = region.extent(direction);
    look(direction, direction === 'rows' ? wish.y : wish.x);
    for (let mark = 0; mark <= marks; mark += 1) {
      look(direction, low + ((high - low) * mark) / marks);
    }
    let step = (high - low) / marks;
    for (let round = 0; round < 14; round += 1) {
      step /= 2;
      const found: Point | null = best;
      if (found === null) {
        continue;
      }
      const across = direction === 'rows' ? pointY(found) : pointX(found);
      look(direction, across - step);
      look(direction, across + step);
    }
  }
  return best;
}

function pointX(point: Point): number {
  return point.x;
}

function pointY(point: Point): number {
  return point.y;
}
