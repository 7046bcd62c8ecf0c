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
  const points = [
    ...rows.map(({ date, value }) => ({ day: dayNumber(date), value })),
    ...path.map(({ date, value }) => ({ day: dayNumber(date), value })),
  ];
  if (points.length < 2) return null;
  const periods = periodsOver(range(points.map(({ day }) => day)));
  const days = { low: periods.marks[0] ?? 0, high: periods.marks.at(-1) ?? 1 };
  const values = nice(range(points.map(({ value }) => value)));
  const right = size.width - plot.right;
  const bottom = size.height - plot.bottom;
  const x = (day: number) => plot.left + ((day - days.low) / Math.max(1, days.high - days.low)) * (right - plot.left);
  const y = (value: number) => bottom - ((value - values.low) / (values.high - values.low)) * (bottom - plot.top);
  const at = (date: string, value: number) => `${short(x(dayNumber(date)))} ${short(y(value))}`;

  const shapes: Shape[] = [];
  const text = (words_: string, tx: number, ty: number, fill: string, more: object = {}) =>
    shapes.push({ kind: 'text', text: words_, x: tx, y: ty, size: 12, weight: 500, fill, ...more });
  for (let value = values.low; value <= values.high + values.step / 2; value += values.step) {
    shapes.push({
      kind: 'path',
      d: `M${plot.left} ${short(y(value))}H${right}`,
      stroke: palette.wedgeLine,
      strokeWidth: 1,
    });
    text(words.amount(Math.round(value * 1e6) / 1e6, unit), plot.left - 8, y(value) + 4, palette.soft, {
      anchor: 'end',
    });
  }
  // A label stands in the middle of its year: at a mark it would read as that of the year that ends there.
  for (const day of periods.marks)
    shapes.push({ kind: 'path', d: `M${short(x(day))} ${bottom}v5`, stroke: palette.awayLine, strokeWidth: 1 });
  for (const { from, to, isMonth } of periods.labelled) {
    const start = new Date(from * dayMs).toISOString().slice(0, 10);
    text(isMonth ? words.month(start) : start.slice(0, 4), (x(from) + x(to)) / 2, bottom + 20, palette.soft, {
      anchor: 'middle',
    });
  }
  const { picture } = words.texts;
  const [first, last] = path;
  if (first && last) {
    shapes.push({
      kind: 'path',
      d: `M${at(first.date, first.value)}L${at(last.date, last.value)}`,
      stroke: palette.goal,
      strokeWidth: 2,
      dash: [7, 5],
    });
    for (const [end, word] of [
      [first, picture.baseline],
      [last, picture.target],
    ] as const) {
      const isLast = end === last;
      const [ex, ey] = [x(dayNumber(end.date)), y(end.value)];
      shapes.push({
        kind: 'circle',
        x: ex,
        y: ey,
        radius: 5,
        fill: palette.paper,
        stroke: palette.goal,
        strokeWidth: 2,
      });
      text(`${word} ${words.amount(end.value, unit)}`, isLast ? ex + 4 : ex, ey - (isLast ? 12 : 17), palette.goal, {
        weight: 700,
        anchor: isLast ? 'end' : 'middle',
      });
    }
  }
  if (rows.length > 0) {
    shapes.push({
      kind: 'path',
      d: `M${rows.map((row) => at(row.date, row.value)).join('L')}`,
      stroke: palette.doer,
      strokeWidth: 2.5,
      round: true,
    });
    for (const row of rows)
      shapes.push({ kind: 'circle', x: x(dayNumber(row.date)), y: y(row.value), radius: 4, fill: palette.doer });
    const latest = rows.at(-1);
    if (latest)
      text(words.amount(latest.value, unit), x(dayNumber(latest.date)), y(latest.value) + 20, palette.doer, {
        weight: 700,
        anchor: 'middle',
      });
  }
  let legendX = plot.left;
  const legend = (word: string, sign: Shape) => {
    shapes.push(sign);
    text(word, legendX + 30, 32, palette.soft);
    legendX += 30 + textWidth(word, 12) + 26;
  };
  if (rows.length > 0)
    legend(picture.measured, {
      kind: 'path',
      d: `M${legendX} 28h22`,
      stroke: palette.doer,
      strokeWidth: 2.5,
      round: true,
    });
  if (first)
    legend(picture.straightPath, {
      kind: 'path',
      d: `M${short(legendX)} 28h22`,
      stroke: palette.goal,
      strokeWidth: 2,
      dash: [7, 5],
    });
  const name = indicator?.name || index.map.goal.statement;
  return {
    x: 0,
    y: 0,
    ...size,
    background: palette.card,
    title: words.fill(picture.seriesTitle, { indicator: name }),
    description: rows.map((row) => `${words.day(row.date)}: ${words.amount(row.value, unit)}`).join('; '),
    shapes,
  };
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
