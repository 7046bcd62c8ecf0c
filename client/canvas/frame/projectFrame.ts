/** The map as shapes: a pure function with stable ids. What stands on the canvas of everybody who sees this map on this day. */
import type { IndexKey, TLPageId, TLParentId, TLShapeId } from '@tldraw/tldraw';
import { indexMap, type MapIndex } from '#shared/map/MapIndex.ts';
import type { EntityOf } from '#shared/map/collections.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { notPlaced } from '#shared/map/readings/notPlaced.ts';
import { standardSectors } from '#shared/kinds/values.ts';
import type { CardShape, FrameShape, GoalShape, TokenShape, WedgeShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';
import type { FrameLayout, TokenSlot } from '#shared/views/frame/FrameLayout.ts';
import { cardContents, type CardContents } from '#shared/views/frame/cardContents.ts';
import { frameMeasures } from '#shared/views/frame/frameMeasures.ts';
import { frameInput, goalProgress, peopleOnCards } from '#shared/views/frame/frameContents.ts';
import { layoutFrame } from '#shared/views/frame/layoutFrame.ts';
import { LayoutMemory } from '#shared/views/frame/LayoutMemory.ts';
import { besideRing } from '#shared/views/frame/besideRing.ts';
import { cardShapeId, goalShapeId, interestShapeId, tokenShapeId } from './frameShapeIds.ts';
import { placeIndex, stackIndex } from '../projected/stackIndex.ts';
import type { Project, Projection } from '../projected/View.ts';

type Organization = EntityOf<'organizations'>;
type Representative = EntityOf<'representatives'>;

export type FrameProjection = Projection<FrameShape, FrameLayout>;

/** What is remembered of the layout costs less the next time, and changes nothing. */
export function frameFirst(): Project<FrameShape, FrameLayout> {
  const memory = new LayoutMemory();
  return (map, { asOf, page }) => projectFrame(map, asOf, page, memory);
}

/** The day is an ISO day; the page is the one that carries the frame. With a memory it is the same and costs less. */
export function projectFrame(
  map: PartnershipMap,
  asOf: string,
  page: TLPageId,
  memory?: LayoutMemory,
): FrameProjection {
  const index = indexMap(map, asOf);
  const people = peopleOnCards(index);
  const layout = layoutFrame(frameInput(index, people), memory);
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
  return { records, layout, area: layout.bounds };
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

function goalShape(index: MapIndex, layout: FrameLayout, page: TLPageId): GoalShape {
  const { radius } = layout.goal;
  const { statement, target, unit } = index.map.goal;
  return {
    ...base(goalShapeId, page, stackIndex('y', goalShapeId), -radius, -radius),
    type: frameShapeTypes.goal,
    props: {
      radius,
      text: statement,
      value: target.value,
      unit,
      until: target.date,
      progress: goalProgress(index),
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
    ...base(id, page, stackIndex('x', id), 0, 0),
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
    ...base(id, page, stackIndex('z', id), at.x, at.y),
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
    ...base(tokenShapeId(person.id, interest), card, placeIndex(place), slot.x - slot.size / 2, slot.y - slot.size / 2),
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
