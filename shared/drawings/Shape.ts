/**
 * A drawing as a list of simple shapes, made without a screen. The same list is shown on the canvas, written as SVG, drawn into
 * a PDF and painted as PNG, so that all four look alike (decisions 0148 and 0305).
 */

/** The weights of the letters that the server has. */
export type TextWeight = 400 | 500 | 600 | 700 | 800;

export interface Paint {
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
  /** Slanted, where the letters can be. */
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
  /** What it is, for people who cannot see it; programs show it as a tooltip. Only in files: on the canvas the shape says it. */
  readonly title?: string;
}

export type Shape = RectShape | CircleShape | PathShape | TextShape | GroupShape;

/** What people do with a part of a drawing, on the canvas. */
export type PartName = 'write' | 'add' | 'turn' | 'fold' | 'more';

/** A place of a drawing that reacts: text that is written where it stands, a spot or a button that is pressed. */
export interface PartShape {
  readonly kind: 'part';
  readonly part: PartName;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of the letters that are written there. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** What shows it; left out of files: nobody presses on paper. */
  readonly shapes?: readonly Shape[];
}

/** A thing of the map, as it stands on the canvas. */
export type Drawing = readonly (Shape | PartShape)[];

/** A thing in a picture file, with its origin here; without the parts that react. */
export function placed(
  { x, y }: { readonly x: number; readonly y: number },
  title: string | undefined,
  drawing: Drawing,
): GroupShape {
  const shapes = drawing.filter((shape) => shape.kind !== 'part');
  return { kind: 'group', x, y, ...(title === undefined ? {} : { title }), shapes };
}

/** Two places after the point are enough for print, and keep files small. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
