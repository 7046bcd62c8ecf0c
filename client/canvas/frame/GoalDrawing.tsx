/** The goal: its number, statement and date in a disc, and around it how far it has come against the path. */
import { fitText } from '#shared/views/frame/fitText.ts';
import { Lines } from './Lines.tsx';
import type { FramePalette } from '#shared/views/frame/framePalette.ts';
import type { GoalProps } from './frameShapes.ts';
import type { FrameWords } from './useFrameWords.ts';

export interface GoalDrawingProps {
  readonly goal: GoalProps;
  readonly palette: FramePalette;
  readonly words: FrameWords;
}

/** The origin is the upper left corner of the square around the disc. */
export function GoalDrawing({ goal, palette, words }: GoalDrawingProps) {
  const { radius, progress } = goal;
  const band = radius * 0.05;
  const track = radius - band * 1.6;
  return (
    <g transform={`translate(${radius} ${radius})`}>
      <circle r={radius} fill={palette.goal} />
      <circle r={track} fill="none" stroke={palette.path} strokeWidth={band} />
      {progress && <Progress progress={progress} track={track} band={band} palette={palette} />}
      <GoalText goal={goal} palette={palette} words={words} />
    </g>
  );
}

interface ProgressProps {
  readonly progress: NonNullable<GoalProps['progress']>;
  readonly track: number;
  readonly band: number;
  readonly palette: FramePalette;
}

/** Clockwise from the top: the way from baseline to target; gold what is reached, a mark where the path says it should be. */
function Progress({ progress, track, band, palette }: ProgressProps) {
  const point = (share: number, radius: number) => {
    const angle = (Math.min(share, 0.9999) - 0.25) * 2 * Math.PI;
    return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
  };
  const from = point(0, track);
  const to = point(progress.now, track);
  const inner = point(progress.expected, track - band * 1.1);
  const outer = point(progress.expected, track + band * 1.1);
  return (
    <>
      {progress.now > 0.002 && (
        <path
          d={`M${from.x} ${from.y}A${track} ${track} 0 ${progress.now > 0.5 ? 1 : 0} 1 ${to.x} ${to.y}`}
          fill="none"
          stroke={palette.gold}
          strokeWidth={band}
          strokeLinecap="round"
        />
      )}
      <line
        x1={inner.x}
        y1={inner.y}
        x2={outer.x}
        y2={outer.y}
        stroke={palette.onGoal}
        strokeWidth={band * 0.55}
        strokeLinecap="round"
      />
    </>
  );
}

interface Row {
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly weight: number;
  readonly color: string;
  readonly gap: number;
}

function GoalText({ goal, palette, words }: GoalDrawingProps) {
  const { radius, value, unit, until, progress } = goal;
  const rows: Row[] = [];
  const plain = (text: string, size: number, weight: number, color: string, width: number, gap: number) =>
    rows.push({
      ...fitText(text, { width: radius * width, maxLines: 1, fontSizes: sizes(radius * size), leading: 1.2 }),
      weight,
      color,
      gap,
    });
  plain(words.ourGoal.toLocaleUpperCase(), 0.088, 600, palette.onGoalSoft, 1.1, 0);
  if (value !== null) plain(words.amount(value, unit), 0.39, 800, palette.onGoal, 1.3, 0);
  const statement = goal.text.trim() === '' ? words.goalQuestion : goal.text;
  const fitted = fitText(statement, {
    width: radius * 1.52,
    maxLines: value === null ? 5 : 3,
    fontSizes: sizes(radius * (value === null ? 0.15 : 0.124), radius * 0.098),
    leading: 1.2,
  });
  rows.push({ ...fitted, weight: 550, color: palette.onGoal, gap: radius * 0.02 });
  if (until !== null) plain(words.by(until), 0.106, 600, palette.onGoalSoft, 1.25, radius * 0.03);
  if (progress) {
    const [now, where] = words.standing(progress.latest, progress.gap, progress.status, unit);
    plain(now ?? '', 0.118, 700, palette.gold, 1.05, radius * 0.03);
    plain(where ?? '', 0.106, 600, palette.gold, 1, 0);
  }
  const height = rows.reduce((sum, row) => sum + row.lines.length * row.lineHeight + row.gap, 0);
  let top = -height / 2;
  return rows.map((row) => {
    const y = top + row.gap;
    top = y + row.lines.length * row.lineHeight;
    return (
      <Lines
        key={row.lines.join('\n')}
        lines={row.lines}
        x={0}
        y={y}
        fontSize={row.fontSize}
        lineHeight={row.lineHeight}
        weight={row.weight}
        color={row.color}
        anchor="middle"
      />
    );
  });
}

function sizes(first: number, last = first * 0.7): readonly number[] {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => first + (last - first) * share);
}
