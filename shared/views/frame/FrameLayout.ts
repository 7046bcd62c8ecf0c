/** The words of the frame's layout: what goes in, what comes out. Canvas units; the goal's center is the origin. */
import type { WedgeEdges } from '../table/TableLayout.ts';
import type { CardForm } from './cardForm.ts';
import type { CardStyle } from './frameMeasures.ts';

/** A place in a wedge, in the wedge's own terms, so that it survives when letters change or a wedge widens. */
export interface WedgePosition {
  /** 0 at the wedge's first edge, 1 at its last, clockwise. */
  readonly angle: number;
  /** 0 at the ring around the goal, 1 at the rim. */
  readonly radius: number;
}

export interface FrameInterest {
  readonly id: string;
  readonly title: string;
  readonly weight?: 'essential' | 'supporting';
  /** Place around the table: a number or a fractional index, compared plainly; equal ones go by id. */
  readonly order: number | string;
}

/** One organization in one interest, whatever the number of its parts of work there. */
export interface FrameCard {
  readonly placementId: string;
  readonly organizationId: string;
  readonly interestId: string;
  readonly name: string;
  /** Present when somebody put the card there by hand. */
  readonly position?: WedgePosition | undefined;
  readonly tokenCount: number;
  /** A line of it says why it is not at the table. */
  readonly hasState: boolean;
  /** Decides who stands first: a number or a fractional index that grows with each new card; equal ones go by placementId. */
  readonly addedOrder: number | string;
}

export interface FrameInput {
  readonly interests: readonly FrameInterest[];
  readonly cards: readonly FrameCard[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Upper left corner and size. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The middle of a token and the side of the square it may fill. */
export interface TokenSlot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface FittedText {
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly lineHeight: number;
  /** True when the words did not all fit; the whole name belongs in the title of the card then. */
  readonly cut: boolean;
}

export interface HeadingLayout {
  /** Text and marks of the kinds together. */
  readonly box: Box;
  readonly textBox: Box;
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly lineHeight: number;
  /** The marks stand beside the words, not below them. */
  readonly isBeside: boolean;
  /** Designee, doer, decision-maker, in this order. */
  readonly marks: readonly [TokenSlot, TokenSlot, TokenSlot];
}

/** The middle of a chair at the rim and its side. */
export type ChairPlace = TokenSlot;

export interface WedgeLayout {
  readonly interestId: string;
  readonly index: number;
  readonly edges: WedgeEdges;
  readonly heading: HeadingLayout;
  /** Designee, doer, decision-maker, in this order. */
  readonly chairs: readonly [ChairPlace, ChairPlace, ChairPlace];
  /** Middles of all places in the order in which they are filled; after those of the cards the free ones. */
  readonly places: readonly WedgePlace[];
}

export interface WedgePlace {
  readonly center: Point;
  /** The card that stands exactly here, if any. */
  readonly placementId: string | null;
}

export interface CardLayout {
  readonly placementId: string;
  readonly organizationId: string;
  readonly interestId: string;
  readonly center: Point;
  readonly form: CardForm;
  readonly byHand: boolean;
  /** False where somebody put it, and where it had to make way. */
  readonly isInPlace: boolean;
}

export interface FrameLayout {
  /** Of the goal's disc, whose middle is the origin. */
  readonly goalRadius: number;
  /** How often letters became smaller, or cards simpler; changes only when a wedge was full. */
  readonly step: number;
  readonly style: CardStyle;
  readonly wedges: readonly WedgeLayout[];
  readonly cards: readonly CardLayout[];
  /** The table with its chairs, the same for every board: what fit-to-screen should show. */
  readonly bounds: Box;
}
