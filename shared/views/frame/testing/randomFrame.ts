/** Random maps for the tests of the layout: uneven interests, long and short names, some cards put by hand. */
import * as fc from 'fast-check';
import type { FrameCard, FrameInput, FrameInterest } from '../FrameLayout.ts';

const words = [
  'City',
  'Council',
  'of',
  'Neighbors',
  'Regional',
  'Workforce',
  'Development',
  'Foundation',
  'Ñuble',
  '(backbone)',
];

const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 }).map((parts) => parts.join(' '));

export interface FrameSize {
  readonly interests: number;
  readonly organizations: number;
  /** Chance in percent that a card was put by hand. */
  readonly byHand: number;
}

/** A map of up to this size; every organization stands in up to four interests, often in the same popular ones. */
export function randomFrame(most: FrameSize): fc.Arbitrary<FrameInput> {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  return fc
    .record({
      titles: fc.array(name, { minLength: 1, maxLength: most.interests, size: 'max' }),
      organizations: fc.array(
        fc.record({
          name,
          picks: fc.array(unit, { minLength: 1, maxLength: 4 }),
          tokenCount: fc.nat(8),
          hand: fc.integer({ min: 0, max: 99 }),
          angle: unit,
          radius: unit,
        }),
        { maxLength: most.organizations, size: 'max' },
      ),
      popularity: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ titles, organizations, popularity }) => {
      const interests = titles.map((title, order): FrameInterest => ({ id: `interest-${order}`, title, order }));
      const cards = organizations.flatMap((organization, number) => {
        const places = new Set(
          organization.picks.map((pick) => Math.min(titles.length - 1, Math.floor(pick ** popularity * titles.length))),
        );
        return [...places].map((place): FrameCard => ({
          placementId: `placement-${number}-${place}`,
          organizationId: `organization-${number}`,
          interestId: `interest-${place}`,
          name: organization.name,
          tokenCount: organization.tokenCount,
          hasState: organization.hand % 4 === 0,
          addedOrder: number,
          ...(organization.hand < most.byHand
            ? { position: { angle: organization.angle, radius: organization.radius } }
            : {}),
        }));
      });
      return { interests, cards };
    });
}

/** A map with so many cards in each interest, in the order given. */
export function frameWith(counts: readonly number[]): FrameInput {
  return {
    interests: counts.map((_, order) => ({ id: `interest-${order}`, title: `Interest number ${order}`, order })),
    cards: counts.flatMap((count, order) => Array.from({ length: count }, (_, at) => cardIn(order, at))),
  };
}

export function cardIn(interest: number, at: number): FrameCard {
  return {
    placementId: `placement-${interest}-${at}`,
    organizationId: `organization-${interest}-${at}`,
    interestId: `interest-${interest}`,
    name: 'Regional Workforce Board',
    tokenCount: 2,
    hasState: false,
    addedOrder: at,
  };
}
