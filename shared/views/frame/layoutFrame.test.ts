import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '#shared/testing/randomRuns.ts';
import { rimPoint } from '../table/roundedTable.ts';
import type { CardLayout, FrameCard, FrameInput, FrameLayout, Point } from './FrameLayout.ts';
import { usualWish } from './cardForm.ts';
import { capacityFor, frameMeasures, frameTable } from './frameMeasures.ts';
import { gestureToPosition } from './gestureToPosition.ts';
import { layoutFrame } from './layoutFrame.ts';
import { LayoutMemory } from './LayoutMemory.ts';
import { cardIn, frameWith, randomFrame } from './testing/randomFrame.ts';
import { expectSound, wedgeOf } from './testing/soundFrame.ts';
import { positionAt } from './wedgePosition.ts';

const workshop = randomFrame({ interests: 16, organizations: 80, byHand: 0 });
/** While people still come there is room in many wedges. */
const beginning = randomFrame({ interests: 14, organizations: 16, byHand: 0 });
const byHand = randomFrame({ interests: 16, organizations: 60, byHand: 25 });
const runs = { numRuns: randomRuns(200), seed: 20260302 };
const fewRuns = { numRuns: randomRuns(25), seed: 7 };

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
      hasState: false,
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
  }, 600_000);

  it('[FRAME-1] [FRAME-2] the same holds when people have put a quarter of the cards by hand', () => {
    fc.assert(
      fc.property(byHand, (input) => expectSound(layoutFrame(input), input)),
      fewRuns,
    );
  }, 600_000);

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
    expect(layout.goalRadius).toBeGreaterThan(0);
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
  }, 600_000);

  it('[FRAME-5] the wedges stand clockwise in the order of the interests, the first at the top, and fill the circle', () => {
    fc.assert(
      fc.property(workshop, (input) => {
        const { wedges } = layoutFrame(input);
        expect(wedges.map(({ interestId }) => interestId)).toEqual(input.interests.map(({ id }) => id));
        const [first, last] = [wedges[0]?.edges, wedges.at(-1)?.edges];
        expect(wedges.every(({ edges }, at) => at === 0 || edges.start === wedges[at - 1]?.edges.end)).toBe(true);
        expect((last?.end ?? 0) - (first?.start ?? 0)).toBeCloseTo(2 * Math.PI, 3);
        // the share of the first one lies as much before the top as behind it
        expect(first?.start).toBeLessThan(-Math.PI / 2);
        expect(first?.end).toBeGreaterThan(-Math.PI / 2);
      }),
      fewRuns,
    );
  }, 600_000);
});

