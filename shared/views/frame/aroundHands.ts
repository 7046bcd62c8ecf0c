/** A wedge with cards in it that must not be touched: what is left of it for the rows. */
import type { Point } from './FrameLayout.ts';
import { frameMeasures } from './frameMeasures.ts';
import type { Direction, Stretch, WedgeRegion } from './wedgeRegion.ts';

/** The region without the middles that would bring a card nearer than the usual gap to one of `hands`. */
export function aroundHands(region: WedgeRegion, hands: readonly Point[]): WedgeRegion {
  const farX = frameMeasures.card.width + frameMeasures.cardGap;
  const farY = frameMeasures.card.height + frameMeasures.cardGap;

  function stretches(direction: Direction, across: number): readonly Stretch[] {
    const rows = direction === 'rows';
    const [farAlong, farAcross] = rows ? [farX, farY] : [farY, farX];
    let free = region.stretches(direction, across);
    for (const hand of hands) {
      if (Math.abs((rows ? hand.y : hand.x) - across) < farAcross) {
        const at = rows ? hand.x : hand.y;
        free = free.flatMap(([low, high]) => {
          const parts: Stretch[] = [
            [low, Math.min(high, at - farAlong)],
            [Math.max(low, at + farAlong), high],
          ];
          return parts.filter(([from, to]) => from <= to);
        });
      }
    }
    return free;
  }

  return {
    ...region,
    stretches,
    contains: (point) =>
      region.contains(point) &&
      hands.every((hand) => Math.abs(point.x - hand.x) >= farX || Math.abs(point.y - hand.y) >= farY),
  };
}
