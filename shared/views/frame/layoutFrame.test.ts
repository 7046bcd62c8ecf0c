import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '#shared/testing/randomRuns.ts';
import type { CardLayout, FrameCard, FrameInput, FrameLayout, Point, WedgeLayout } from './FrameLayout.ts';
import { capacityFor, frameMeasures } from './frameMeasures.ts';
import { gestureToPosition } from './gestureToPosition.ts';
import { layoutFrame } from './layoutFrame.ts';
import { boxAround, overlap } from './overlap.ts';
import { cardIn, frameWith, randomFrame } from './testing/randomFrame.ts';

const workshop = randomFrame({ interests: 16, organizations: 80, byHand: 0 });
const byHand = randomFrame({ interests: 16, organizations: 60, byHand: 25 });
const runs = { numRuns: randomRuns(50), seed: 20260302 };
const fewRuns = { numRuns: randomRuns(25), seed: 7 };

function boxOf(card: CardLayout) {
  return boxAround(card.center, card.width, card.height);
}

function cornersOf(card: CardLayout): readonly Point[] {
  const { x, y, width, height } = boxOf(card);
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ];
}

/** Written from the outline alone, not from the layout's own notion of a wedge. */
function insideWedge(card: CardLayout, wedge: WedgeLayout): boolean {
  const whole = wedge.end - wedge.start > 6;
  const half = frameMeasures.gutter / 2;
  const slack = 0.01;
  const inSector = cornersOf(card).every(({ x, y }) => {
    const fromStart = -Math.sin(wedge.start) * x + Math.cos(wedge.start) * y;
    const fromEnd = Math.sin(wedge.end) * x - Math.cos(wedge.end) * y;
    return (
      Math.hypot(x, y) <= wedge.outerRadius + slack && (whole || (fromStart >= half - slack && fromEnd >= half - slack))
    );
  });
  const near = Math.hypot(
    Math.max(Math.abs(card.center.x) - card.width / 2, 0),
    Math.max(Math.abs(card.center.y) - card.height / 2, 0),
  );
  return inSector && near >= wedge.innerRadius - slack;
}

function wedgeOf(layout: FrameLayout, interestId: string): WedgeLayout {
  const wedge = layout.wedges.find((one) => one.interestId === interestId);
  if (wedge === undefined) {
    throw new Error(`no wedge ${interestId}`);
  }
  return wedge;
}

function expectSound(layout: FrameLayout, input: FrameInput): void {
  expect(layout.cards).toHaveLength(input.cards.length);
  const boxes = layout.cards.map(boxOf);
  for (const [index, box] of boxes.entries()) {
    expect(boxes.slice(index + 1).some((other) => overlap(box, other, 0))).toBe(false);
  }
  for (const card of layout.cards) {
    expect(insideWedge(card, wedgeOf(layout, card.interestId))).toBe(true);
  }
  const headings = layout.wedges.map(({ heading }) => heading.box);
  for (const [index, box] of headings.entries()) {
    expect(headings.slice(index + 1).some((other) => overlap(box, other, 0))).toBe(false);
    const reach = Math.hypot(Math.max(box.x, -box.x - box.width, 0), Math.max(box.y, -box.y - box.height, 0));
    expect(reach).toBeGreaterThan(layout.outerRadius);
    expect(box.x).toBeGreaterThanOrEqual(layout.bounds.x - 0.01);
    expect(box.x + box.width).toBeLessThanOrEqual(layout.bounds.x + layout.bounds.width + 0.01);
    expect(box.y).toBeGreaterThanOrEqual(layout.bounds.y - 0.01);
    expect(box.y + box.height).toBeLessThanOrEqual(layout.bounds.y + layout.bounds.height + 0.01);
  }
}

function centersOf(layout: FrameLayout): ReadonlyMap<string, Point> {
  return new Map(layout.cards.map((card) => [card.placementId, card.center]));
}

/** The layout without the card, or the cards, of this predicate. */
function others(layout: FrameLayout, keep: (card: CardLayout) => boolean): readonly [string, Point][] {
  return layout.cards.filter(keep).map((card) => [card.placementId, card.center]);
}

function put(input: FrameInput, placementId: string, change: Partial<FrameCard>): FrameInput {
  return {
    ...input,
    cards: input.cards.map((card) => (card.placementId === placementId ? { ...card, ...change } : card)),
  };
}

