/** What shapes that show the map have in common: an id made of the map's ids, and one text that people may write in place. */
import type { TLBaseShape } from '@tldraw/tldraw';
import type { Point } from '#shared/views/frame/FrameLayout.ts';

export interface ProjectedProps {
  text: string;
  /** Where somebody is dragging a line to, in the shape's own terms; only in shapes from which lines can be drawn. */
  pull?: Point | null;
}

export type ProjectedShape = TLBaseShape<string, ProjectedProps>;
