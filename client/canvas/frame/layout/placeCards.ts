/** Gives every card of one wedge its place: cards put by hand first, the others in their rows, out of the way. */
import type { FrameCard, Point } from './FrameLayout.ts';
import { frameMeasures } from './frameMeasures.ts';
import { nearestInside } from './nearestInside.ts';
import { placeInRow, type RowPattern } from './rowPattern.ts';
import { pointAt } from './wedgePosition.ts';
import type { WedgeRegion } from './wedgeRegion.ts';

export interface PlacedCard {
  readonly card: FrameCard;
  readonly center: Point;
  readonly row: number | null;
}

export interface RowPlace {
  readonly center: Point;
  readonly row: number;
}

/** The places of the first `count` cards, in the order of the cards. */
export function placesFor(pattern: RowPattern, count: number): readonly RowPlace[] {
  const inRow = new Map<number, number>();
  for (const row of pattern.sequence.slice(0, count)) {
    inRow.set(row, (inRow.get(row) ?? 0) + 1);
  }
  const seen = new Map<number, number>();
  return pattern.sequence.slice(0, count).map((row) => {
    const at = seen.get(row) ?? 0;
    seen.set(row, at + 1);
    return { center: placeInRow(pattern, row, at, inRow.get(row) ?? 1), row };
  });
}

function apart(a: Point, b: Point, gap: number): boolean {
  const tiny = 1e-6;
  return (
    Math.abs(a.x - b.x) >= frameMeasures.card.width + gap - tiny ||
    Math.abs(a.y - b.y) >= frameMeasures.card.height + gap - tiny
  );
}

function clear(center: Point, others: readonly Point[], gap: number): boolean {
  return others.every((other) => apart(center, other, gap));
}

/** The free middle nearest to `wish`: at the edges and corners of what is in the way, else on a fine grid of the wedge. */
function nearestFree(region: WedgeRegion, wish: Point, others: readonly Point[], gap: number): Point | null {
  const dx = frameMeasures.card.width + gap;
  const dy = frameMeasures.card.height + gap;
  const xs = [wish.x, ...others.flatMap((other) => [other.x - dx, other.x + dx])];
  const ys = [wish.y, ...others.flatMap((other) => [other.y - dy, other.y + dy])];
  return (
    closest(region, wish, others, gap, xs, ys) ??
    closest(region, wish, others, gap, gridOf(region, 'columns', xs), gridOf(region, 'rows', ys))
  );
}

function gridOf(region: WedgeRegion, direction: 'rows' | 'columns', more: readonly number[]): readonly number[] {
  const [low, high] = region.extent(direction);
  const marks = 40;
  return [...more, ...Array.from({ length: marks + 1 }, (_, at) => low + ((high - low) * at) / marks)];
}

function closest(
  region: WedgeRegion,
  wish: Point,
  others: readonly Point[],
  gap: number,
  xs: readonly number[],
  ys: readonly number[],
): Point | null {
  let best: Point | null = null;
  let bestDistance = Infinity;
  for (const x of xs) {
    for (const y of ys) {
      const distance = (x - wish.x) ** 2 + (y - wish.y) ** 2;
      if (distance < bestDistance - 1e-6) {
        const center = { x, y };
        if (region.contains(center) && clear(center, others, gap)) {
          best = center;
          bestDistance = distance;
        }
      }
    }
  }
  return best;
}

/** Null when the wedge has no room left for all of them. `cards` come in their order. */
export function placeCards(
  region: WedgeRegion,
  pattern: RowPattern,
  cards: readonly FrameCard[],
): readonly PlacedCard[] | null {
  const places = placesFor(pattern, cards.length);
  const byHand = new Map<string, Point>();
  const taken: Point[] = [];
  for (const card of cards) {
    if (card.position !== undefined) {
      const wish = nearestInside(region, pointAt(region.shape, card.position));
      const center =
        wish === null
          ? null
          : clear(wish, taken, frameMeasures.handGap)
            ? wish
            : nearestFree(region, wish, taken, frameMeasures.handGap);
      if (center === null) {
        return null;
      }
      byHand.set(card.placementId, center);
      taken.push(center);
    }
  }
  const hands = [...taken];
  // A card by hand keeps its old place reserved, so that nobody moves up when it leaves its row.
  const own = cards.map((card, index) => {
    const place = places[index];
    return place !== undefined && !byHand.has(card.placementId) && clear(place.center, hands, frameMeasures.cardGap)
      ? place
      : null;
  });
  for (const place of own) {
    if (place !== null) {
      taken.push(place.center);
    }
  }
  const placed: PlacedCard[] = [];
  for (const [index, card] of cards.entries()) {
    const hand = byHand.get(card.placementId);
    if (hand !== undefined) {
      placed.push({ card, center: hand, row: null });
      continue;
    }
    const place = own[index];
    if (place !== null && place !== undefined) {
      placed.push({ card, center: place.center, row: place.row });
      continue;
    }
    const center = makeWay(region, places[index]?.center, places, taken);
    if (center === null) {
      return null;
    }
    taken.push(center);
    placed.push({ card, center, row: null });
  }
  return placed;
}

/** A card whose place somebody covered takes the nearest reserved place that is free now, else the nearest free spot. */
function makeWay(
  region: WedgeRegion,
  wish: Point | undefined,
  places: readonly RowPlace[],
  taken: readonly Point[],
): Point | null {
  const from = wish ?? places[0]?.center;
  if (from === undefined) {
    return null;
  }
  let best: Point | null = null;
  let bestDistance = Infinity;
  for (const { center } of places) {
    const distance = (center.x - from.x) ** 2 + (center.y - from.y) ** 2;
    if (distance < bestDistance - 1e-6 && clear(center, taken, frameMeasures.cardGap)) {
      best = center;
      bestDistance = distance;
    }
  }
  return best ?? nearestFree(region, from, taken, frameMeasures.cardGap);
}