function fromTemplate(text: string): FrameInput {
  const board = JSON.parse(text);
  const cards = new Map<string, FrameCard>();
  for (const { organization_id, interest_id } of board.placements ?? []) {
    const placementId = `${organization_id}/${interest_id}`;
    const organization = board.organizations.find((one: { id: string }) => one.id === organization_id);
    cards.set(placementId, {
      placementId,
      organizationId: organization_id,
      interestId: interest_id,
      name: organization.name,
      tokenCount: 2,
      addedOrder: cards.get(placementId)?.addedOrder ?? cards.size,
    });
  }
  return { interests: board.interests, cards: [...cards.values()] };
}

describe('the frame without overlap', () => {
  it('[FRAME-1] [FRAME-2] [FRAME-3] random maps have no overlap, no card outside its wedge, no heading on another', () => {
    fc.assert(
      fc.property(workshop, (input) => expectSound(layoutFrame(input), input)),
      runs,
    );
  }, 60_000);

  it('[FRAME-1] [FRAME-2] the same holds when people have put a quarter of the cards by hand', () => {
    fc.assert(
      fc.property(byHand, (input) => expectSound(layoutFrame(input), input)),
      fewRuns,
    );
  }, 60_000);

  it('[FRAME-1] [FRAME-2] everybody piled on one spot of one wedge still stands apart', () => {
    const input = frameWith([2, 12, 3]);
    const piled = {
      ...input,
      cards: input.cards.map((card) => ({ ...card, position: { angle: 0.5, radius: 0.5 } })),
    };
    expectSound(layoutFrame(piled), piled);
  });

  it('[FRAME-1] [FRAME-2] 1 to 16 interests, empty, full, all in one, are laid out', () => {
    for (let count = 1; count <= 16; count += 1) {
      const shapes = [() => 0, () => 5, (at: number) => (at === 0 ? 80 : 0), (at: number) => at];
      for (const shape of shapes) {
        const input = frameWith(Array.from({ length: count }, (_, at) => shape(at)));
        expectSound(layoutFrame(input), input);
      }
    }
  });

  it('[FRAME-1] [FRAME-2] 12 interests with 300 organizations are laid out', () => {
    const input = frameWith(Array.from({ length: 12 }, (_, at) => 14 + 2 * at));
    expect(input.cards).toHaveLength(300);
    expectSound(layoutFrame(input), input);
  });

  it('[FRAME-1] no interests give the goal alone', () => {
    const layout = layoutFrame({ interests: [], cards: [cardIn(0, 0)] });
    expect(layout.wedges).toEqual([]);
    expect(layout.cards).toEqual([]);
    expect(layout.goal.radius).toBeGreaterThan(0);
  });

  it('[FRAME-1] [FRAME-2] [FRAME-3] the templates are laid out', () => {
    const files = import.meta.glob<string>('../../templates/*.json', { query: '?raw', import: 'default', eager: true });
    expect(Object.keys(files)).toHaveLength(6);
    for (const text of Object.values(files)) {
      const input = fromTemplate(text);
      expectSound(layoutFrame(input), input);
    }
  });
});

describe('the frame is the same for everybody', () => {
  it('[FRAME-4] the order of the input does not matter', () => {
    fc.assert(
      fc.property(byHand, fc.infiniteStream(fc.nat()), (input, numbers) => {
        const mix = <T>(list: readonly T[]): T[] =>
          list
            .map((value) => ({ value, key: numbers.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ value }) => value);
        const mixed = { interests: mix(input.interests), cards: mix(input.cards) };
        expect(layoutFrame(mixed)).toEqual(layoutFrame(input));
      }),
      fewRuns,
    );
  }, 60_000);

  it('[FRAME-5] the wedges stand clockwise in the order of the interests, the first at the top, and fill the circle', () => {
    fc.assert(
      fc.property(workshop, (input) => {
        const { wedges } = layoutFrame(input);
        expect(wedges.map(({ interestId }) => interestId)).toEqual(input.interests.map(({ id }) => id));
        const first = wedges[0];
        const last = wedges.at(-1);
        expect(((first?.start ?? 0) + (first?.end ?? 0)) / 2).toBeCloseTo(-Math.PI / 2, 6);
        expect((last?.end ?? 0) - (first?.start ?? 0)).toBeCloseTo(2 * Math.PI, 3);
      }),
      fewRuns,
    );
  }, 60_000);
});

