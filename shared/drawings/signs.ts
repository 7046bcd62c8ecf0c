/** The signs of sectors and of kinds of representatives: forms, so that they are told apart without color. */
import { kindColor, type FramePalette } from '../views/frame/framePalette.ts';
import type { RepresentativeKind } from '#shared/kinds/values.ts';
import { short, type Paint, type Shape } from './Shape.ts';

/** Outlines of the Lucide icons (ISC license) on a square of 24; its license stands beside the icons of the page. */
const sectorOutlines: Readonly<Record<string, readonly string[]>> = {
  business: [
    'M16 20V4a2 2 0 0 0-2-2h-4a2 2 0 0 0-2 2v16',
    'M4 6h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-16a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2z',
  ],
  government: [
    'M10 18v-7',
    'M11.119 2.205a2 2 0 0 1 1.762 0l7.84 3.846A.5.5 0 0 1 20.5 7h-17a.5.5 0 0 1-.22-.949z',
    'M14 18v-7',
    'M18 18v-7',
    'M3 22h18',
    'M6 18v-7',
  ],
  nonprofit: [
    'M11 14h2a2 2 0 0 0 0-4h-3c-.6 0-1.1.2-1.4.6L3 16',
    'm14.45 13.39 5.05-4.694C20.196 8 21 6.85 21 5.75a2.75 2.75 0 0 0-4.797-1.837.276.276 0 0 1-.406 0A2.75 2.75 0 0 0 11 5.75c0 1.2.802 2.248 1.5 2.946L16 11.95',
    'm2 15 6 6',
    'm7 20 1.6-1.4c.3-.4.8-.6 1.4-.6h4c1.1 0 2.1-.4 2.8-1.2l4.6-4.4a1 1 0 0 0-2.75-2.91',
  ],
  philanthropy: [
    'M13.744 17.736a6 6 0 1 1-7.48-7.48',
    'M15 6h1v4',
    'm6.134 14.768.866-.5 2 3.464',
    'M22 8a6 6 0 1 1-12 0a6 6 0 1 1 12 0z',
  ],
  labor: [
    'M10 10V5a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v5',
    'M14 6a6 6 0 0 1 6 6v3',
    'M4 15v-3a6 6 0 0 1 6-6',
    'M3 15h18a1 1 0 0 1 1 1v2a1 1 0 0 1-1 1h-18a1 1 0 0 1-1-1v-2a1 1 0 0 1 1-1z',
  ],
  community: [
    'M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8',
    'M3 10a2 2 0 0 1 .709-1.528l7-6a2 2 0 0 1 2.582 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z',
  ],
  education: [
    'M21.42 10.922a1 1 0 0 0-.019-1.838L12.83 5.18a2 2 0 0 0-1.66 0L2.6 9.08a1 1 0 0 0 0 1.832l8.57 3.908a2 2 0 0 0 1.66 0z',
    'M22 10v6',
    'M6 12.5V16a6 3 0 0 0 12 0v-3.5',
  ],
};

const noSector: readonly string[] = [
  'M10.1 2.182a10 10 0 0 1 3.8 0',
  'M13.9 21.818a10 10 0 0 1-3.8 0',
  'M17.609 3.721a10 10 0 0 1 2.69 2.7',
  'M2.182 13.9a10 10 0 0 1 0-3.8',
  'M20.279 17.609a10 10 0 0 1-2.7 2.69',
  'M21.818 10.1a10 10 0 0 1 0 3.8',
  'M3.721 6.391a10 10 0 0 1 2.7-2.69',
  'M6.391 20.279a10 10 0 0 1-2.69-2.7',
];

export function sectorOutline(sector: string | null): readonly string[] {
  return (sector !== null && Object.hasOwn(sectorOutlines, sector) ? sectorOutlines[sector] : undefined) ?? noSector;
}

/** The sign of a sector in the square with this upper left corner. */
export function sectorSign(sector: string | null, x: number, y: number, size: number, stroke: string): Shape {
  return {
    kind: 'group',
    x,
    y,
    scale: size / 24,
    shapes: sectorOutline(sector).map((d): Shape => ({ kind: 'path', d, stroke, strokeWidth: 2.25, round: true })),
  };
}

export interface KindSign {
  readonly kind: RepresentativeKind;
  readonly letters: string;
  /** Middle and side of the square it fills. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** `away`: not at the table; `missing`: nobody. */
  readonly state: 'present' | 'away' | 'missing';
  readonly title?: string;
}

/** Circle, square or diamond with its letters, which may be none. */
export function kindSign({ kind, letters, x, y, size, state, title }: KindSign, palette: FramePalette): Shape {
  const color = kindColor(palette, kind);
  const isHere = state === 'present';
  const line = Math.max(1, size * (state === 'missing' ? 0.1 : 0.08));
  const half = size / 2 - line / 2;
  const form = kindForm(kind, x, y, half, size, {
    fill: isHere ? color : palette.wedge,
    stroke: color,
    strokeWidth: line,
    dash: isHere ? undefined : [size * 0.17, size * 0.12],
  });
  // Two letters in a diamond need the room that its corners take.
  const fontSize = size * (letters.length > 1 && kind === 'decision_maker' ? 0.42 : 0.6);
  const text: Shape = {
    kind: 'text',
    text: letters,
    x,
    y: y + fontSize * 0.36,
    size: fontSize,
    weight: 800,
    fill: isHere ? palette.onKind : color,
    anchor: 'middle',
  };
  return {
    kind: 'group',
    ...(title === undefined ? {} : { title }),
    shapes: letters === '' ? [form] : [form, text],
  };
}

function kindForm(kind: RepresentativeKind, x: number, y: number, half: number, size: number, paint: Paint): Shape {
  if (kind === 'designee') return { kind: 'circle', x, y, radius: half, ...paint };
  const side = half * 2;
  if (kind === 'doer')
    return { kind: 'rect', x: x - half, y: y - half, width: side, height: side, radius: size * 0.16, ...paint };
  const out = half * 1.1;
  const d = `M${short(x)} ${short(y - out)}L${short(x + out)} ${short(y)}L${short(x)} ${short(y + out)}L${short(x - out)} ${short(y)}Z`;
  return { kind: 'path', d, round: true, ...paint };
}

/** A balloon with a stroke and a dot, which say "!" in any language; its upper left corner and side. */
export function firstBalloon(
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  { ground, line }: { readonly ground: string; readonly line: string },
): Shape {
  return {
    kind: 'group',
    x,
    y,
    scale: size / 18,
    shapes: [
      {
        kind: 'path',
        d: 'M9 1.2A7.8 7.8 0 1 1 5.3 15.9L1.6 17L2.7 13.5A7.8 7.8 0 0 1 9 1.2Z',
        fill: ground,
        stroke: line,
        strokeWidth: 1.8,
        round: true,
      },
      { kind: 'path', d: 'M9 5V9.6', stroke: line, strokeWidth: 2.2, round: true },
      { kind: 'circle', x: 9, y: 12.8, radius: 1.3, fill: line },
    ],
  };
}
