/** The goal in the middle of the ring: number, statement, date, and how far it has come against the path. */
import { fitText } from '../views/frame/fitText.ts';
import { goalProgress, type GoalProgress } from '../views/frame/frameContents.ts';
import type { FramePalette } from '../views/frame/framePalette.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import type { ReportWords } from '#shared/words/ReportWords.ts';
import { short, type Shape, type TextWeight } from './Picture.ts';
import { textLines } from './textLines.ts';

/** The disc with its middle at the origin. */
export function drawGoal(index: MapIndex, radius: number, words: ReportWords, palette: FramePalette): Shape {
  const band = radius * 0.05;
  const track = radius - band * 1.6;
  const progress = goalProgress(index);
  return {
    kind: 'group',
    title: index.map.goal.statement || words.texts.picture.goalQuestion,
    shapes: [
      { kind: 'circle', x: 0, y: 0, radius, fill: palette.goal },
      { kind: 'circle', x: 0, y: 0, radius: track, stroke: palette.path, strokeWidth: band },
      ...(progress ? progressShapes(progress, track, band, palette) : []),
      ...goalText(index, progress, radius, words, palette),
    ],
  };
}

/** Clockwise from the top: gold what is reached, a mark where the path says it should be. */
function progressShapes(progress: GoalProgress, track: number, band: number, palette: FramePalette): readonly Shape[] {
  const point = (share: number, radius: number) => {
    const angle = (Math.min(share, 0.9999) - 0.25) * 2 * Math.PI;
    return `${short(Math.cos(angle) * radius)} ${short(Math.sin(angle) * radius)}`;
  };
  const { now, expected } = progress;
  const shapes: Shape[] = [];
  if (now > 0.002)
    shapes.push({
      kind: 'path',
      d: `M${point(0, track)}A${short(track)} ${short(track)} 0 ${now > 0.5 ? 1 : 0} 1 ${point(now, track)}`,
      stroke: palette.gold,
      strokeWidth: band,
      round: true,
    });
  shapes.push({
    kind: 'path',
    d: `M${point(expected, track - band * 1.1)}L${point(expected, track + band * 1.1)}`,
    stroke: palette.onGoal,
    strokeWidth: band * 0.55,
    round: true,
  });
  return shapes;
}

interface Row {
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly weight: TextWeight;
  readonly fill: string;
  readonly gap: number;
}

function goalText(
  index: MapIndex,
  progress: GoalProgress | null,
  radius: number,
  words: ReportWords,
  palette: FramePalette,
): readonly Shape[] {
  const { picture } = words.texts;
  const { statement, target, unit } = index.map.goal;
  const rows: Row[] = [];
  const plain = (text: string, size: number, weight: TextWeight, fill: string, width: number, gap: number) =>
    rows.push({
      ...fitText(text, { width: radius * width, maxLines: 1, fontSizes: sizes(radius * size), leading: 1.2 }),
      weight,
      fill,
      gap,
    });
  plain(picture.ourGoal.toLocaleUpperCase(words.language), 0.074, 600, palette.onGoalSoft, 1.1, 0);
  if (target.value !== null) plain(words.amount(target.value, unit), 0.4, 800, palette.onGoal, 1.3, 0);
  const fitted = fitText(statement.trim() === '' ? picture.goalQuestion : statement, {
    width: radius * 1.52,
    maxLines: target.value === null ? 5 : 3,
    fontSizes: sizes(radius * (target.value === null ? 0.145 : 0.112), radius * 0.075),
    leading: 1.2,
  });
  rows.push({ ...fitted, weight: 500, fill: palette.onGoal, gap: radius * 0.02 });
  if (target.date !== null)
    plain(
      words.fill(picture.by, { when: words.month(target.date) }),
      0.096,
      600,
      palette.onGoalSoft,
      1.25,
      radius * 0.035,
    );
  if (progress) {
    const [now, where] = words.standing(progress.latest, progress.gap, progress.status, unit);
    plain(now, 0.108, 700, palette.gold, 1.05, radius * 0.04);
    plain(where, 0.096, 600, palette.gold, 0.95, 0);
  }
  const height = rows.reduce((sum, row) => sum + row.lines.length * row.lineHeight + row.gap, 0);
  let top = -height / 2;
  return rows.flatMap(({ gap, ...row }) => {
    const y = top + gap;
    top = y + row.lines.length * row.lineHeight;
    return textLines({ ...row, x: 0, y, anchor: 'middle' });
  });
}

function sizes(first: number, last = first * 0.6): readonly number[] {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => first + (last - first) * share);
}
