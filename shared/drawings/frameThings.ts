/** The frame as things with their places: what stands on the canvas of everybody who sees this map on this day, and in a picture of it. */
import type { CardFacts } from './drawCard.ts';
import type { GoalFacts } from './drawGoal.ts';
import type { TokenFacts } from './drawToken.ts';
import type { WedgeFacts } from './drawWedge.ts';
import type { EntityOf } from '../map/collections.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import { notPlaced } from '../map/readings/notPlaced.ts';
import { standardSectors } from '#shared/kinds/values.ts';
import { besideRing } from '../views/frame/besideRing.ts';
import { cardContents, type CardContents } from '../views/frame/cardContents.ts';
import { frameInput, goalProgress, peopleOnCards } from '../views/frame/frameContents.ts';
import type { FrameLayout, Point, TokenSlot, WedgeLayout } from '../views/frame/FrameLayout.ts';
import { layoutFrame } from '../views/frame/layoutFrame.ts';
import type { LayoutMemory } from '../views/frame/LayoutMemory.ts';

type Organization = EntityOf<'organizations'>;

export interface TokenThing {
  readonly person: EntityOf<'representatives'>;
  /** Its upper left corner, seen from its card. */
  readonly at: Point;
  readonly facts: TokenFacts;
}

export interface CardThing {
  readonly organization: Organization;
  /** Null below the ring. */
  readonly interestId: string | null;
  readonly at: Point;
  readonly facts: CardFacts;
  readonly tokens: readonly TokenThing[];
}

export interface WedgeThing {
  readonly interest: EntityOf<'interests'>;
  readonly wedge: WedgeLayout;
  readonly facts: WedgeFacts;
}

export interface FrameThings {
  readonly layout: FrameLayout;
  readonly goal: { readonly at: Point; readonly facts: GoalFacts };
  readonly wedges: readonly WedgeThing[];
  readonly cards: readonly CardThing[];
}

/** With a memory it is the same and costs less. */
export function frameThings(index: MapIndex, memory?: LayoutMemory): FrameThings {
  const people = peopleOnCards(index);
  const layout = layoutFrame(frameInput(index, people), memory);
  const labels = new Map(index.map.sectors.map(({ id, label }) => [id, label]));
  const { radius } = layout.goal;
  const waiting = notPlaced(index.map);
  const places = besideRing(layout, waiting.length);
  const cardOf = (
    organization: Organization,
    interestId: string | null,
    at: Point,
    known?: CardContents,
  ): CardThing => {
    const standing = people(organization.id, interestId);
    const contents = known ?? cardContents(organization.name, standing.length);
    const facts = cardFacts(organization, interestId, standing.length, labels);
    const shown = contents.tokenOverflow > 0 ? standing.slice(0, contents.tokens.length - 1) : standing;
    const tokens = shown.flatMap((person, place) => {
      const slot = contents.tokens[place];
      return slot ? [tokenThing(person, organization, slot)] : [];
    });
    return { organization, interestId, at, facts, tokens };
  };
  return {
    layout,
    goal: { at: { x: -radius, y: -radius }, facts: goalFacts(index, radius) },
    wedges: layout.wedges.flatMap((wedge) => {
      const interest = index.interests.get(wedge.interestId);
      return interest ? [{ interest, wedge, facts: wedgeFacts(index, interest, wedge, layout.scale) }] : [];
    }),
    cards: [
      ...layout.cards.flatMap((card) => {
        const organization = index.organizations.get(card.organizationId);
        const { center, width, height } = card;
        const at = { x: center.x - width / 2, y: center.y - height / 2 };
        return organization ? [cardOf(organization, card.interestId, at, card)] : [];
      }),
      ...waiting.map((organization, place) => cardOf(organization, null, places[place] ?? { x: 0, y: 0 })),
    ],
  };
}

function goalFacts(index: MapIndex, radius: number): GoalFacts {
  const { statement, target, unit } = index.map.goal;
  return { radius, text: statement, value: target.value, unit, until: target.date, progress: goalProgress(index) };
}

function wedgeFacts(
  index: MapIndex,
  interest: EntityOf<'interests'>,
  { heading, start, end, outerRadius, path }: WedgeLayout,
  ringScale: number,
): WedgeFacts {
  return {
    text: interest.title,
    essential: interest.weight === 'essential',
    start,
    end,
    outerRadius,
    path,
    ringScale,
    heading: {
      ...heading.textBox,
      lines: [...heading.text.lines],
      fontSize: heading.text.fontSize,
      lineHeight: heading.text.lineHeight,
      align: heading.align,
      tokens: heading.tokens.map(({ x, y, size }) => ({ x, y, size })),
    },
    voices: { ...(index.voices.get(interest.id) ?? { designee: 0, doer: 0, decision_maker: 0 }) },
  };
}

function cardFacts(
  { name, sector, engagement }: Organization,
  interestId: string | null,
  tokenCount: number,
  labels: ReadonlyMap<string, string>,
): CardFacts {
  const isStandard = standardSectors.some((known) => known === sector);
  return {
    text: name,
    sector,
    sectorLabel: sector === null || isStandard ? '' : labels.get(sector) || sector,
    engagement: engagement ?? 'not_contacted',
    interestId,
    tokenCount,
  };
}

function tokenThing(person: TokenThing['person'], { engagement }: Organization, { x, y, size }: TokenSlot): TokenThing {
  return {
    person,
    at: { x: x - size / 2, y: y - size / 2 },
    facts: { size, kind: person.kind, atTable: engagement === 'partner' },
  };
}
