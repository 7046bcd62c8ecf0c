/** The frame as a rounded table, on the canvas and on paper (in points). The goal's middle is the origin, y grows downward. */
import type { Box, Point } from '../frame/FrameLayout.ts';

/** On paper the sheet's part of it. */
export interface TableShape {
  /** half of the width and of the height */
  readonly a: number;
  readonly b: number;
  /** around the goal, where the lines between wedges end */
  readonly ring: number;
  /** between two blocks */
  readonly gap: number;
  /** between a block and the edge of its wedge */
  readonly edge: number;
  /** of the heights at which a place is looked for; without it as fine as is of use */
  readonly step?: number;
}

/** One way to write a block: how its text is broken, and the room that all of it takes. */
export interface BlockForm<T> {
  readonly width: number;
  readonly height: number;
  readonly content: T;
}

/** The forms of one block, the widest first; a form with more lines is narrower and higher. */
export type BlockForms<T> = readonly BlockForm<T>[];

/** Between blocks: beside each other, and from row to row. */
export interface RowGaps {
  readonly across: number;
  readonly down: number;
}

export interface TableWedge<H, B> {
  readonly id: string;
  readonly heading: BlockForms<H>;
  /** in the order in which they are read */
  readonly blocks: readonly BlockForms<B>[];
  /** what stands at the rim of a wedge with these edges, and keeps the rest off */
  readonly atRim?: (edges: WedgeEdges) => readonly Box[];
}

export interface PlacedBlock<T> {
  readonly box: Box;
  readonly content: T;
}

export interface PlacedWedge<H, B> {
  readonly id: string;
  readonly edges: WedgeEdges;
  readonly heading: PlacedBlock<H>;
  readonly blocks: readonly PlacedBlock<B>[];
}

/** A line between two wedges, from the rim inward. */
export interface Divider {
  readonly rim: Point;
  readonly ring: Point;
}

export interface WedgeEdges {
  /** Radians, clockwise from three o'clock, seen from the goal; end > start. */
  readonly start: number;
  readonly end: number;
  /** Null where one wedge is the whole table. */
  readonly from: Divider | null;
  readonly to: Divider | null;
}
