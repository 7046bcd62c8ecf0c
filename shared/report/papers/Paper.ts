/** A sheet of paper as shapes, with the role of each part for those who have it read to them. Units are points, 72 to the inch. */
import type { Shape } from '../../drawings/Shape.ts';
import type { PaperSize } from '#shared/wire/paper.ts';

export type PaperRole =
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Span'
  | 'Figure'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD';

export interface PaperPart {
  readonly role: PaperRole;
  readonly shapes?: readonly Shape[];
  /** read before those of `parts` */
  readonly parts?: readonly PaperPart[];
  /** of a figure: what cannot be seen, in words */
  readonly alt?: string;
  /** what is read in place of the letters that stand there, where these say less */
  readonly said?: string;
  /** left, top, right, bottom of a figure */
  readonly box?: readonly [number, number, number, number];
  readonly scope?: 'Column' | 'Row';
}

export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly language: string;
  readonly title: string;
  /** grounds and rules, which are not read; below everything else */
  readonly ground: readonly Shape[];
  /** in the order of reading */
  readonly parts: readonly PaperPart[];
}

/** Width and height. */
export const onePageSizes: Readonly<Record<PaperSize, readonly [number, number]>> = {
  letter: [612, 792],
  a4: [595.28, 841.89],
};

/** On the side, twice as large: tabloid and A3. */
export const posterSizes: Readonly<Record<PaperSize, readonly [number, number]>> = {
  letter: [1224, 792],
  a4: [1190.55, 841.89],
};

/** The smallest letters that people read from a sheet in their hand, and from one on the wall. */
export const leastSizes = { onePage: 7, poster: 10 } as const;
