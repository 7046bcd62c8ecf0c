/** A picture that goes home as a file: a list of shapes with a frame around it, and in words. */
import type { Shape } from '../drawings/Shape.ts';

export interface Picture {
  /** Upper left corner and size of what is shown. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly title: string;
  /** The picture in words. */
  readonly description: string;
  readonly shapes: readonly Shape[];
}
