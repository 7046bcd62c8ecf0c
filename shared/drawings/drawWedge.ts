/** An interest: its part of the table, double-lined at the rim when it is essential, its heading, and a chair for each missing kind. */
import { type RepresentativeKind, representativeKinds } from '#shared/kinds/values.ts';
import type { TokenSlot } from '../views/frame/FrameLayout.ts';
import { frameMeasures, frameTable } from '../views/frame/frameMeasures.ts';
import type { FramePalette } from '../views/frame/framePalette.ts';
import type { WedgeEdges } from '../views/table/TableLayout.ts';
import type { FrameLook } from './FrameLook.ts';
import { closedPath, dividerPath, rimPath, wedgeOutline } from './rimPath.ts';
import type { Drawing, Shape } from './Shape.ts';
import { firstBalloon, kindSign } from './signs.ts';
import { textLines } from './textLines.ts';

export interface WedgeHeading {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly lineHeight: number;
  /** The marks stand beside the words, not below them. */
  readonly isBeside: boolean;
  /** Designee, doer, decision-maker: middle and size. */
  readonly marks: readonly TokenSlot[];
}

export interface WedgeFacts {
  readonly text: string;
  readonly essential: boolean;
  /** Organizations stand there, and none of them is at the table. */
  readonly onlyAway: boolean;
  /** An open observation asks to talk about it first. */
  readonly isFirst: boolean;
  readonly edges: WedgeEdges;
  readonly heading: WedgeHeading;
  /** At the rim, for those who are missing: designee, doer, decision-maker. */
  readonly chairs: readonly TokenSlot[];
  /** How many of each kind speak for the interest. */
  readonly voices: Readonly<Record<RepresentativeKind, number>>;
}

/** The lines of the rim end this much before the wedge does. */
const sideGap = 3;
const { diamond, size: plain } = frameMeasures.token;

/** The middle of the goal at the origin. */
export function drawWedge(wedge: WedgeFacts, look: FrameLook): Drawing {
  const { palette, words } = look;
  const { heading, voices, edges } = wedge;
  const present = representativeKinds.filter((kind) => voices[kind] > 0);
  const isNamed = wedge.text.trim() !== '';
  // Without a name the heading holds the question that the template asks here.
  const lines = heading.lines.some((line) => line !== '') ? heading.lines : [words.say('untitled')];
  const divider = { kind: 'path', stroke: palette.wedgeLine, strokeWidth: 3 } as const;
  return [
    {
      kind: 'path',
      d: closedPath(wedgeOutline(frameTable, edges)),
      evenOdd: true,
      fill: wedge.onlyAway ? palette.tint : palette.wedge,
      stroke: palette.wedgeLine,
      strokeWidth: 1,
    },
    ...[edges.from, edges.to].flatMap((line): readonly Shape[] =>
      line === null ? [] : [{ ...divider, d: dividerPath(line) }],
    ),
    ...rim(wedge, palette),
    ...textLines({
      lines,
      fontSize: heading.fontSize,
      lineHeight: heading.lineHeight,
      x: heading.x + heading.width / 2,
      y: heading.y,
      weight: isNamed ? 700 : 500,
      fill: isNamed ? palette.ink : palette.soft,
      anchor: 'middle',
    }),
    ...marks(wedge, present, look),
    ...representativeKinds.flatMap((kind, at): readonly Shape[] => {
      const place = wedge.chairs[at];
      if (!place || voices[kind] > 0) return [];
      return [kindSign({ kind, letters: words.say('letters.missing'), ...place, state: 'missing' }, palette)];
    }),
    write(wedge),
  ];
}

/** Of the kinds that are there, without gaps for those that are not, and behind them what asks to be talked about first. */
function marks(
  { heading: { marks: places, isBeside }, isFirst }: WedgeFacts,
  present: readonly RepresentativeKind[],
  { palette, words }: FrameLook,
): readonly Shape[] {
  const [first, second] = places;
  const last = places.at(-1);
  if (!first || !second || !last) return [];
  const count = present.length + (isFirst ? 1 : 0);
  // four of them share the room of three
  const pitch = count > places.length ? (last.x - first.x) / (count - 1) : second.x - first.x;
  const from = isBeside ? first.x : second.x - ((count - 1) / 2) * pitch;
  const kinds = present.map((kind, at) => {
    const size = first.size * (kind === 'decision_maker' ? diamond / plain : 1);
    const letters = words.say(`letters.${kind}`);
    return kindSign({ kind, letters, x: from + at * pitch, y: first.y, size, state: 'present' }, palette);
  });
  if (!isFirst) return kinds;
  const corner = { x: from + (count - 1) * pitch - first.size / 2, y: first.y - first.size / 2, size: first.size };
  return [...kinds, firstBalloon(corner, { ground: palette.wedge, line: palette.first })];
}

/** Two lines around what is essential, a thin one around the others. */
function rim({ essential, edges: { start, end, from } }: WedgeFacts, palette: FramePalette): readonly Shape[] {
  const { a, b } = frameTable;
  const gap = from === null ? 0 : sideGap;
  const line = (off: number, stroke: string, strokeWidth: number): Shape => ({
    kind: 'path',
    d: rimPath({ a: a + off, b: b + off }, start, end, gap),
    stroke,
    strokeWidth,
  });
  if (!essential) return [line(0, palette.awayLine, 1.6)];
  return [line(0, palette.rim, 2.6), line(5, palette.rim, 1.6)];
}

function write({ heading }: WedgeFacts): Drawing[number] {
  const width = Math.max(heading.width, 150);
  return {
    kind: 'part',
    part: 'write',
    x: heading.x + (heading.width - width) / 2,
    y: heading.y - 4,
    width,
    height: Math.max(heading.height, heading.lineHeight * 2) + 8,
    size: heading.fontSize,
    align: 'center',
  };
}
