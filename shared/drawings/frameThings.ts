/** The frame as things with their places: what stands on the canvas of everybody who sees this map on this day, and in a picture of it. */
import type { CardFacts } from './drawCard.ts';
import type { GoalFacts } from './drawGoal.ts';
import type { TokenFacts } from './drawToken.ts';
import type { WedgeFacts } from './drawWedge.ts';
import type { EntityOf } from '../map/collections.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import { notPlaced } from '../map/readings/notPlaced.ts';
import { standardSectors } from '#shared/kinds/values.ts';
import { belowTable } from '../views/frame/belowTable.ts';
import type { CardForm } from '../views/frame/cardForm.ts';
import { frameInput, goalProgress, peopleOnCards } from '../views/frame/frameContents.ts';
import type { FrameLayout, Point, TokenSlot, WedgeLayout } from '../views/frame/FrameLayout.ts';
import { layoutFrame } from '../views/frame/layoutFrame.ts';
import { frameMeasures } from '../views/frame/frameMeasures.ts';
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
  /** Null below the table. */
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

export interface FrameOptions {
  /** With one it is the same and costs less. */
  readonly memory?: LayoutMemory | undefined;
  /** Interests to talk about first. */
  readonly firsts?: ReadonlySet<string> | undefined;
}

const nowhere: ReadonlySet<string> = new Set();

export function frameThings(index: MapIndex, { memory, firsts = nowhere }: FrameOptions = {}): FrameThings {
  const people = peopleOnCards(index);
  const layout = layoutFrame(frameInput(index, people), memory);
  const labels = new Map(index.map.sectors.map(({ id, label }) => [id, label]));
  const waiting = notPlaced(index.map);
  const places = belowTable(
    layout,
    waiting.map(({ id, name }) => ({
      name,
      tokenCount: people(id, null).length,
      // it says that it is not placed, or why it is not at the table
      hasState: true,
    })),
  );
  const cardOf = (organization: Organization, interestId: string | null, at: Point, form: CardForm): CardThing => {
    const standing = people(organization.id, interestId);
    const facts = cardFacts(organization, interestId, form, { labels, tokenCount: standing.length });
    const shown = form.tokenOverflow > 0 ? standing.slice(0, form.tokens.length - 1) : standing;
    const tokens = shown.flatMap((person, place) => {
      const slot = form.tokens[place];
      return slot ? [tokenThing(person, organization, slot)] : [];
    });
    return { organization, interestId, at, facts, tokens };
  };
  const here = new Set(
    layout.cards.flatMap(({ organizationId, interestId }) =>
      index.organizations.get(organizationId)?.engagement === 'partner' ? [interestId] : [],
    ),
  );
  const filled = new Set(layout.cards.map(({ interestId }) => interestId));
  const radius = layout.goalRadius;
  return {
    layout,
    goal: { at: { x: -radius, y: -radius }, facts: goalFacts(index, radius) },
    wedges: layout.wedges.flatMap((wedge) => {
      const interest = index.interests.get(wedge.interestId);
      if (!interest) return [];
      const onlyAway = filled.has(interest.id) && !here.has(interest.id);
      const facts = { ...wedgeFacts(index, interest, wedge), onlyAway, isFirst: firsts.has(interest.id) };
      return [{ interest, wedge, facts }];
    }),
    cards: [
      ...layout.cards.flatMap((card) => {
        const organization = index.organizations.get(card.organizationId);
        const { center, form } = card;
        const at = { x: center.x - form.width / 2, y: center.y - form.height / 2 };
        return organization ? [cardOf(organization, card.interestId, at, form)] : [];
      }),
      ...waiting.flatMap((organization, place) => {
        const { at, form } = places[place] ?? {};
        return at && form ? [cardOf(organization, null, at, form)] : [];
      }),
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
  { heading, edges, chairs }: WedgeLayout,
): Omit<WedgeFacts, 'onlyAway' | 'isFirst'> {
  const { textBox, lines, fontSize, lineHeight, isBeside, marks } = heading;
  return {
    text: interest.title,
    essential: interest.weight === 'essential',
    edges,
    heading: { ...textBox, lines: [...lines], fontSize, lineHeight, isBeside, marks: [...marks] },
    chairs: [...chairs],
    voices: { ...(index.voices.get(interest.id) ?? { designee: 0, doer: 0, decision_maker: 0 }) },
  };
}

function cardFacts(
  { name, sector, engagement }: Organization,
  interestId: string | null,
  { style, width, height, textX, textWidth, lines, second, isCut, tokenOverflow }: CardForm,
  { labels, tokenCount }: { readonly labels: ReadonlyMap<string, string>; readonly tokenCount: number },
): CardFacts {
  const isStandard = standardSectors.some((known) => known === sector);
  return {
    text: name,
    sector,
    sectorLabel: sector === null || isStandard ? '' : labels.get(sector) || sector,
    engagement: engagement ?? 'not_contacted',
    interestId,
    tokenCount,
    form: {
      width,
      height,
      ratio: style.scale,
      hasStrip: style.hasStrip,
      textX,
      textWidth,
      lines: [...lines],
      second: [...second],
      isCut,
      more: tokenOverflow,
    },
  };
}

function tokenThing(person: TokenThing['person'], { engagement }: Organization, slot: TokenSlot): TokenThing {
  const { diamond, size: plain } = frameMeasures.token;
  const size = slot.size * (person.kind === 'decision_maker' ? diamond / plain : 1);
  return {
    person,
    at: { x: slot.x - size / 2, y: slot.y - size / 2 },
    facts: { size, kind: person.kind, atTable: engagement === 'partner' },
  };
}
