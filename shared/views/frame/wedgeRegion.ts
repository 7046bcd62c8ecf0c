/** Where a card may stand in its wedge: off its two edges, the rim, the ring around the goal, the heading and the chairs. */
import { type Room, wedgeRoom } from '../table/Room.ts';
import type { Span } from '../table/Spans.ts';
import type { WedgeEdges } from '../table/TableLayout.ts';
import type { Box, Point } from './FrameLayout.ts';
import { frameMeasures, frameTable } from './frameMeasures.ts';
import { boxAround } from './overlap.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Gap {
  readonly across: number;
  readonly down: number;
}

export class WedgeRegion {
  readonly edges: WedgeEdges;
  readonly #room: Room;

  constructor(edges: WedgeEdges, room: Room) {
    this.edges = edges;
    this.#room = room;
  }

  get top(): number {
    return this.#room.top;
  }

  get bottom(): number {
    return this.#room.bottom;
  }

  /** Parts of the width that are free in all heights from `y0` to `y1`, from left to right. */
  free(y0: number, y1: number): readonly Span[] {
    return this.#room.free(y0, y1);
  }

  /** True for the middle of a card of this size that stands in it as a whole. */
  contains(center: Point, { width, height }: Size): boolean {
    return this.#room.isFree(boxAround(center, width, height));
  }

  /** What is left of it beside these boxes. */
  beside(boxes: readonly Box[], gap: Gap): WedgeRegion {
    return new WedgeRegion(
      this.edges,
      boxes.reduce((room, box) => room.beside(box, gap), this.#room),
    );
  }
}

/** `blocks`: its heading and its chairs. */
export function wedgeRegion(edges: WedgeEdges, blocks: readonly Box[]): WedgeRegion {
  const clear = frameMeasures.heading.clear / 2;
  return new WedgeRegion(edges, wedgeRoom(frameTable, edges)).beside(blocks, { across: clear, down: clear });
}
