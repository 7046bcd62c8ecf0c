/** The goal card with number, path and open points, and the series as picture and table. */
import { standing } from '../../drawings/drawGoal.ts';
import { frameWords } from '../../drawings/FrameLook.ts';
import { dayNumber } from '../../map/days.ts';
import type { MapIndex } from '../../map/MapIndex.ts';
import { actualMeasurements, goalGaps, goalPath, headlineIndicator, latestOf } from '../../map/readings/goalPath.ts';
import { drawSeries } from '../../picture/drawSeries.ts';
import { cell, column, facts, heading, led, paragraph, table } from '../blocks.ts';
import type { Block } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';

export function goalSection({ index, words }: ReportContext): readonly Block[] {
  const { texts } = words;
  const { goal } = index.map;
  if (goal.statement.trim() === '') return [heading(1, texts.goal.title), paragraph(texts.goal.none)];
  const series = drawSeries(index, words);
  return [
    heading(1, texts.goal.title),
    paragraph(goal.statement, 'large'),
    ...facts(goalFacts(index, words)),
    ...openPoints(index, words),
    ...(series ? [{ kind: 'picture', name: 'goal', picture: series, size: 'wide' } as const] : []),
    ...seriesTable(index, words),
  ];
}

/** Also for the funders' first page. */
export function goalFacts(index: MapIndex, words: ReportWords): readonly (readonly [string, string | null])[] {
  const { texts } = words;
  const { goal } = index.map;
  const indicator = headlineIndicator(index);
  const dated = ({ value, date }: typeof goal.baseline) =>
    value === null ? null : `${words.amountOf(value, goal.unit)}${date === null ? '' : ` (${words.day(date)})`}`;
  const latest = indicator
    ? latestOf(actualMeasurements(index, indicator.id).filter((row) => row.group === 'all'))
    : undefined;
  return [
    [texts.goal.population, goal.population],
    [texts.goal.place, goal.place],
    [texts.goal.indicator, indicator?.name ?? null],
    [texts.goal.start, dated(goal.baseline)],
    [texts.goal.target, dated(goal.target)],
    [texts.goal.latest, latest ? dated({ value: latest.value, date: latest.date }) : null],
    [texts.goal.path, pathSentence(index, words)],
    [texts.goal.source, goal.data_source],
    [
      texts.goal.agreed,
      goal.agreed_on === null || goal.status !== 'agreed'
        ? texts.goalStatus[goal.status]
        : words.fill(texts.goal.agreedOn, { status: texts.goalStatus.agreed, when: words.day(goal.agreed_on) }),
    ],
  ];
}

/** Where the latest number stands against the straight line; null while the goal cannot be measured. */
export function pathSentence(index: MapIndex, words: ReportWords): string | null {
  const path = goalPath(index);
  const indicator = headlineIndicator(index);
  const latest = indicator
    ? latestOf(actualMeasurements(index, indicator.id).filter((row) => row.group === 'all'))
    : undefined;
  if (!path || !latest) return null;
  const { unit } = index.map.goal;
  return words.fill(words.texts.goal.expected, {
    value: words.amount(path.expected, unit),
    when: words.day(latest.date),
    standing: standing(path, unit, frameWords(words.language, words.t)),
  });
}

function openPoints(index: MapIndex, words: ReportWords): readonly Block[] {
  const { texts } = words;
  const { goal } = index.map;
  const missing = goalGaps(goal).map((gap) => words.missing(gap));
  if (goal.population.trim() === '') missing.push(words.missing('population'));
  if (goal.place.trim() === '') missing.push(words.missing('place'));
  const blocks: Block[] = [];
  if (missing.length > 0) blocks.push(led(`${texts.goal.open}:`, `${words.list(missing)}.`));
  if (goal.source_variants.length > 1) {
    const list = goal.source_variants.map(({ value, unit, where, used }) =>
      words.fill(used ? texts.goal.usedHere : texts.goal.notUsed, { value, unit, where }),
    );
    blocks.push(paragraph(words.fill(texts.goal.variants, { list: words.list(list) }), 'quiet'));
  }
  return blocks;
}

/** More groups than this stand below each other instead of side by side. */
const mostGroups = 3;

/** Every value of the number we watch: a row per date, a column per group, with what the path says for that date. */
function seriesTable(index: MapIndex, words: ReportWords): readonly Block[] {
  const { texts } = words;
  const indicator = headlineIndicator(index);
  const rows = (indicator ? (index.measurementsOf.get(indicator.id) ?? []) : []).filter(
    (row) => row.date <= index.asOf,
  );
  if (rows.length === 0) return [];
  const unit = indicator?.unit || index.map.goal.unit;
  const groups = [...new Set(rows.map((row) => row.group))].filter((group) => group !== 'all').toSorted();
  const valueOf = (date: string, group: string) => {
    const row = rows.find((one) => one.date === date && one.group === group);
    if (!row) return '';
    const value = words.amount(row.value, unit);
    return row.status === 'actual' ? value : `${value} (${texts.measurement[row.status]})`;
  };
  const tables = chunksOf(groups, mostGroups).map((some, at) => {
    const dates = [
      ...new Set(rows.filter((row) => at === 0 || some.includes(row.group)).map((row) => row.date)),
    ].toSorted();
    const all = at === 0;
    return table(
      at === 0 ? texts.goal.values : texts.goal.byGroup,
      [
        column(texts.goal.date, 3.6),
        ...(all ? [column(texts.goal.everybody, 2, 'end'), column(texts.goal.pathValue, 2, 'end')] : []),
        ...some.map((group) => column(group, 3, 'end')),
      ],
      dates.map((date) => [
        words.day(date),
        ...(all ? [cell(valueOf(date, 'all'), 'strong'), expectedOn(index, date, words)] : []),
        ...some.map((group) => valueOf(date, group)),
      ]),
    );
  });
  return tables;
}

function chunksOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [items.slice(0, size)];
  for (let at = size; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}

/** What the straight path says for a day; empty before its start and after its end. */
function expectedOn(index: MapIndex, date: string, words: ReportWords): string {
  const { baseline, target, unit } = index.map.goal;
  if (baseline.value === null || baseline.date === null || target.value === null || target.date === null) return '';
  const span = dayNumber(target.date) - dayNumber(baseline.date);
  if (span <= 0 || date < baseline.date || date > target.date) return '';
  const share = (dayNumber(date) - dayNumber(baseline.date)) / span;
  return words.amount(Math.round((baseline.value + (target.value - baseline.value) * share) * 100) / 100, unit);
}
