/** The number of the goal over time for a narrow place: the measured line, the straight path, the target. Nothing else. */
import type { Shape, TextShape } from '../drawings/Shape.ts';
import { short } from '../drawings/Shape.ts';
import { dayNumber } from '../map/days.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import { actualMeasurements, headlineIndicator } from '../map/readings/goalPath.ts';
import type { FramePalette } from '../views/frame/framePalette.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import { nice, pathOf, range } from './drawSeries.ts';
import type { ReportWords } from './ReportWords.ts';

export interface SmallSeries {
  readonly shapes: readonly Shape[];
  readonly description: string;
}

export interface SeriesRoom {
  readonly width: number;
  readonly height: number;
  /** of the letters */
  readonly size: number;
}

/** The upper left corner at the origin; null while there is nothing to draw. */
export function smallSeries(
  index: MapIndex,
  words: ReportWords,
  palette: FramePalette,
  { width, height, size }: SeriesRoom,
): SmallSeries | null {
  const { baseline, target, unit } = index.map.goal;
  const indicator = headlineIndicator(index);
  const rows = (indicator ? actualMeasurements(index, indicator.id) : [])
    .filter((row) => row.group === 'all')
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const path = pathOf(baseline, target);
  const points = [...rows, ...path].map(({ date, value }) => ({ date, day: dayNumber(date), value }));
  if (points.length < 2) return null;
  const days = range(points.map(({ day }) => day));
  const values = nice(range(points.map(({ value }) => value)));
  const ticks = ticksOf(values);
  const label = (value: number): string => words.amount(Math.round(value * 1e6) / 1e6, unit);
  const left = Math.max(...ticks.map((value) => textWidth(label(value), size))) + 6;
  const [first, last] = path;
  const plot = {
    left,
    right: width - (last ? textWidth(label(last.value), size * 1.3) + 8 : 12),
    top: size * 1.2,
    bottom: height - size * 1.7,
  };
  const x = (day: number): number =>
    plot.left + ((day - days.low) / Math.max(1, days.high - days.low)) * (plot.right - plot.left);
  const y = (value: number): number =>
    plot.bottom - ((value - values.low) / (values.high - values.low)) * (plot.bottom - plot.top);
  const at = ({ date, value }: { readonly date: string; readonly value: number }): string =>
    `${short(x(dayNumber(date)))} ${short(y(value))}`;
  const text = (said: string, tx: number, ty: number, more: Partial<TextShape> = {}): TextShape => ({
    kind: 'text',
    text: said,
    x: tx,
    y: ty,
    size,
    weight: 500,
    fill: palette.soft,
    ...more,
  });
  const shapes: Shape[] = ticks.flatMap((value): readonly Shape[] => [
    {
      kind: 'path',
      d: `M${short(left)} ${short(y(value))}H${short(plot.right)}`,
      stroke: palette.wedgeLine,
      strokeWidth: 0.6,
    },
    text(label(value), left - 4, y(value) + size * 0.36, { anchor: 'end' }),
  ]);
  if (first && last)
    shapes.push({ kind: 'path', d: `M${at(first)}L${at(last)}`, stroke: palette.goal, strokeWidth: 1.2, dash: [4, 3] });
  if (rows.length > 0) {
    const d = `M${rows.map(at).join('L')}`;
    shapes.push({ kind: 'path', d, stroke: palette.ink, strokeWidth: 1.7, round: true });
    for (const row of rows)
      shapes.push({ kind: 'circle', x: x(dayNumber(row.date)), y: y(row.value), radius: 2, fill: palette.ink });
  }
  if (last) {
    const [cx, cy] = [x(dayNumber(last.date)), y(last.value)];
    shapes.push(
      { kind: 'circle', x: cx, y: cy, radius: 4.2, fill: palette.gold, stroke: palette.goal, strokeWidth: 1.5 },
      text(label(last.value), cx + 7, cy + size * 0.45, { size: size * 1.3, weight: 700, fill: palette.goal }),
    );
  }
  const latest = rows.at(-1);
  if (latest) {
    const tx = Math.max(plot.left + textWidth(label(latest.value), size * 1.15) / 2, x(dayNumber(latest.date)));
    shapes.push(
      text(label(latest.value), tx, Math.min(plot.bottom - 2, y(latest.value) + size * 1.5), {
        size: size * 1.15,
        weight: 700,
        fill: palette.ink,
        anchor: 'middle',
      }),
    );
  }
  const years = yearLabels([rows[0] ?? first, last ?? latest, latest], (date) => x(dayNumber(date)), size);
  shapes.push(...years.map(({ year, middle }) => text(year, middle, height - size * 0.3, { anchor: 'middle' })));
  return {
    shapes,
    description: rows.map((row) => `${words.day(row.date)}: ${words.amount(row.value, unit)}`).join('; '),
  };
}

/** Three or so of them. */
function ticksOf({ low, high, step }: { readonly low: number; readonly high: number; readonly step: number }) {
  const count = Math.round((high - low) / step);
  const each = Math.max(1, Math.ceil(count / 3));
  return Array.from({ length: Math.floor(count / each) + 1 }, (_, at) => low + at * each * step);
}

/** The most important first; none that would touch another. */
function yearLabels(
  points: readonly ({ readonly date: string } | undefined)[],
  middleOf: (date: string) => number,
  size: number,
): readonly { readonly year: string; readonly middle: number }[] {
  const room = textWidth('2000', size) + 5;
  const shown: { year: string; middle: number }[] = [];
  for (const point of points) {
    if (point === undefined) continue;
    const middle = middleOf(point.date);
    if (shown.every((other) => Math.abs(other.middle - middle) >= room))
      shown.push({ year: point.date.slice(0, 4), middle });
  }
  return shown;
}