describe('the frame is calm while people work', () => {
  it('[FRAME-6] a card more in a wedge with room moves nothing in other wedges, and keeps the order in its own', () => {
    fc.assert(
      fc.property(beginning, fc.nat(), (input, pick) => {
        const before = layoutFrame(input);
        const roomy = before.wedges.filter(({ places }) => places.some(({ placementId }) => placementId === null));
        fc.pre(roomy.length > 0);
        const interest = roomy[pick % roomy.length]?.interestId ?? '';
        const newcomer = {
          ...cardIn(0, 0),
          ...usualWish,
          placementId: 'newcomer',
          interestId: interest,
          addedOrder: 1e6,
        };
        const after = layoutFrame({ ...input, cards: [...input.cards, newcomer] });
        expect(after.wedges.map(({ edges }) => edges)).toEqual(before.wedges.map(({ edges }) => edges));
        const away = (card: CardLayout): boolean => card.interestId !== interest;
        expect(others(after, away)).toEqual(others(before, away));
        expect(after.style).toEqual(before.style);
        const placesOf = (layout: FrameLayout): readonly (string | null)[] =>
          wedgeOf(layout, interest).places.flatMap(({ placementId }) => placementId ?? []);
        expect(placesOf(after)).toEqual([...placesOf(before), 'newcomer']);
      }),
      fewRuns,
    );
  }, 600_000);

  /** Of 60 cards that come one after the other into 12 interests, how many move something in other wedges. */
  function reaching(interestAt: (at: number) => number): number {
    const memory = new LayoutMemory();
    let input = frameWith(Array.from({ length: 12 }, () => 0));
    let before = layoutFrame(input, memory);
    let reached = 0;
    for (let at = 0; at < 60; at += 1) {
      const interest = interestAt(at);
      input = { ...input, cards: [...input.cards, cardIn(interest, at)] };
      const after = layoutFrame(input, memory);
      const was = centersOf(before);
      const moved = after.cards.some((card) => {
        const old = was.get(card.placementId);
        return card.interestId !== `interest-${interest}` && old !== undefined && old.x !== card.center.x;
      });
      reached += moved ? 1 : 0;
      before = after;
    }
    return reached;
  }

  it('[FRAME-7] growth is rare: of 60 additions to 12 interests at most two of five reach other wedges, every second where all of them go to four', () => {
    expect(reaching((at) => (at * 7) % 12)).toBeLessThanOrEqual(24);
    expect(reaching((at) => (at * at + 3 * at) % 12)).toBeLessThanOrEqual(30);
  }, 600_000);

  it('[FRAME-7] a wedge is laid out for a few cards more than it has, for fewer where letters are small', () => {
    const counts = [0, 1, 2, 3, 4, 5, 9, 11, 16, 17];
    expect(counts.map((count) => capacityFor(count, { scale: 1.2 }))).toEqual([3, 3, 3, 3, 6, 6, 9, 12, 18, 18]);
    expect(counts.map((count) => capacityFor(count, { scale: 1 }))).toEqual([2, 2, 2, 4, 4, 6, 10, 12, 18, 18]);
  });

  it('[FRAME-8] a card put by hand stays where it was put while other wedges grow', () => {
    const input = put(frameWith([3, 6, 2, 6, 3]), 'placement-1-2', { position: { angle: 0.5, radius: 0.55 } });
    const grown = { ...input, cards: [...input.cards, ...Array.from({ length: 30 }, (_, at) => cardIn(3, 100 + at))] };
    for (const layout of [layoutFrame(input), layoutFrame(grown)]) {
      const card = layout.cards.find(({ placementId }) => placementId === 'placement-1-2');
      const { edges } = wedgeOf(layout, 'interest-1');
      const position = positionAt(edges, card?.center ?? { x: 0, y: 0 });
      expect(position.angle).toBeCloseTo(0.5, 2);
      expect(position.radius).toBeCloseTo(0.55, 2);
    }
  });

  it('[FRAME-8] a card put on the place of another changes places with it, and nobody else moves', () => {
    fc.assert(
      fc.property(workshop, fc.nat(), ({ interests, cards }, pick) => {
        const input = { interests, cards: cards.map((card) => ({ ...card, ...usualWish })) };
        const before = layoutFrame(input);
        // a larger card may find no room where a smaller one stood
        const pairs = before.cards.flatMap((one) =>
          before.cards
            .filter((other) => other !== one && other.interestId === one.interestId)
            .filter(({ form }) => form.width === one.form.width && form.height === one.form.height)
            .map((other) => [one, other] as const),
        );
        fc.pre(pairs.length > 0);
        const [chosen, other] = pairs[pick % pairs.length] ?? [];
        if (chosen === undefined || other === undefined) throw new Error('no pair');
        const { position } = gestureToPosition(before, other.center, chosen.form);
        const after = layoutFrame(put(input, chosen.placementId, { position: position ?? undefined }));
        const swapped = new Map(centersOf(before));
        swapped.set(chosen.placementId, other.center);
        swapped.set(other.placementId, chosen.center);
        expect(after.step).toBe(before.step);
        for (const card of after.cards) {
          const expected = swapped.get(card.placementId);
          expect(card.center.x).toBeCloseTo(expected?.x ?? 0, 3);
          expect(card.center.y).toBeCloseTo(expected?.y ?? 0, 3);
        }
      }),
      fewRuns,
    );
  }, 600_000);

  it('[FRAME-8] a card put anywhere in a wedge moves nobody in other wedges while dividers stay', () => {
    fc.assert(
      fc.property(workshop, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (input, pick, at) => {
        fc.pre(input.cards.length > 0);
        const chosen = input.cards[pick % input.cards.length];
        const before = layoutFrame(input);
        const after = layoutFrame(put(input, chosen?.placementId ?? '', { position: { angle: at, radius: 0.6 } }));
        expectSound(after, input);
        if (after.wedges.every(({ edges }, index) => edges.end === before.wedges[index]?.edges.end)) {
          const away = (card: CardLayout): boolean => card.interestId !== chosen?.interestId;
          expect(others(after, away)).toEqual(others(before, away));
        }
      }),
      fewRuns,
    );
  }, 600_000);

  it('[FRAME-9] of two cards put on the same spot the later one is nudged, by the smallest way', () => {
    const position = { angle: 0.5, radius: 0.5 };
    const input = put(put(frameWith([4, 4, 4]), 'placement-1-0', { position }), 'placement-1-3', { position });
    const layout = layoutFrame(input);
    const [first, later] = ['placement-1-0', 'placement-1-3'].map((id) => centersOf(layout).get(id));
    const alone = layoutFrame(put(frameWith([4, 4, 4]), 'placement-1-0', { position }));
    expect(first).toEqual(centersOf(alone).get('placement-1-0'));
    const way = Math.hypot((later?.x ?? 0) - (first?.x ?? 0), (later?.y ?? 0) - (first?.y ?? 0));
    const { form } = alone.cards.find(({ placementId }) => placementId === 'placement-1-0') ?? {};
    expect(way).toBeLessThanOrEqual(Math.max(form?.width ?? 0, form?.height ?? 0) + frameMeasures.handGap.down + 0.01);
    expectSound(layout, input);
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
        const target = gestureToPosition(layout, card.center, card.form);
        expect(target.interestId).toBe(card.interestId);
        const again = layoutFrame(put(input, card.placementId, { position: target.position ?? undefined }));
        expect(again.step).toBe(layout.step);
        const now = centersOf(again).get(card.placementId);
        expect(now?.x).toBeCloseTo(card.center.x, 3);
        expect(now?.y).toBeCloseTo(card.center.y, 3);
      }),
      fewRuns,
    );
  }, 600_000);

  it('[FRAME-10] a drop anywhere on the table gives a place that stays the same when it is read again', () => {
    fc.assert(
      fc.property(
        workshop,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        (input, far, angle) => {
          const layout = layoutFrame(input);
          const rim = rimPoint(frameTable, angle);
          const share = frameTable.ring / Math.hypot(rim.x, rim.y);
          const out = share + 0.01 + far * (0.98 - share);
          const size = { width: 116, height: 46 };
          const target = gestureToPosition(layout, { x: rim.x * out, y: rim.y * out }, size);
          fc.pre(target.where !== 'heading');
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
          fc.pre(after.wedges.every(({ edges }, index) => edges.end === layout.wedges[index]?.edges.end));
          const there = after.cards.find(({ placementId }) => placementId === 'newcomer');
          if (there === undefined) throw new Error('no newcomer');
          const again = gestureToPosition(after, there.center, there.form);
          expect(again.interestId).toBe(target.interestId);
          const stored = positionAt(wedgeOf(after, there.interestId).edges, there.center);
          expect(again.position?.angle).toBeCloseTo(stored.angle, 4);
          expect(again.position?.radius).toBeCloseTo(stored.radius, 4);
          expect(target.position?.angle).toBeGreaterThanOrEqual(0);
          expect(target.position?.radius).toBeLessThanOrEqual(1);
        },
      ),
      fewRuns,
    );
  }, 600_000);

  it('[FRAME-11] the goal and the outside belong to no interest, a heading to its own', () => {
    const layout = layoutFrame(frameWith([3, 3, 3, 3, 3]));
    const size = { width: 116, height: 46 };
    expect(gestureToPosition(layout, { x: 0, y: 0 }, size)).toEqual({
      interestId: null,
      position: null,
      where: 'goal',
    });
    expect(gestureToPosition(layout, { x: 9999, y: 0 }, size).where).toBe('outside');
    const { box } = wedgeOf(layout, 'interest-2').heading;
    expect(gestureToPosition(layout, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, size)).toEqual({
      interestId: 'interest-2',
      position: null,
      where: 'heading',
    });
  });
});