describe('the frame is calm while people work', () => {
  it('[FRAME-6] a card more in a wedge with room moves others at most within its row', () => {
    fc.assert(
      fc.property(workshop, fc.nat(), (input, pick) => {
        const interest = input.interests[pick % input.interests.length]?.id ?? '';
        const had = input.cards.filter(({ interestId }) => interestId === interest).length;
        fc.pre(had < capacityFor(had));
        const before = layoutFrame(input);
        const newcomer = { ...cardIn(0, 0), placementId: 'newcomer', interestId: interest, addedOrder: 1e6 };
        const after = layoutFrame({ ...input, cards: [...input.cards, newcomer] });
        const away = (card: CardLayout): boolean => card.interestId !== interest;
        expect(others(after, away)).toEqual(others(before, away));
        expect(after.wedges.map(({ path }) => path)).toEqual(before.wedges.map(({ path }) => path));
        const row = after.cards.find(({ placementId }) => placementId === 'newcomer')?.row ?? null;
        for (const card of before.cards) {
          const now = after.cards.find(({ placementId }) => placementId === card.placementId);
          expect(now?.row).toBe(card.row);
          if (card.row !== row) {
            expect(now?.center).toEqual(card.center);
          }
        }
      }),
      runs,
    );
  }, 60_000);

  it('[FRAME-7] growth is rare: out of 60 additions to 12 interests at most every fourth reaches other wedges', () => {
    let input = frameWith(Array.from({ length: 12 }, () => 0));
    let before = layoutFrame(input);
    let reached = 0;
    for (let at = 0; at < 60; at += 1) {
      // Uneven, without chance: some interests are more popular.
      const interest = (at * at + 3 * at) % 12;
      input = { ...input, cards: [...input.cards, cardIn(interest, at)] };
      const after = layoutFrame(input);
      const was = centersOf(before);
      const moved = after.cards.some((card) => {
        const old = was.get(card.placementId);
        return card.interestId !== `interest-${interest}` && old !== undefined && old.x !== card.center.x;
      });
      reached += moved ? 1 : 0;
      before = after;
    }
    expect(reached).toBeLessThanOrEqual(15);
  });

  it('[FRAME-8] a card put by hand stays where it was put while other wedges grow', () => {
    const input = put(frameWith([3, 4, 2, 6, 3]), 'placement-1-2', { position: { angle: 0.5, radius: 0.55 } });
    const grown = { ...input, cards: [...input.cards, ...Array.from({ length: 30 }, (_, at) => cardIn(3, 100 + at))] };
    for (const layout of [layoutFrame(input), layoutFrame(grown)]) {
      const card = layout.cards.find(({ placementId }) => placementId === 'placement-1-2');
      expect(card?.position.angle).toBeCloseTo(0.5, 2);
      expect(card?.position.radius).toBeCloseTo(0.55, 2);
    }
  });

  it('[FRAME-8] a card put on the place of another changes places with it, and nobody else moves', () => {
    fc.assert(
      fc.property(workshop, fc.nat(), fc.nat(), (input, pick, otherPick) => {
        fc.pre(input.cards.length > 0);
        const before = layoutFrame(input);
        const chosen = before.cards[pick % before.cards.length];
        const sameWedge = before.cards.filter(({ interestId }) => interestId === chosen?.interestId);
        const other = sameWedge[otherPick % sameWedge.length];
        if (chosen === undefined || other === undefined) {
          return;
        }
        const { position } = gestureToPosition(before, other.center);
        const after = layoutFrame(put(input, chosen.placementId, { position: position ?? undefined }));
        const swapped = new Map(centersOf(before));
        swapped.set(chosen.placementId, other.center);
        swapped.set(other.placementId, chosen.center);
        expect(after.outerRadius).toBe(before.outerRadius);
        for (const card of after.cards) {
          const expected = swapped.get(card.placementId);
          expect(card.center.x).toBeCloseTo(expected?.x ?? 0, 3);
          expect(card.center.y).toBeCloseTo(expected?.y ?? 0, 3);
        }
      }),
      runs,
    );
  }, 60_000);

  it('[FRAME-8] a card put anywhere in a wedge moves nobody in other wedges while the ring keeps its size', () => {
    fc.assert(
      fc.property(workshop, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (input, pick, at) => {
        fc.pre(input.cards.length > 0);
        const chosen = input.cards[pick % input.cards.length];
        const before = layoutFrame(input);
        const after = layoutFrame(put(input, chosen?.placementId ?? '', { position: { angle: at, radius: 0.6 } }));
        expectSound(after, input);
        if (after.wedges.every(({ path }, index) => path === before.wedges[index]?.path)) {
          const away = (card: CardLayout): boolean => card.interestId !== chosen?.interestId;
          expect(others(after, away)).toEqual(others(before, away));
        }
      }),
      fewRuns,
    );
  }, 60_000);

  it('[FRAME-9] of two cards put on the same spot the later one is nudged, by the smallest way', () => {
    const position = { angle: 0.5, radius: 0.5 };
    const input = put(put(frameWith([4, 4, 4]), 'placement-1-0', { position }), 'placement-1-3', { position });
    const layout = layoutFrame(input);
    const [first, later] = ['placement-1-0', 'placement-1-3'].map((id) => centersOf(layout).get(id));
    const alone = layoutFrame(put(frameWith([4, 4, 4]), 'placement-1-0', { position }));
    expect(first).toEqual(centersOf(alone).get('placement-1-0'));
    const way = Math.hypot((later?.x ?? 0) - (first?.x ?? 0), (later?.y ?? 0) - (first?.y ?? 0));
    expect(way).toBeCloseTo(frameMeasures.card.height + frameMeasures.handGap, 3);
  });
});

