/** One wedge of the table with its heading, its chairs and its cards. */
import { packWedge, spreadWedge } from '../table/packWedge.ts';
import type { BlockForms, PlacedBlock, PlacedWedge, TableWedge } from '../table/TableLayout.ts';
import type { CardForm } from './cardForm.ts';
import type { CardLayout, FrameCard, Point, WedgeLayout } from './FrameLayout.ts';
import { frameTable, type CardStyle } from './frameMeasures.ts';
import { placeHands, type PlacedCard } from './placeHands.ts';
import { chairBoxes, headingLayout, type HeadingForm, placeChairs } from './placeHeading.ts';
import { usualForms, type PlannedWedge } from './tablePlan.ts';
import { wedgeRegion } from './wedgeRegion.ts';

export interface WedgeContent {
  readonly headings: BlockForms<HeadingForm>;
  readonly cards: readonly FrameCard[];
  /** of each card */
  readonly forms: readonly BlockForms<CardForm>[];
  /** how many more of usual size there is room for */
  readonly more: number;
}

/** Null when its cards find no room beside hands. */
export function fillWedge(
  { edges }: PlannedWedge,
  content: WedgeContent,
  { wedge, placed: tight }: PackedCards,
): FilledWedge | null {
  const packed = spreadWedge(frameTable, wedge, tight);
  const heading = headingLayout(packed.heading);
  const region = wedgeRegion(edges, [heading.box, ...chairBoxes(edges)]);
  const places = packed.blocks.map(({ box, content: form }) => ({ center: middleOf(box), form }));
  const placed = placeHands(region, content.cards, places);
  if (placed === null) return null;
  return {
    edges,
    heading,
    chairs: placeChairs(edges),
    places: places.map(({ center }, at) => {
      const one = placed[at];
      return { center, placementId: one !== undefined && one.isInPlace ? one.card.placementId : null };
    }),
    cards: placed.map(cardLayout),
  };
}

/** A wedge with its cards. */
export type FilledWedge = Omit<WedgeLayout, 'interestId' | 'index'> & { readonly cards: readonly CardLayout[] };

/** Cards in their wedge, not yet apart. */
export interface PackedCards {
  readonly wedge: TableWedge<HeadingForm, CardForm>;
  readonly placed: PlacedWedge<HeadingForm, CardForm>;
}

/** Its cards, and beside them places for more; as a number, how many of these find no room. */
export function packCards(
  edges: PlannedWedge['edges'],
  { headings, forms, more }: WedgeContent,
  style: CardStyle,
): PackedCards | number {
  const usual = more > 0 ? usualForms(style) : [];
  const wedge: TableWedge<HeadingForm, CardForm> = {
    id: '',
    heading: headings,
    blocks: [...forms, ...Array.from({ length: more }, () => usual)],
    atRim: chairBoxes,
  };
  const { placed, left } = packWedge(frameTable, edges, wedge);
  return placed === null ? Math.max(1, Math.round(left * (wedge.blocks.length + 1))) : { wedge, placed };
}

function middleOf({ x, y, width, height }: PlacedBlock<unknown>['box']): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function cardLayout({ card, form, center, isInPlace }: PlacedCard): CardLayout {
  return {
    placementId: card.placementId,
    organizationId: card.organizationId,
    interestId: card.interestId,
    center,
    form,
    byHand: card.position !== undefined,
    isInPlace,
  };
}
