/** What comes after the canvas, and stands on it; null until then. */
import { createContext, type ReactNode } from 'react';

export interface LateCanvas {
  /** Drawn over the shapes, in their coordinates. */
  readonly signs: ReactNode;
  /** What can be done with what is chosen of the map, for the menu of the canvas. */
  readonly acts: ReactNode;
}

export const LateCanvasContext = createContext<LateCanvas>({ signs: null, acts: null });
