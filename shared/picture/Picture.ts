/**
 * A picture as a list of simple shapes, made from the map without a screen. The same list is written as SVG, drawn into a
 * PDF and painted as PNG, so that all three look alike (decision 0148).
 */

/** The weights of the letters that the server has. */
export type TextWeight = 400 | 500 | 600 | 700 | 800;

interface Paint {
  readonly fill?: string | undefined;
  readonly stroke?: string | undefined;
  readonly strokeWidth?: number | undefined;
  readonly dash?: readonly [number, number] | undefined;
  /** Round ends and corners of lines. */
  readonly round?: boolean | undefined;
  readonly opacity?: number | undefined;
}

export interface RectShape extends Paint {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number | undefined;
}

export interface CircleShape extends Paint {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface PathShape extends Paint {
  readonly kind: 'path';
  /** The `d` of an SVG path. */
  readonly d: string;
  readonly evenOdd?: boolean;
}

export interface TextShape {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  /** Of the line on which the letters stand. */
  readonly y: number;
  readonly size: number;
  readonly weight: TextWeight;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly italic?: boolean;
}

/** Several shapes that are one thing; with a place and a size of its own where these are given. */
export interface GroupShape {
  readonly kind: 'group';
  readonly shapes: readonly Shape[];
  readonly x?: number;
  readonly y?: number;
  readonly scale?: number;
  readonly opacity?: number;
  /** What it is, for people who cannot see it; programs show it as a tooltip. */
  readonly title?: string;
}

export type Shape = RectShape | CircleShape | PathShape | TextShape | GroupShape;

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

/** Two places after the point are enough for print, and keep files small. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
