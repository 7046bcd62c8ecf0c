/** An interest: its wedge of the ring, double-lined when it is essential, and its heading with the three kinds. */
import { type RepresentativeKind, representativeKinds } from '#shared/kinds/values.ts';
import type { FrameLook } from './FrameLook.ts';
import { short, type Drawing } from './Shape.ts';
import { kindSign } from './signs.ts';
import { textLines } from './textLines.ts';

export interface WedgeHeading {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly align: 'start' | 'center' | 'end';
  /** Designee, doer, decision-maker: middle and size. */
  readonly tokens: readonly { readonly x: number; readonly y: number; readonly size: number }[];
}

export interface WedgeFacts {
  readonly text: string;
  readonly essential: boolean;
  /** Radians, clockwise from three o'clock. */
  readonly start: number;
  readonly end: number;
  readonly outerRadius: number;
  readonly path: string;
  /** How much thicker lines and letters are than on a small ring. */
  readonly ringScale: number;
  readonly heading: WedgeHeading;
  /** How many of each kind speak for the interest. */
  readonly voices: Readonly<Record<RepresentativeKind, number>>;
}

/** Half the free band between two wedges, and a little, so that the lines of the rim end with the wedge. */
const sideGap = 4.5;

/** The middle of the ring at the origin. */
export function drawWedge(wedge: WedgeFacts, { palette, words }: FrameLook): Drawing {
  const { heading, ringScale: scale, outerRadius, voices } = wedge;
  const isNamed = wedge.text.trim() !== '';
  // Without a name the heading holds the question that the template asks here.
  const lines = heading.lines.some((line) => line !== '') ? heading.lines : [words.say('untitled')];
  const stroke = palette.rim;
  const shapes: Drawing[number][] = [
    {
      kind: 'path',
      d: wedge.path,
      evenOdd: true,
      fill: palette.wedge,
      stroke: palette.wedgeLine,
      strokeWidth: 1.2 * scale,
    },
  ];
  if (wedge.essential)
    shapes.push(
      { kind: 'path', d: rim(wedge, outerRadius), stroke, strokeWidth: 2.6 * scale },
      { kind: 'path', d: rim(wedge, outerRadius + 5 * scale), stroke, strokeWidth: 1.4 * scale },
    );
  shapes.push(
    ...textLines({
      lines,
      fontSize: heading.fontSize,
      lineHeight: heading.lineHeight,
      x: heading.x + heading.width * { start: 0, center: 0.5, end: 1 }[heading.align],
      y: heading.y,
      weight: isNamed ? 700 : 500,
      fill: isNamed ? palette.ink : palette.soft,
      anchor: heading.align === 'center' ? 'middle' : heading.align,
    }),
  );
  for (const [at, token] of heading.tokens.entries()) {
    const kind = representativeKinds[at];
    if (!kind) continue;
    const isHere = voices[kind] > 0;
    const letters = words.say(`letters.${isHere ? kind : 'missing'}`);
    shapes.push(kindSign({ kind, letters, ...token, state: isHere ? 'present' : 'missing' }, palette));
  }
  return [...shapes, write(wedge)];
}

function rim({ start, end }: WedgeFacts, radius: number): string {
  const r = short(radius);
  const whole = end - start > Math.PI + 0.01;
  if (whole) return `M${r} 0A${r} ${r} 0 1 1 -${r} 0A${r} ${r} 0 1 1 ${r} 0Z`;
  const off = sideGap / radius;
  const point = (angle: number) => `${short(Math.cos(angle) * radius)} ${short(Math.sin(angle) * radius)}`;
  return `M${point(start + off)}A${r} ${r} 0 0 1 ${point(end - off)}`;
}

function write({ heading, ringScale }: WedgeFacts): Drawing[number] {
  const { align, fontSize, lineHeight } = heading;
  const width = Math.max(heading.width, 150 * ringScale);
  const free = heading.width - width;
  return {
    kind: 'part',
    part: 'write',
    x: heading.x + free * { start: 0, center: 0.5, end: 1 }[align],
    y: heading.y - 4,
    width,
    height: Math.max(heading.height, lineHeight * 2) + 8,
    size: fontSize,
    align: align === 'start' ? 'left' : align === 'end' ? 'right' : 'center',
  };
}