describe('a place and back', () => {
  it('[FRAME-10] a card dropped where it stands is placed exactly there', () => {
    fc.assert(
      fc.property(workshop, fc.nat(), (input, pick) => {
        fc.pre(input.cards.length > 0);
        const layout = layoutFrame(input);
        const card = layout.cards[pick % layout.cards.length];
        if (card === undefined) {
          return;
        }
        const target = gestureToPosition(layout, card.center);
        expect(target.interestId).toBe(card.interestId);
        const again = layoutFrame(put(input, card.placementId, { position: target.position ?? undefined }));
        expect(again.outerRadius).toBe(layout.outerRadius);
        const now = centersOf(again).get(card.placementId);
        expect(now?.x).toBeCloseTo(card.center.x, 3);
        expect(now?.y).toBeCloseTo(card.center.y, 3);
      }),
      runs,
    );
  }, 60_000);

  it('[FRAME-10] a drop anywhere in the ring gives a place that stays the same when it is read again', () => {
    fc.assert(
      fc.property(
        workshop,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        (input, far, angle) => {
          const layout = layoutFrame(input);
          const radius = layout.innerRadius + 1 + far * (layout.outerRadius - layout.innerRadius - 2);
          const target = gestureToPosition(layout, { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius });
          expect(target.where).toBe('wedge');
          const newcomer = {
            ...cardIn(0, 0),
            placementId: 'newcomer',
            interestId: target.interestId ?? '',
            position: target.position ?? undefined,
            addedOrder: 1e6,
          };
          const placed = { ...input, cards: [...input.cards, newcomer] };
          const after = layoutFrame(placed);
          expectSound(after, placed);
          fc.pre(after.wedges.every(({ path }, index) => path === layout.wedges[index]?.path));
          const center = centersOf(after).get('newcomer') ?? { x: 0, y: 0 };
          const again = gestureToPosition(after, center);
          expect(again.interestId).toBe(target.interestId);
          expect(again.position?.angle).toBeCloseTo(target.position?.angle ?? -1, 4);
          expect(again.position?.radius).toBeCloseTo(target.position?.radius ?? -1, 4);
          expect(target.position?.angle).toBeGreaterThanOrEqual(0);
          expect(target.position?.radius).toBeLessThanOrEqual(1);
        },
      ),
      fewRuns,
    );
  }, 60_000);

  it('[FRAME-11] the goal and the outside belong to no interest, a heading to its own', () => {
    const layout = layoutFrame(frameWith([3, 3, 3, 3, 3]));
    expect(gestureToPosition(layout, { x: 0, y: 0 })).toEqual({ interestId: null, position: null, where: 'goal' });
    expect(gestureToPosition(layout, { x: 9999, y: 0 }).where).toBe('outside');
    const { box } = wedgeOf(layout, 'interest-2').heading;
    expect(gestureToPosition(layout, { x: box.x + box.width / 2, y: box.y + box.height / 2 })).toEqual({
      interestId: 'interest-2',
      position: null,
      where: 'heading',
    });
  });
});
