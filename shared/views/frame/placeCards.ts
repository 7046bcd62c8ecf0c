/** Gives every card of one wedge its place: cards put by hand first, the others in their rows, out of the way. */
import type { FrameCard, Point } from './FrameLayout.ts';
import { aroundHands } from './aroundHands.ts';
import { frameMeasures } from './frameMeasures.ts';
import { nearestInside } from './nearestInside.ts';
import { placeInRow, rowPattern, type RowPattern } from './rowPattern.ts';
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

/**
 * Null when the wedge has no room left for all of them. `cards` come in their order. First only the cards that are
 * covered make way; then they may stand as close as people put them; then the wedge's rows are laid anew around the hands.
 */
export function placeCards(
  region: WedgeRegion,
  pattern: RowPattern,
  cards: readonly FrameCard[],
): readonly PlacedCard[] | null {
  const hands = placeHands(region, cards);
  if (hands === null) {
    return null;
  }
  return (
    makeWay(region, pattern, cards, hands, frameMeasures.cardGap) ??
    makeWay(region, pattern, cards, hands, frameMeasures.handGap) ??
    layAnew(region, cards, hands)
  );
}

type Hands = ReadonlyMap<string, Point>;

function placeHands(region: WedgeRegion, cards: readonly FrameCard[]): Hands | null {
  const hands = new Map<string, Point>();
  const gap = frameMeasures.handGap;
  for (const card of cards) {
    if (card.position !== undefined) {
      const taken = [...hands.values()];
      const wish = nearestInside(region, pointAt(region.shape, card.position));
      const center = wish === null || clear(wish, taken, gap) ? wish : nearestFree(region, wish, taken, gap);
      if (center === null) {
        return null;
      }
      hands.set(card.placementId, center);
    }
  }
  return hands;
}

/** Every card keeps its place but those that a hand covers. */
function makeWay(
  region: WedgeRegion,
  pattern: RowPattern,
  cards: readonly FrameCard[],
  hands: Hands,
  gap: number,
): readonly PlacedCard[] | null {
  const places = placesFor(pattern, cards.length);
  const taken = [...hands.values()];
  const covering = [...taken];
  // A card by hand keeps its old place reserved, so that nobody moves up when it leaves its row.
  const own = cards.map((card, index) => {
    const place = places[index];
    return place !== undefined && !hands.has(card.placementId) && clear(place.center, covering, gap) ? place : null;
  });
  for (const place of own) {
    if (place !== null) {
      taken.push(place.center);
    }
  }
  const placed: PlacedCard[] = [];
  for (const [index, card] of cards.entries()) {
    const hand = hands.get(card.placementId);
    const place = own[index] ?? null;
    if (hand !== undefined) {
      placed.push({ card, center: hand, row: null });
    } else if (place !== null) {
      placed.push({ card, center: place.center, row: place.row });
    } else {
      const wish = places[index]?.center ?? places[0]?.center;
      const center = wish === undefined ? null : refuge(region, wish, places, taken, gap);
      if (center === null) {
        return null;
      }
      taken.push(center);
      placed.push({ card, center, row: null });
    }
  }
  return placed;
}

/** A card whose place somebody covered takes the nearest reserved place that is free now, else the nearest free spot. */
function refuge(
  region: WedgeRegion,
  wish: Point,
  places: readonly RowPlace[],
  taken: readonly Point[],
  gap: number,
): Point | null {
  let best: Point | null = null;
  let bestDistance = Infinity;
  for (const { center } of places) {
    const distance = (center.x - wish.x) ** 2 + (center.y - wish.y) ** 2;
    if (distance < bestDistance - 1e-6 && clear(center, taken, gap)) {
      best = center;
      bestDistance = distance;
    }
  }
  return best ?? nearestFree(region, wish, taken, gap);
}

/** New rows in what the hands leave of the wedge. */
function layAnew(region: WedgeRegion, cards: readonly FrameCard[], hands: Hands): readonly PlacedCard[] | null {
  const rest = cards.length - hands.size;
  const pattern = rowPattern(aroundHands(region, [...hands.values()]), rest);
  const places = placesFor(pattern, rest);
  if (places.length < rest) {
    return null;
  }
  let next = 0;
  const placed: PlacedCard[] = [];
  for (const card of cards) {
    const hand = hands.get(card.placementId);
    const place = hand === undefined ? places[next] : undefined;
    if (place !== undefined) {
      next += 1;
    }
    const center = hand ?? place?.center;
    if (center !== undefined) {
      placed.push({ card, center, row: place?.row ?? null });
    }
  }
  return placed;
}
