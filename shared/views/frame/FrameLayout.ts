/** The words of the frame's layout: what goes in, what comes out. Canvas units; the goal's center is the origin. */

/** A place in a wedge, in the wedge's own terms, so that it survives when the ring grows or a wedge widens. */
export interface WedgePosition {
  /** 0 at the wedge's first edge, 1 at its last, clockwise. */
  readonly angle: number;
  /** 0 at the inner rim, 1 at the outer rim. */
  readonly radius: number;
}

export interface FrameInterest {
  readonly id: string;
  readonly title: string;
  readonly weight?: 'essential' | 'supporting';
  /** Place on the ring: a number or a fractional index, compared plainly; equal ones go by id. */
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
  /** Text and kind tokens together. */
  readonly box: Box;
  readonly textBox: Box;
  readonly text: FittedText;
  /** Toward which edge of the box the lines are set: the one nearer to the ring. */
  readonly align: 'start' | 'center' | 'end';
  /** Where a line from the wedge would meet the heading: on the outer rim, in the wedge's middle. */
  readonly anchor: Point;
  /** Designee, doer, decision-maker, in this order. */
  readonly tokens: readonly [TokenSlot, TokenSlot, TokenSlot];
}

export interface WedgeLayout {
  readonly interestId: string;
  readonly index: number;
  /** Radians, clockwise from three o'clock, end > start. */
  readonly start: number;
  readonly end: number;
  readonly innerRadius: number;
  readonly outerRadius: number;
  /** Inner start, outer start, outer end, inner end; the gutter to the neighbors is already taken off. */
  readonly corners: readonly [Point, Point, Point, Point];
  /** The wedge's outline as the `d` of an SVG path (fill rule evenodd when it is a whole ring). */
  readonly path: string;
  readonly heading: HeadingLayout;
  /** How many cards the wedge holds before the frame takes its next step. */
  readonly capacity: number;
  /** Middles of all places in reading order: row by row from the goal outward. */
  readonly places: readonly WedgePlace[];
}

export interface WedgePlace {
  readonly center: Point;
  readonly row: number;
  /** The card that stands exactly here, if any. */
  readonly placementId: string | null;
}

export interface CardLayout {
  readonly placementId: string;
  readonly organizationId: string;
  readonly interestId: string;
  readonly center: Point;
  readonly width: number;
  readonly height: number;
  readonly byHand: boolean;
  /** The row of the wedge, counted from the goal; null for a card that stands where somebody put it or had to make way. */
  readonly row: number | null;
  readonly name: FittedText;
  /** Relative to the card's upper left corner. */
  readonly nameBox: Box;
  readonly tokens: readonly TokenSlot[];
  /** Representatives without a slot of their own; the last slot then shows "+n". */
  readonly tokenOverflow: number;
  /** Icon and word of the sector, relative to the card's upper left corner; too narrow for the word below `sectorWordWidth`. */
  readonly sectorBox: Box;
  /** The same as the input's position, or the place that layout gave, in the wedge's terms. */
  readonly position: WedgePosition;
}

export interface FrameLayout {
  readonly goal: { readonly center: Point; readonly radius: number };
  readonly innerRadius: number;
  readonly outerRadius: number;
  /** How often the ring has grown; changes only when a wedge was full. */
  readonly step: number;
  /** Text that belongs to the ring (headings, goal) is this much larger than on the smallest ring. */
  readonly scale: number;
  readonly wedges: readonly WedgeLayout[];
  readonly cards: readonly CardLayout[];
  /** Everything with its headings: what fit-to-screen should show. */
  readonly bounds: Box;
}
