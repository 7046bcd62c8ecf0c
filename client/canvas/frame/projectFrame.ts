/** The map as shapes: a pure function with stable ids. What stands on the canvas of everybody who sees this map on this day. */
import type { IndexKey, TLPageId, TLParentId, TLShapeId } from '@tldraw/tldraw';
import { type CardThing, frameThings, type TokenThing, type WedgeThing } from '#shared/drawings/frameThings.ts';
import { indexMap } from '#shared/map/MapIndex.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { FrameLayout } from '#shared/views/frame/FrameLayout.ts';
import { LayoutMemory } from '#shared/views/frame/LayoutMemory.ts';
import { placeIndex, stackIndex } from '../projected/stackIndex.ts';
import type { Project, Projection } from '../projected/View.ts';
import { firstsOf } from './lateFirsts.ts';
import { cardShapeId, goalShapeId, interestShapeId, tokenShapeId } from './frameShapeIds.ts';
import type { CardShape, FrameShape, TokenShape, WedgeShape } from './frameShapes.ts';
import { frameShapeTypes } from './frameShapeTypes.ts';

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
  const { layout, goal, wedges, cards } = frameThings(index, { memory, firsts: firstsOf(index) });
  const records: FrameShape[] = [
    {
      ...base(goalShapeId, page, stackIndex('y', goalShapeId), goal.at.x, goal.at.y),
      type: frameShapeTypes.goal,
      props: goal.facts,
    },
    ...wedges.map((wedge) => wedgeShape(wedge, page)),
  ];
  for (const thing of cards) {
    const card = cardShape(thing, page);
    records.push(card, ...thing.tokens.map((token, place) => tokenShape(token, thing, place, card.id)));
  }
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

function wedgeShape({ interest, facts }: WedgeThing, page: TLPageId): WedgeShape {
  const id = interestShapeId(interest.id);
  return {
    ...base(id, page, stackIndex('x', id), 0, 0),
    type: frameShapeTypes.wedge,
    props: { ...facts, interestId: interest.id },
  };
}

function cardShape({ organization, interestId, at, facts }: CardThing, page: TLPageId): CardShape {
  const id = cardShapeId(organization.id, interestId);
  return {
    ...base(id, page, stackIndex('z', id), at.x, at.y),
    type: frameShapeTypes.card,
    props: { ...facts, organizationId: organization.id },
  };
}

function tokenShape({ person, at, facts }: TokenThing, card: CardThing, place: number, parent: TLShapeId): TokenShape {
  const { interestId, organization } = card;
  return {
    ...base(tokenShapeId(person.id, interestId), parent, placeIndex(place), at.x, at.y),
    type: frameShapeTypes.token,
    props: {
      ...facts,
      representativeId: person.id,
      organizationId: organization.id,
      interestId,
      text: person.role_title,
    },
  };
}
