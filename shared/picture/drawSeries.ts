/** The number of the goal over time, with the straight path from start to target. */
import type { FramePalette } from '../views/frame/framePalette.ts';
import { framePalettes } from '../views/frame/framePalette.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import { dayNumber } from '../map/days.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import { actualMeasurements, headlineIndicator } from '../map/readings/goalPath.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';
import { short, type Shape } from '../drawings/Shape.ts';
import type { Picture } from './Picture.ts';

const size = { width: 720, height: 340 };
const plot = { left: 64, right: 40, top: 56, bottom: 54 };

type Text = (words: string, x: number, y: number, fill: string, more?: object) => Shape;
type Row = { readonly date: string; readonly value: number };

/** Where days and values stand. */
interface Scale {
  readonly x: (date: string) => number;
  readonly dayX: (day: number) => number;
  readonly y: (value: number) => number;
  readonly values: ReturnType<typeof nice>;
  readonly periods: Periods;
}

interface SeriesParts {
  readonly scale: Scale;
  readonly words: ReportWords;
  readonly palette: FramePalette;
  readonly unit: string;
}

const right = size.width - plot.right;
const bottom = size.height - plot.bottom;

/** Null while there is nothing to draw: no number, or neither values nor a path. */
export function drawSeries(
  index: MapIndex,
  words: ReportWords,
  palette: FramePalette = framePalettes.light,
): Picture | null {
  const { baseline, target, unit } = index.map.goal;
  const indicator = headlineIndicator(index);
  const rows = (indicator ? actualMeasurements(index, indicator.id) : [])
    .filter((row) => row.group === 'all')
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const path = pathOf(baseline, target);
  if (rows.length + path.length < 2) return null;
  const parts = { scale: scaleOver([...rows, ...path]), words, palette, unit };
  const name = indicator?.name || index.map.goal.statement;
  return {
    x: 0,
    y: 0,
    ...size,
    background: palette.card,
    title: words.fill(words.texts.picture.seriesTitle, { indicator: name }),
    description: rows.map((row) => `${words.day(row.date)}: ${words.amount(row.value, unit)}`).join('; '),
    shapes: [
      ...drawGrid(parts),
      ...drawPeriods(parts),
      ...drawPath(parts, path),
      ...drawRows(parts, rows),
      ...drawLegend(parts, rows.length > 0, path.length > 0),
    ],
  };
}

function scaleOver(points: readonly Row[]): Scale {
  const periods = periodsOver(range(points.map(({ date }) => dayNumber(date))));
  const days = { low: periods.marks[0] ?? 0, high: periods.marks.at(-1) ?? 1 };
  const values = nice(range(points.map(({ value }) => value)));
  const dayX = (day: number) =>
    plot.left + ((day - days.low) / Math.max(1, days.high - days.low)) * (right - plot.left);
  return {
    periods,
    values,
    dayX,
    x: (date) => dayX(dayNumber(date)),
    y: (value) => bottom - ((value - values.low) / (values.high - values.low)) * (bottom - plot.top),
  };
}

const text: Text = (words, x, y, fill, more = {}) => ({
  kind: 'text',
  text: words,
  x,
  y,
  size: 12,
  weight: 500,
  fill,
  ...more,
});

function drawGrid({ scale: { values, y }, words, palette, unit }: SeriesParts): readonly Shape[] {
  const shapes: Shape[] = [];
  for (let value = values.low; value <= values.high + values.step / 2; value += values.step) {
    const amount = words.amount(Math.round(value * 1e6) / 1e6, unit);
    shapes.push(
      { kind: 'path', d: `M${plot.left} ${short(y(value))}H${right}`, stroke: palette.wedgeLine, strokeWidth: 1 },
      text(amount, plot.left - 8, y(value) + 4, palette.soft, { anchor: 'end' }),
    );
  }
  return shapes;
}

function drawPeriods({ scale: { periods, dayX }, words, palette }: SeriesParts): readonly Shape[] {
  const marks = periods.marks.map((day): Shape => ({
    kind: 'path',
    d: `M${short(dayX(day))} ${bottom}v5`,
    stroke: palette.awayLine,
    strokeWidth: 1,
  }));
  // A label stands in the middle of its year: at a mark it would read as that of the year that ends there.
  const labels = periods.labelled.map(({ from, to, isMonth }) => {
    const start = new Date(from * dayMs).toISOString().slice(0, 10);
    const label = isMonth ? words.month(start) : start.slice(0, 4);
    return text(label, (dayX(from) + dayX(to)) / 2, bottom + 20, palette.soft, { anchor: 'middle' });
  });
  return [...marks, ...labels];
}

