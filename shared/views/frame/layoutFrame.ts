/** The frame's layout: goal, ring, wedges, headings and cards, as one pure function of what the map says. */
import { cardOrder, interestOrder } from './boardOrder.ts';
import { cardContents } from './cardContents.ts';
import type { Box, CardLayout, FrameCard, FrameInput, FrameLayout, WedgeLayout } from './FrameLayout.ts';
import { capacityFor, frameMeasures } from './frameMeasures.ts';
import { placeCards, placesFor, type PlacedCard } from './placeCards.ts';
import { LayoutMemory, type FilledWedge } from './LayoutMemory.ts';
import { placeHeadings, ringScale } from './placeHeadings.ts';
import { ringPlan, ringRadii } from './ringPlan.ts';
import { rowPattern, type RowPattern } from './rowPattern.ts';
import { wedgeOutline } from './wedgeOutline.ts';
import { positionAt } from './wedgePosition.ts';
import { wedgeRegion, type WedgeShape } from './wedgeRegion.ts';

/** Fills the wedges; one in which hand-placed cards leave no room for the others is laid out for more cards than it has. */
function fillRing(
  groups: readonly (readonly FrameCard[])[],
  memory: LayoutMemory,
): { step: number; wedges: readonly (FilledWedge & { readonly shape: WedgeShape })[] } {
  const wanted = groups.map((group) => capacityFor(group.length));
  const contents = groups.map((group) => JSON.stringify(group));
  for (;;) {
    const plan = memory.plans.get(wanted.join(), () => ringPlan(wanted));
    const tooFull: number[] = [];
    const wedges = plan.wedges.flatMap((shape, index) => {
      const { start, end, innerRadius, outerRadius } = shape;
      const room = wanted[index] ?? 0;
      const key = [start, end, innerRadius, outerRadius, room, contents[index]].join();
      const filled = memory.wedges.get(key, () => fillWedge(shape, room, groups[index] ?? []));
      if (filled === null) {
        tooFull.push(index);
        return [];
      }
      return [{ ...filled, shape }];
    });
    if (tooFull.length === 0) {
      return { step: plan.step, wedges };
    }
    for (const index of tooFull) {
      wanted[index] = capacityFor((wanted[index] ?? 0) + 1);
    }
  }
}

function fillWedge(shape: WedgeShape, room: number, cards: readonly FrameCard[]): FilledWedge | null {
  const region = wedgeRegion(shape);
  const pattern = rowPattern(region, room);
  const placed = placeCards(region, pattern, cards);
  if (placed === null) {
    return null;
  }
  return {
    placed,
    cards: placed.map((one) => cardLayout(one, shape)),
    places: wedgePlaces(pattern, placed, shape),
  };
}

function cardLayout({ card, center, row }: PlacedCard, shape: WedgeShape): CardLayout {
  return {
    placementId: card.placementId,
    organizationId: card.organizationId,
    interestId: card.interestId,
    center,
    width: frameMeasures.card.width,
    height: frameMeasures.card.height,
    byHand: card.position !== undefined,
    row,
    ...cardContents(card.name, card.tokenCount),
    position: positionAt(shape, center),
  };
}

function wedgePlaces(pattern: RowPattern, placed: readonly PlacedCard[], shape: WedgeShape): WedgeLayout['places'] {
  // One place more than there are cards: where the next one would go.
  const places = placesFor(pattern, Math.min(placed.length + 1, pattern.sequence.length));
  const standing = placesFor(pattern, placed.length);
  const middle = (shape.start + shape.end) / 2;
  return [...standing, ...places.slice(placed.length)]
    .map(({ center, row }, index) => {
      const card = placed[index];
      const here = card !== undefined && card.row !== null;
      return { center, row, placementId: here ? card.card.placementId : null };
    })
    .sort((a, b) => a.row - b.row || turn(middle, a.center.x, a.center.y) - turn(middle, b.center.x, b.center.y));
}

/** Position along the clockwise direction of a wedge, for reading a row in order. */
function turn(middle: number, x: number, y: number): number {
  return -Math.sin(middle) * x + Math.cos(middle) * y;
}

function boundsOf(radius: number, boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [-radius, -radius, radius, radius];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The same layout for the same map on every screen, whatever the order of the input. Cards of unknown interests are left out. */
export function layoutFrame(input: FrameInput, memory = new LayoutMemory()): FrameLayout {
  const interests = [...input.interests].sort(interestOrder);
  const groupOf = new Map<string, FrameCard[]>(interests.map(({ id }) => [id, []]));
  for (const card of input.cards) {
    groupOf.get(card.interestId)?.push(card);
  }
  const groups = interests.map(({ id }) => (groupOf.get(id) ?? []).sort(cardOrder));
  const { step, wedges } = fillRing(groups, memory);
  memory.turn();
  const radii = ringRadii(step);
  const headed = wedges.flatMap(({ shape }, index) => {
    const interest = interests[index];
    return interest === undefined ? [] : [{ interest, shape }];
  });
  const headings = placeHeadings(headed);
  return {
    goal: { center: { x: 0, y: 0 }, radius: radii.goal },
    innerRadius: radii.inner,
    outerRadius: radii.outer,
    step,
    scale: ringScale(radii.outer),
    wedges: wedges.flatMap((wedge, index) => {
      const interest = interests[index];
      const heading = headings[index];
      if (interest === undefined || heading === undefined) {
        return [];
      }
      return [
        {
          interestId: interest.id,
          index,
          ...wedge.shape,
          ...wedgeOutline(wedge.shape),
          heading,
          capacity: capacityFor(wedge.placed.length),
          places: wedge.places,
        },
      ];
    }),
    cards: wedges.flatMap(({ cards }) => cards),
    bounds: boundsOf(
      radii.outer,
      headings.map(({ box }) => box),
    ),
  };
}
