/** What is laid upon tldraw's own shapes, tools and interface. */
import type { TLAnyShapeUtilConstructor, TLComponents, TLStateNodeConstructor, TLUiOverrides } from '@tldraw/tldraw';

/** Shape utils and tools must stay the same objects: tldraw starts a new editor when they change. */
export interface CanvasAdditions {
  readonly shapeUtils: readonly TLAnyShapeUtilConstructor[];
  readonly tools: readonly TLStateNodeConstructor[];
  readonly components: TLComponents;
  readonly overrides: TLUiOverrides;
}
