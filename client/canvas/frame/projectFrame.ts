/** The map as shapes: a pure function with stable ids. What stands on the canvas of everybody who sees this map on this day. */
import type { IndexKey, TLPageId, TLParentId, TLShapeId } from '@tldraw/tldraw';
import { spokenFor, indexMap, groupBy, type MapIndex } from '#shared/map/MapIndex.ts';
import type { EntityOf } from '#shared/map/collections.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { isActive } from '#shared/map/readings/current.ts';
import { goalPath } from '#shared/map/readings/goalPath.ts';
import { notPlaced } from '#shared/map/readings/notPlaced.ts';
import { standardSectors } from '#shared/map/values.ts';
import type { CardShape, FrameShape, GoalProgress, GoalShape, TokenShape, WedgeShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import type { FrameCard, FrameLayout, TokenSlot } from '#shared/frame/FrameLayout.ts';
import { cardContents, type CardContents } from '#shared/frame/cardContents.ts';
import { frameMeasures } from '#shared/frame/frameMeasures.ts';
import { layoutFrame } from '#shared/frame/layoutFrame.ts';
import { besideRing } from './besideRing.ts';
import { cardShapeId, goalShapeId, interestShapeId, stackIndex, tokenIndex, tokenShapeId } from './projectedIds.ts';

type Placement = EntityOf<'placements'>;
type Organization = EntityOf<'organizations'>;
type Representative = EntityOf<'representatives'>;

export interface FrameProjection {
  readonly records: readonly FrameShape[];
  readonly layout: FrameLayout;
}

/** The day is an ISO day; the page is the one that carries the frame. */
export function projectFrame(map: PartnershipMap, asOf: string, page: TLPageId): FrameProjection {
  const index = indexMap(map, asOf);
  const people = peopleOn(index);
  const layout = layoutFrame({
    interests: map.interests.map(({ id, title, placeholder, weight, order }) => ({
      id,
      title: title.trim() || placeholder,
      weight,
      order,
    })),
    cards: cardsOf(index, people),
  });
  const records: FrameShape[] = [goalShape(index, layout, page)];
  for (const wedge of layout.wedges) {
    const interest = index.interests.get(wedge.interestId);
    if (interest) records.push(wedgeShape(index, interest, wedge, layout, page));
  }
  const sectorLabels = new Map(map.sectors.map((sector) => [sector.id, sector.label]));
  const addCard = (
    organization: Organization,
    interest: string | null,
    at: { x: number; y: number },
    known?: CardContents,
  ) => {
    const standing = people(organization.id, interest);
    const contents = known ?? cardContents(organization.name, standing.length);
    const card = cardShape(organization, interest, at, standing.length, sectorLabels, page);
    const shown = contents.tokenOverflow > 0 ? standing.slice(0, contents.tokens.length - 1) : standing;
    records.push(card);
    for (const [place, person] of shown.entries()) {
      const slot = contents.tokens[place];
      if (slot) records.push(tokenShape(person, organization, interest, slot, place, card.id));
    }
  };
  for (const card of layout.cards) {
    const organization = index.organizations.get(card.organizationId);
    const { center, width, height } = card;
    if (organization)
      addCard(organization, card.interestId, { x: center.x - width / 2, y: center.y - height / 2 }, card);
  }
  const waiting = notPlaced(map);
  const places = besideRing(layout, waiting.length);
  for (const [at, organization] of waiting.entries()) addCard(organization, null, places[at] ?? { x: 0, y: 0 });
  return { records, layout };
}

type PeopleOf = (organization: string, interest: string | null) => readonly Representative[];

/** Who has a token on which card: everybody in place on that day, also of organizations that are not at the table. */
function peopleOn(index: MapIndex): PeopleOf {
  const { map, asOf, interestsOfOrganization } = index;
  const byOrganization = groupBy(
    map.representatives.filter((person) => isActive(person, asOf)),
    (person) => person.organization_id,
  );
  return (organization, interest) => {
    const all = byOrganization.get(organization) ?? [];
    if (interest === null) return all;
    return all.filter((person) => spokenFor(person, interestsOfOrganization).includes(interest));
  };
}

/** One card per organization and interest, whatever the number of its parts of work there; the first placement leads. */
function cardsOf(index: MapIndex, people: PeopleOf): readonly FrameCard[] {
  const cards = new Map<string, FrameCard>();
  const positionOf = (placement: Placement) => {
    if (placement.position === null) return undefined;
    const [angle, radius] = placement.position;
    return { angle, radius };
  };
  for (const placement of index.map.placements) {
    const { organization_id: organizationId, interest_id: interestId } = placement;
    const organization = index.organizations.get(organizationId);
    if (interestId === null || !organization) continue;
    const placementId = cardShapeId(organizationId, interestId);
    const earlier = cards.get(placementId);
    if (earlier) {
      const position = earlier.position ?? positionOf(placement);
      cards.set(placementId, { ...earlier, position });
      continue;
    }
    cards.set(placementId, {
      placementId,
      organizationId,
      interestId,
      name: organization.name,
      position: positionOf(placement),
      tokenCount: people(organizationId, interestId).length,
      addedOrder: placement.order,
    });
  }
  return [...cards.values()];
}

function base<I extends TLShapeId>(id: I, parentId: TLParentId, index: IndexKey, x: number, y: number) {
  return {
    id,
    typeName: 'shape' as const,
    parentId,
    index,
    x,
    y,
    rotation: 0,
    opacity: 1 as const,
    isLocked: false,
    meta: {},
  };
}

function progressOf(index: MapIndex): GoalProgress | null {
  const path = goalPath(index);
  const { baseline, target } = index.map.goal;
  if (!path || baseline.value === null || target.value === null || baseline.value === target.value) return null;
  const from = baseline.value;
  const whole = target.value - from;
  const share = (value: number) => Math.min(1, Math.max(0, (value - from) / whole));
  const { latest, gap, status } = path;
  return { now: share(latest), expected: share(path.expected), latest, gap, status };
}

function goalShape(index: MapIndex, layout: FrameLayout, page: TLPageId): GoalShape {
  const { radius } = layout.goal;
  const { statement, target, unit } = index.map.goal;
  return {
    ...base(goalShapeId, page, stackIndex('goal', goalShapeId), -radius, -radius),
    type: frameShapeTypes.goal,
    props: {
      radius,
      text: statement,
      value: target.value,
      unit,
      until: target.date,
      progress: progressOf(index),
    },
  };
}

function wedgeShape(
  index: MapIndex,
  interest: EntityOf<'interests'>,
  wedge: FrameLayout['wedges'][number],
  layout: FrameLayout,
  page: TLPageId,
): WedgeShape {
  const id = interestShapeId(interest.id);
  const { heading, start, end, innerRadius, outerRadius, path } = wedge;
  return {
    ...base(id, page, stackIndex('wedge', id), 0, 0),
    type: frameShapeTypes.wedge,
    props: {
      interestId: interest.id,
      text: interest.title,
      essential: interest.weight === 'essential',
      start,
      end,
      innerRadius,
      outerRadius,
      path,
      ringScale: layout.scale,
      heading: {
        ...heading.textBox,
        lines: [...heading.text.lines],
        fontSize: heading.text.fontSize,
        lineHeight: heading.text.lineHeight,
        align: heading.align,
        tokens: heading.tokens.map(({ x, y, size }) => ({ x, y, size })),
      },
      voices: { ...(index.voices.get(interest.id) ?? { designee: 0, doer: 0, decision_maker: 0 }) },
    },
  };
}

function cardShape(
  organization: Organization,
  interest: string | null,
  at: { readonly x: number; readonly y: number },
  tokenCount: number,
  sectorLabels: ReadonlyMap<string, string>,
  page: TLPageId,
): CardShape {
  const id = cardShapeId(organization.id, interest);
  const { sector } = organization;
  const isStandard = standardSectors.some((known) => known === sector);
  return {
    ...base(id, page, stackIndex('card', id), at.x, at.y),
    type: frameShapeTypes.card,
    props: {
      w: frameMeasures.card.width,
      h: frameMeasures.card.height,
      organizationId: organization.id,
      interestId: interest,
      text: organization.name,
      sector,
      sectorLabel: sector === null || isStandard ? '' : sectorLabels.get(sector) || sector,
      engagement: organization.engagement ?? 'not_contacted',
      tokenCount,
    },
  };
}

function tokenShape(
  person: Representative,
  organization: Organization,
  interest: string | null,
  slot: TokenSlot,
  place: number,
  card: TLShapeId,
): TokenShape {
  return {
    ...base(tokenShapeId(person.id, interest), card, tokenIndex(place), slot.x - slot.size / 2, slot.y - slot.size / 2),
    type: frameShapeTypes.token,
    props: {
      size: slot.size,
      representativeId: person.id,
      organizationId: organization.id,
      interestId: interest,
      kind: person.kind,
      text: person.role_title,
      atTable: organization.engagement === 'partner',
    },
  };
}
