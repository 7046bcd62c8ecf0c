/** Brings the middle of a card into its wedge, by the smallest way. */
import type { Point } from './FrameLayout.ts';
import type { Size, WedgeRegion } from './wedgeRegion.ts';

const marks = 40;
const rounds = 16;

/** Null when no card of this size fits into the wedge at all. */
export function nearestInside(region: WedgeRegion, wish: Point, size: Size): Point | null {
  if (region.contains(wish, size)) return wish;
  let best: Point | null = null;
  let bestDistance = Infinity;
  const look = (y: number): void => {
    for (const [from, to] of region.free(y - size.height / 2, y + size.height / 2)) {
      const [low, high] = [from + size.width / 2, to - size.width / 2];
      if (low > high) continue;
      const x = Math.min(high, Math.max(low, wish.x));
      const distance = (x - wish.x) ** 2 + (y - wish.y) ** 2;
      if (distance < bestDistance - 1e-9) {
        best = { x, y };
        bestDistance = distance;
      }
    }
  };
  // Along level lines through the wedge the nearest middle is exact; the lines get closer around the best one so far.
  const [low, high] = [region.top + size.height / 2, region.bottom - size.height / 2];
  look(Math.min(high, Math.max(low, wish.y)));
  for (let mark = 0; mark <= marks; mark += 1) look(low + ((high - low) * mark) / marks);
  let step = (high - low) / marks;
  for (let round = 0; round < rounds; round += 1) {
    step /= 2;
    const found: Point | null = best;
    if (found === null) continue;
    const y = heightOf(found);
    look(y - step);
    look(y + step);
  }
  return best;
}

function heightOf({ y }: Point): number {
  return y;
}
