/** The goal: its number, statement and date in a disc, and around it how far it has come against the path. */
import { fitText } from '../views/frame/fitText.ts';
import type { GoalProgress } from '../views/frame/frameContents.ts';
import type { FittedText } from '../views/frame/FrameLayout.ts';
import type { FramePalette } from '../views/frame/framePalette.ts';
import { type FrameLook, type FrameWords, isPercent } from './FrameLook.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import { short, type Drawing, type Shape, type TextWeight } from './Shape.ts';
import { textLines } from './textLines.ts';

export interface GoalFacts {
  readonly radius: number;
  readonly text: string;
  readonly value: number | null;
  readonly unit: string;
  /** ISO day. */
  readonly until: string | null;
  readonly progress: GoalProgress | null;
}

/** The upper left corner of the square around the disc at the origin. */
export function drawGoal(goal: GoalFacts, look: FrameLook): Drawing {
  const { palette } = look;
  const { radius, progress } = goal;
  const band = radius * 0.05;
  const track = radius - band * 1.6;
  return [
    {
      kind: 'group',
      x: radius,
      y: radius,
      shapes: [
        { kind: 'circle', x: 0, y: 0, radius, fill: palette.goal },
        { kind: 'circle', x: 0, y: 0, radius: track, stroke: palette.path, strokeWidth: band },
        ...(progress ? way(progress, track, band, palette) : []),
        ...goalText(goal, look),
      ],
    },
    {
      kind: 'part',
      part: 'write',
      x: radius * 0.22,
      y: radius * 0.5,
      width: radius * 1.56,
      height: radius,
      size: radius * 0.1,
      align: 'center',
    },
  ];
}

/** Clockwise from the top, from baseline to target: gold what is reached, a mark where the path says it should be. */
function way({ now, expected }: GoalProgress, track: number, band: number, palette: FramePalette): readonly Shape[] {
  const point = (share: number, radius: number) => {
    const angle = (Math.min(share, 0.9999) - 0.25) * 2 * Math.PI;
    return `${short(Math.cos(angle) * radius)} ${short(Math.sin(angle) * radius)}`;
  };
  const [start, r, far] = [point(0, track), short(track), now > 0.5 ? 1 : 0];
  const reached = `M${start}A${r} ${r} 0 ${far} 1 ${point(now, track)}`;
  const mark = `M${point(expected, track - band * 1.1)}L${point(expected, track + band * 1.1)}`;
  const shape: Shape = { kind: 'path', d: mark, stroke: palette.onGoal, strokeWidth: band * 0.55, round: true };
  if (now <= 0.002) return [shape];
  return [{ kind: 'path', d: reached, stroke: palette.gold, strokeWidth: band, round: true }, shape];
}

interface Row {
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly weight: TextWeight;
  readonly fill: string;
  readonly gap: number;
}

function goalText({ radius, text, value, unit, until, progress }: GoalFacts, look: FrameLook): readonly Shape[] {
  const { palette, words } = look;
  const rows: Row[] = [];
  const plain = (line: string, size: number, weight: TextWeight, fill: string, width: number, gap: number) =>
    rows.push({
      ...fitText(line, { width: radius * width, maxLines: 1, fontSizes: sizes(radius * size), leading: 1.2 }),
      weight,
      fill,
      gap,
    });
  plain(words.say('ourGoal').toLocaleUpperCase(words.language), 0.088, 600, palette.onGoalSoft, 1.1, 0);
  const sentence = goalSentence(text.trim() === '' ? words.say('goalQuestion') : text, radius, value !== null);
  if (value !== null) plain(words.amount(value, unit), sentence.isLong ? 0.3 : 0.42, 800, palette.onGoal, 1.3, 0);
  rows.push({ ...sentence.fitted, weight: 600, fill: palette.onGoal, gap: radius * 0.02 });
  if (until !== null) {
    const by = words.say('by', { when: words.month(until) });
    plain(by, 0.106, 600, palette.onGoalSoft, 1.25, radius * 0.03);
  }
  if (progress) {
    const now = words.say('now', { value: words.amount(progress.latest, unit) });
    plain(now, 0.13, 700, palette.gold, 1.05, radius * 0.02);
    plain(standing(progress, unit, words), 0.106, 600, palette.gold, 1, 0);
  }
  const height = rows.reduce((sum, row) => sum + row.lines.length * row.lineHeight + row.gap, 0);
  let top = -height / 2;
  return rows.flatMap(({ gap, ...row }) => {
    const y = top + gap;
    top = y + row.lines.length * row.lineHeight;
    return textLines({ ...row, x: 0, y, anchor: 'middle' });
  });
}

/** Beside a number it has three lines; where these would be small or cut, the number gives way to a fourth. */
function goalSentence(text: string, radius: number, hasNumber: boolean): { fitted: FittedText; isLong: boolean } {
  const fit = (width: number, maxLines: number, parts: readonly number[]) =>
    fitText(text, { width: radius * width, maxLines, fontSizes: parts.map((part) => radius * part), leading: 1.2 });
  // the smallest rather than a cut sentence
  if (!hasNumber) {
    const wide = [...sizes(0.15, 0.125), 0.11, 0.098, 0.086].map((part) => fit(1.5, 7, [part]));
    const fitted = wide.find((one) => !one.cut && isInside(one, radius)) ?? fit(1.4, 8, [0.086, 0.075]);
    return { fitted, isLong: false };
  }
  const inThree = fit(1.62, 3, sizes(0.13, 0.098));
  if (!inThree.cut) return { fitted: inThree, isLong: false };
  return { fitted: fit(1.6, 4, [...sizes(0.112, 0.098), 0.086, 0.075]), isLong: true };
}

/** Whether its last line, below the middle by half of all lines and of the words above them, stays off the line around it. */
function isInside({ lines, fontSize, lineHeight }: FittedText, radius: number): boolean {
  const below = (lines.length * lineHeight + radius * 0.1) / 2;
  return Math.hypot(textWidth(lines.at(-1) ?? '', fontSize) / 2, below) < radius * 0.88;
}

/** Where the goal stands against its path. */
export function standing(
  { gap, status }: Pick<GoalProgress, 'gap' | 'status'>,
  unit: string,
  words: FrameWords,
): string {
  if (status === 'on path') return words.say('onPath');
  const distance = words.number(Math.abs(gap));
  return words.say(status, { gap: isPercent(unit) ? words.say('points', { value: distance }) : distance });
}

function sizes(first: number, last = first * 0.7): readonly number[] {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => first + (last - first) * share);
}
