/** The small forms on paper: of kinds of representatives, of an empty chair, of what to talk about first. Without letters: the legend names them. */
import type { Shape } from '../../drawings/Shape.ts';
import { firstBalloon, kindSign } from '../../drawings/signs.ts';
import { textLines } from '../../drawings/textLines.ts';
import type { RepresentativeKind } from '#shared/kinds/values.ts';
import type { FramePalette } from '../../views/frame/framePalette.ts';

/** Red of what cannot wait; read on white. */
export const firstColor = '#b3261e';

export type FormState = 'present' | 'away' | 'missing';

/** In the square with this upper left corner. */
export function kindForm(
  kind: RepresentativeKind,
  state: FormState,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  palette: FramePalette,
): Shape {
  return kindSign({ kind, letters: '', x: x + size / 2, y: y + size / 2, size, state }, palette);
}

/** A dashed form with a question mark in letters of `letterSize`. */
export function emptyChair(
  kind: RepresentativeKind,
  {
    x,
    y,
    size,
    letterSize,
  }: { readonly x: number; readonly y: number; readonly size: number; readonly letterSize: number },
  mark: string,
  palette: FramePalette,
): readonly Shape[] {
  const colors = { designee: palette.designee, doer: palette.doer, decision_maker: palette.decisionMaker };
  const lineHeight = letterSize * 1.2;
  return [
    kindForm(kind, 'missing', { x, y, size }, palette),
    ...textLines({
      lines: [mark],
      fontSize: letterSize,
      lineHeight,
      x: x + size / 2,
      y: y + (size - lineHeight) / 2,
      weight: 700,
      fill: colors[kind],
      anchor: 'middle',
    }),
  ];
}

/** Asks to talk about something first; red on white. */
export function firstSign(place: { readonly x: number; readonly y: number; readonly size: number }): Shape {
  return firstBalloon(place, { ground: '#ffffff', line: firstColor });
}

/** The mark of Roundtable. */
export function brandMark({ x, y, size }: { readonly x: number; readonly y: number; readonly size: number }): Shape {
  return {
    kind: 'group',
    x,
    y,
    scale: size / 32,
    shapes: [
      { kind: 'circle', x: 16, y: 16, radius: 15, fill: '#0b4f4a' },
      {
        kind: 'path',
        d: 'M16 5.5A10.5 10.5 0 1 1 6.3 11.9',
        stroke: '#f2c14e',
        strokeWidth: 2.5,
        round: true,
      },
      { kind: 'circle', x: 16, y: 16, radius: 4, fill: '#ffffff' },
    ],
  };
}
