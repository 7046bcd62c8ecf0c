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

type Dated = { readonly date: string; readonly value: number };

/** From days and values to places, and texts in the letters of the drawing. */
interface Plot {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: (date: string) => number;
  readonly y: (value: number) => number;
  readonly label: (value: number) => string;
  readonly text: (said: string, x: number, y: number, more?: Partial<TextShape>) => TextShape;
}

/** The upper left corner at the origin; null while there is nothing to draw. */
export function smallSeries(
  index: MapIndex,
  words: ReportWords,
  palette: FramePalette,
  room: SeriesRoom,
): SmallSeries | null {
  const { baseline, target, unit } = index.map.goal;
  const indicator = headlineIndicator(index);
  const rows: readonly Dated[] = (indicator ? actualMeasurements(index, indicator.id) : [])
    .filter((row) => row.group === 'all')
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const path = pathOf(baseline, target);
  const points = [...rows, ...path];
  if (points.length < 2) return null;
  const [first, last] = path;
  const values = nice(range(points.map(({ value }) => value)));
  const ticks = ticksOf(values);
  const label = (value: number): string => words.amount(Math.round(value * 1e6) / 1e6, unit);
  const days = range(points.map(({ date }) => dayNumber(date)));
  const plot = plotOf({ days, values, ticks, last, label }, palette, room);
  const years = yearLabels([rows[0] ?? first, last ?? rows.at(-1), rows.at(-1)], plot.x, room.size);
  return {
    shapes: [
      ...tickShapes(ticks, plot, palette, room.size),
      ...(first && last ? [pathShape(first, last, plot, palette)] : []),
      ...measuredShapes(rows, plot, palette, room.size),
      ...(last ? targetShapes(last, plot, palette, room.size) : []),
      ...years.map(({ year, middle }) => plot.text(year, middle, room.height - room.size * 0.3, { anchor: 'middle' })),
    ],
    description: rows.map((row) => `${words.day(row.date)}: ${words.amount(row.value, unit)}`).join('; '),
  };
}

interface Scales {
  readonly days: { readonly low: number; readonly high: number };
  readonly values: { readonly low: number; readonly high: number };
  readonly ticks: readonly number[];
  readonly last: Dated | undefined;
  readonly label: (value: number) => string;
}

function plotOf(
  { days, values, ticks, last, label }: Scales,
  palette: FramePalette,
  { width, height, size }: SeriesRoom,
): Plot {
  const left = Math.max(...ticks.map((value) => textWidth(label(value), size))) + 6;
  const right = width - (last ? textWidth(label(last.value), size * 1.3) + 8 : 12);
  const [top, bottom] = [size * 1.2, height - size * 1.7];
  return {
    left,
    right,
    bottom,
    label,
    x: (date) => left + ((dayNumber(date) - days.low) / Math.max(1, days.high - days.low)) * (right - left),
    y: (value) => bottom - ((value - values.low) / (values.high - values.low)) * (bottom - top),
    text: (said, x, y, more = {}) => ({
      kind: 'text',
      text: said,
      x,
      y,
      size,
      weight: 500,
      fill: palette.soft,
      ...more,
    }),
  };
}

const at = ({ x, y }: Plot, { date, value }: Dated): string => `${short(x(date))} ${short(y(value))}`;

function tickShapes(ticks: readonly number[], plot: Plot, palette: FramePalette, size: number): readonly Shape[] {
  const { left, right, y, label, text } = plot;
  return ticks.flatMap((value): readonly Shape[] => [
    {
      kind: 'path',
      d: `M${short(left)} ${short(y(value))}H${short(right)}`,
      stroke: palette.wedgeLine,
      strokeWidth: 0.6,
    },
    text(label(value), left - 4, y(value) + size * 0.36, { anchor: 'end' }),
  ]);
}

function pathShape(first: Dated, last: Dated, plot: Plot, palette: FramePalette): Shape {
  return {
    kind: 'path',
    d: `M${at(plot, first)}L${at(plot, last)}`,
    stroke: palette.goal,
    strokeWidth: 1.2,
    dash: [4, 3],
  };
}

function measuredShapes(rows: readonly Dated[], plot: Plot, palette: FramePalette, size: number): readonly Shape[] {
  const latest = rows.at(-1);
  if (latest === undefined) return [];
  const { left, bottom, x, y, label, text } = plot;
  const said = label(latest.value);
  const middle = Math.max(left + textWidth(said, size * 1.15) / 2, x(latest.date));
  const look = { size: size * 1.15, weight: 700, fill: palette.ink, anchor: 'middle' } as const;
  return [
    {
      kind: 'path',
      d: `M${rows.map((row) => at(plot, row)).join('L')}`,
      stroke: palette.ink,
      strokeWidth: 1.7,
      round: true,
    },
    ...rows.map((row): Shape => ({ kind: 'circle', x: x(row.date), y: y(row.value), radius: 2, fill: palette.ink })),
    text(said, middle, Math.min(bottom - 2, y(latest.value) + size * 1.5), look),
  ];
}

function targetShapes({ date, value }: Dated, plot: Plot, palette: FramePalette, size: number): readonly Shape[] {
  const [x, y] = [plot.x(date), plot.y(value)];
  const look = { size: size * 1.3, weight: 700, fill: palette.goal } as const;
  return [
    { kind: 'circle', x, y, radius: 4.2, fill: palette.gold, stroke: palette.goal, strokeWidth: 1.5 },
    plot.text(plot.label(value), x + 7, y + size * 0.45, look),
  ];
}

/** Three or so of them. */
function ticksOf({ low, high, step }: { readonly low: number; readonly high: number; readonly step: number }) {
  const count = Math.round((high - low) / step);
  const each = Math.max(1, Math.ceil(count / 3));
  return Array.from({ length: Math.floor(count / each) + 1 }, (_, place) => low + place * each * step);
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
