/** Gives every card of one wedge its place: cards put by hand first, the others out of their way. */
import type { CardForm } from './cardForm.ts';
import type { FrameCard, Point } from './FrameLayout.ts';
import { frameMeasures } from './frameMeasures.ts';
import { nearestInside } from './nearestInside.ts';
import { boxAround } from './overlap.ts';
import { pointAt } from './wedgePosition.ts';
import type { Size, WedgeRegion } from './wedgeRegion.ts';

/** Where a card may stand, and how it is written there. */
export interface Place {
  readonly center: Point;
  readonly form: CardForm;
}

export interface PlacedCard extends Place {
  readonly card: FrameCard;
  /** false where somebody put it, and where it had to make way */
  readonly isInPlace: boolean;
}

interface Standing {
  readonly center: Point;
  readonly size: Size;
}

type Gap = { readonly across: number; readonly down: number };

const { cardGap, handGap } = frameMeasures;

function apart(one: Standing, other: Standing, { across, down }: Gap): boolean {
  const tiny = 1e-6;
  const dx = (one.size.width + other.size.width) / 2 + across - tiny;
  const dy = (one.size.height + other.size.height) / 2 + down - tiny;
  return Math.abs(one.center.x - other.center.x) >= dx || Math.abs(one.center.y - other.center.y) >= dy;
}

function isClear(one: Standing, others: readonly Standing[], gap: Gap): boolean {
  return others.every((other) => apart(one, other, gap));
}

/** The free middle nearest to `wish`: at the edges and corners of what is in the way, else on a fine grid of the wedge. */
function nearestFree(region: WedgeRegion, wish: Standing, others: readonly Standing[], gap: Gap): Point | null {
  const { size, center } = wish;
  const beside = (axis: 'x' | 'y', side: 'width' | 'height', more: number): readonly number[] => [
    center[axis],
    ...others.flatMap((other) => {
      const off = (size[side] + other.size[side]) / 2 + more;
      return [other.center[axis] - off, other.center[axis] + off];
    }),
  ];
  const xs = beside('x', 'width', gap.across);
  const ys = beside('y', 'height', gap.down);
  return closest(region, wish, others, gap, xs, ys) ?? alongRows(region, wish, others, gap, ys);
}

function closest(
  region: WedgeRegion,
  { center: wish, size }: Standing,
  others: readonly Standing[],
  gap: Gap,
  xs: readonly number[],
  ys: readonly number[],
): Point | null {
  let best: Point | null = null;
  let bestDistance = Infinity;
  for (const x of xs)
    for (const y of ys) {
      const distance = (x - wish.x) ** 2 + (y - wish.y) ** 2;
      if (distance >= bestDistance - 1e-6) continue;
      const center = { x, y };
      if (!region.contains(center, size) || !isClear({ center, size }, others, gap)) continue;
      best = center;
      bestDistance = distance;
    }
  return best;
}

const marks = 48;

/** Along level lines everything that is free is known. */
function alongRows(
  region: WedgeRegion,
  { center: wish, size }: Standing,
  others: readonly Standing[],
  gap: Gap,
  more: readonly number[],
): Point | null {
  const boxes = others.map((other) => boxAround(other.center, other.size.width, other.size.height));
  const rest = region.beside(boxes, gap);
  const [low, high] = [region.top + size.height / 2, region.bottom - size.height / 2];
  let best: Point | null = null;
  let bestDistance = Infinity;
  for (const y of [...more, ...Array.from({ length: marks + 1 }, (_, at) => low + ((high - low) * at) / marks)])
    for (const [from, to] of rest.free(y - size.height / 2, y + size.height / 2)) {
      if (to - from < size.width) continue;
      const x = Math.min(to - size.width / 2, Math.max(from + size.width / 2, wish.x));
      const distance = (x - wish.x) ** 2 + (y - wish.y) ** 2;
      if (distance >= bestDistance - 1e-6) continue;
      best = { x, y };
      bestDistance = distance;
    }
  return best;
}

/**
 * Null when the wedge has no room left for all of them. `cards` come in their order, each with the place that is kept for it, and
 * after these places that are free. Only the cards that are covered make way; then they may stand as close as people put them.
 */
export function placeHands(
  region: WedgeRegion,
  cards: readonly FrameCard[],
  places: readonly Place[],
): readonly PlacedCard[] | null {
  const hands = handsOf(region, cards, places);
  if (hands === null) return null;
  return makeWay(region, cards, places, hands, cardGap) ?? makeWay(region, cards, places, hands, handGap);
}

type Hands = ReadonlyMap<string, Standing>;

function handsOf(region: WedgeRegion, cards: readonly FrameCard[], places: readonly Place[]): Hands | null {
  const hands = new Map<string, Standing>();
  for (const [index, card] of cards.entries()) {
    const size = places[index]?.form;
    if (card.position === undefined || size === undefined) continue;
    const taken = [...hands.values()];
    const wish = nearestInside(region, pointAt(region.edges, card.position), size);
    if (wish === null) return null;
    const standing = { center: wish, size };
    const center = isClear(standing, taken, handGap) ? wish : nearestFree(region, standing, taken, handGap);
    if (center === null) return null;
    hands.set(card.placementId, { center, size });
  }
  return hands;
}

/** Every card keeps its place but those that a hand covers. */
function makeWay(
  region: WedgeRegion,
  cards: readonly FrameCard[],
  places: readonly Place[],
  hands: Hands,
  gap: Gap,
): readonly PlacedCard[] | null {
  const taken = [...hands.values()];
  const covering = [...taken];
  // A card by hand keeps its old place reserved, so that nobody moves up when it leaves.
  const stays = cards.map((card, index) => {
    const place = places[index];
    return place !== undefined && !hands.has(card.placementId) && isClear(standingIn(place), covering, gap);
  });
  for (const [index, place] of places.entries()) if (stays[index] === true) taken.push(standingIn(place));
  /** Left by those that were put elsewhere. */
  const left = places.filter((_, index) => hands.has(cards[index]?.placementId ?? ''));
  const placed: PlacedCard[] = [];
  for (const [index, card] of cards.entries()) {
    const place = places[index];
    if (place === undefined) return null;
    const { form } = place;
    const hand = hands.get(card.placementId);
    if (hand !== undefined) {
      placed.push({ card, form, center: hand.center, isInPlace: false });
    } else if (stays[index] === true) {
      placed.push({ card, form, center: place.center, isInPlace: true });
    } else {
      const wish = standingIn(place);
      const center =
        nearestPlace(region, wish, left, taken, gap) ??
        nearestPlace(region, wish, places, taken, gap) ??
        nearestFree(region, wish, taken, gap);
      if (center === null) return null;
      taken.push({ center, size: form });
      placed.push({ card, form, center, isInPlace: false });
    }
  }
  return placed;
}

function standingIn({ center, form }: Place): Standing {
  return { center, size: form };
}

/** Of these places the nearest one that is free now. */
function nearestPlace(
  region: WedgeRegion,
  wish: Standing,
  places: readonly Place[],
  taken: readonly Standing[],
  gap: Gap,
): Point | null {
  let best: Point | null = null;
  let bestDistance = Infinity;
  for (const { center } of places) {
    const distance = (center.x - wish.center.x) ** 2 + (center.y - wish.center.y) ** 2;
    if (distance >= bestDistance - 1e-6) continue;
    if (!region.contains(center, wish.size) || !isClear({ center, size: wish.size }, taken, gap)) continue;
    best = center;
    bestDistance = distance;
  }
  return best;
}