function drawPath({ scale, words, palette, unit }: SeriesParts, path: readonly Row[]): readonly Shape[] {
  const [first, last] = path;
  if (first === undefined || last === undefined) return [];
  const { baseline, target } = words.texts.picture;
  const ends = [
    { end: first, word: baseline, right: 0, up: 17, anchor: 'middle' },
    { end: last, word: target, right: 4, up: 12, anchor: 'end' },
  ].flatMap(({ end, word, right: dx, up, anchor }): readonly Shape[] => {
    const [x, y] = [scale.x(end.date), scale.y(end.value)];
    return [
      { kind: 'circle', x, y, radius: 5, fill: palette.paper, stroke: palette.goal, strokeWidth: 2 },
      text(`${word} ${words.amount(end.value, unit)}`, x + dx, y - up, palette.goal, { weight: 700, anchor }),
    ];
  });
  return [{ kind: 'path', d: lineOver(scale, path), stroke: palette.goal, strokeWidth: 2, dash: [7, 5] }, ...ends];
}

function drawRows({ scale, words, palette, unit }: SeriesParts, rows: readonly Row[]): readonly Shape[] {
  const latest = rows.at(-1);
  if (latest === undefined) return [];
  const dots = rows.map(({ date, value }): Shape => ({
    kind: 'circle',
    x: scale.x(date),
    y: scale.y(value),
    radius: 4,
    fill: palette.doer,
  }));
  return [
    { kind: 'path', d: lineOver(scale, rows), stroke: palette.doer, strokeWidth: 2.5, round: true },
    ...dots,
    text(words.amount(latest.value, unit), scale.x(latest.date), scale.y(latest.value) + 20, palette.doer, {
      weight: 700,
      anchor: 'middle',
    }),
  ];
}

function lineOver({ x, y }: Scale, rows: readonly Row[]): string {
  return `M${rows.map(({ date, value }) => `${short(x(date))} ${short(y(value))}`).join('L')}`;
}

function drawLegend({ words, palette }: SeriesParts, hasRows: boolean, hasPath: boolean): readonly Shape[] {
  const { measured, straightPath } = words.texts.picture;
  const pathX = plot.left + (hasRows ? 30 + textWidth(measured, 12) + 26 : 0);
  const rows: readonly Shape[] = [
    { kind: 'path', d: `M${plot.left} 28h22`, stroke: palette.doer, strokeWidth: 2.5, round: true },
    text(measured, plot.left + 30, 32, palette.soft),
  ];
  const path: readonly Shape[] = [
    { kind: 'path', d: `M${short(pathX)} 28h22`, stroke: palette.goal, strokeWidth: 2, dash: [7, 5] },
    text(straightPath, pathX + 30, 32, palette.soft),
  ];
  return [...(hasRows ? rows : []), ...(hasPath ? path : [])];
}

type Dated = { readonly value: number | null; readonly date: string | null };

export function pathOf(baseline: Dated, target: Dated): readonly { readonly date: string; readonly value: number }[] {
  if (baseline.value === null || baseline.date === null || target.value === null || target.date === null) return [];
  if (baseline.date >= target.date) return [];
  return [
    { date: baseline.date, value: baseline.value },
    { date: target.date, value: target.value },
  ];
}

export function range(numbers: readonly number[]): { readonly low: number; readonly high: number } {
  return { low: Math.min(...numbers), high: Math.max(...numbers) };
}

/** Around the values, on round numbers. */
export function nice({ low, high }: { readonly low: number; readonly high: number }) {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((part) => part * power).find((one) => one >= rough) ?? rough;
  const from = Math.floor((low - span * 0.06) / step) * step;
  const to = Math.ceil((high + span * 0.06) / step) * step;
  return { low: from, high: to, step };
}

const dayMs = 86_400_000;
const mostMarks = 40;
const mostYears = 10;
const mostMonths = 6;

interface Periods {
  /** First days of periods, and the one after the last. */
  readonly marks: readonly number[];
  readonly labelled: readonly { readonly from: number; readonly to: number; readonly isMonth: boolean }[];
}

/** Whole years around the days, or whole months where all lie within one year; the last one always has its label. */
function periodsOver({ low, high }: { readonly low: number; readonly high: number }): Periods {
  const [first, last] = [new Date(low * dayMs), new Date(high * dayMs)];
  const isMonth = first.getUTCFullYear() === last.getUTCFullYear();
  const begin = isMonth ? first.getUTCMonth() : 0;
  const count = isMonth ? last.getUTCMonth() - begin + 1 : last.getUTCFullYear() - first.getUTCFullYear() + 1;
  const dayOf = (period: number): number => {
    const [year, month] = isMonth ? [0, begin + period] : [period, 0];
    return Date.UTC(first.getUTCFullYear() + year, month, 1) / dayMs;
  };
  const starts = Array.from({ length: count + 1 }, (_, period) => dayOf(period));
  const step = Math.ceil(count / (isMonth ? mostMonths : mostYears));
  const labelled = starts.slice(0, -1).flatMap((from, period) => {
    const to = starts[period + 1] ?? from;
    return (count - 1 - period) % step === 0 ? [{ from, to, isMonth }] : [];
  });
  const markStep = Math.ceil(count / mostMarks);
  return { marks: starts.filter((_, at) => at === 0 || (count - at) % markStep === 0), labelled };
}
