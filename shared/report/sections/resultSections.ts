/** For funders: one page, the result with its indicators, and who is in. */
import type { EntityOf } from '../../map/collections.ts';
import type { MapIndex } from '../../map/MapIndex.ts';
import { actualMeasurements, goalPath, headlineIndicator, latestOf } from '../../map/readings/goalPath.ts';
import { findingStates } from '../../map/rules/computeFindings.ts';
import { representativeKinds, standardSectors } from '#shared/kinds/values.ts';
import { drawSeries } from '../../picture/drawSeries.ts';
import { cell, column, facts, heading, led, list, paragraph, table } from '../blocks.ts';
import type { Block } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';
import { coveragePercent } from '../../map/readings/coverage.ts';
import { missingList } from './coverageSection.ts';
import { interestName } from './frameSection.ts';
import { pathSentence } from './goalSection.ts';
import { voicePaths } from './structureSection.ts';

const three = 3;

export function onePage({ index, words, withTrust }: ReportContext): readonly Block[] {
  const { funders: texts, goal: goalTexts } = words.texts;
  const { goal } = index.map;
  const path = goalPath(index);
  const learned = lessons(index).slice(0, three);
  const changed = systemChanges(index).slice(0, three);
  const needed = findingStates(index)
    .filter(
      ({ finding, accepted }) =>
        accepted === null &&
        (finding.severity === 'alert' || finding.severity === 'warning') &&
        (withTrust || !finding.rule.startsWith('TRUST-')),
    )
    .slice(0, three);
  return [
    heading(1, texts.onePage),
    paragraph(goal.statement.trim() === '' ? goalTexts.none : goal.statement, 'large'),
    ...facts([
      [texts.latest, path ? words.amountOf(path.latest, goal.unit) : null],
      [texts.standing, pathSentence(index, words)],
    ]),
    led(`${texts.learned}:`, learned.length === 0 ? texts.noneLearned : ''),
    ...list(learned),
    led(`${texts.changed}:`, changed.length === 0 ? texts.noneChanged : ''),
    ...list(changed),
    led(`${texts.needed}:`, needed.length === 0 ? texts.noneNeeded : ''),
    ...list(
      needed.map(({ finding }) => {
        const { message, ask } = words.finding(index, finding);
        return `${message} ${ask}`;
      }),
    ),
  ];
}

/** Lessons of rounds, the latest first, then what finished experiments taught. */
function lessons(index: MapIndex): readonly string[] {
  const rounds = index.map.iterations.toSorted((a, b) => b.number - a.number).map((round) => round.carried_insight);
  const tried = index.map.experiments.map((one) => one.learning);
  return [...rounds, ...tried].map((text) => text.trim()).filter((text) => text !== '');
}

/** Experiments on the system that were adopted or adapted. */
function systemChanges(index: MapIndex): readonly string[] {
  return index.map.experiments
    .filter(
      ({ level, decision }) =>
        (level === 'system' || level === 'mixed') && (decision === 'adopt' || decision === 'adapt'),
    )
    .map(({ title, result }) => (result.trim() === '' ? title : `${title}: ${result.trim()}`));
}

export function resultSection({ index, words }: ReportContext): readonly Block[] {
  const { funders: texts } = words.texts;
  const series = drawSeries(index, words);
  const used = index.map.indicators.filter(({ status }) => status === 'used');
  const population = used.filter(({ level }) => level !== 'performance');
  const programs = used.filter(({ level }) => level === 'performance');
  return [
    heading(1, texts.result),
    ...(series ? [{ kind: 'picture', name: 'goal', picture: series, size: 'wide' } as const] : []),
    ...indicatorTable(index, population, texts.population, words),
    ...indicatorTable(index, programs, texts.programs, words),
  ];
}

/** Population and program numbers never stand in one table. */
function indicatorTable(
  index: MapIndex,
  indicators: readonly EntityOf<'indicators'>[],
  caption: string,
  words: ReportWords,
): readonly Block[] {
  const { funders: texts, goal, indicatorRole, notNamed } = words.texts;
  if (indicators.length === 0) return [heading(2, caption), paragraph(texts.noIndicators)];
  const headline = headlineIndicator(index);
  return [
    heading(2, caption),
    table(
      '',
      [
        column(texts.indicator, 5),
        column(goal.group, 3),
        column(texts.baseline, 3),
        column(texts.latestValue, 3),
        column(texts.target, 3),
        column(texts.trend, 2),
      ],
      indicators.flatMap((indicator) => {
        const isGoal = indicator.id === headline?.id;
        const baseline = isGoal && indicator.baseline.value === null ? index.map.goal.baseline : indicator.baseline;
        const target = isGoal && indicator.target.value === null ? index.map.goal.target : indicator.target;
        const rows = actualMeasurements(index, indicator.id);
        const groups = [...new Set(['all', ...rows.map((row) => row.group)])];
        const name = `${indicator.name || notNamed} (${indicatorRole[indicator.role]}; ${indicator.unit || notNamed})`;
        return groups.map((group, at) => {
          const ours = rows.filter((row) => row.group === group).toSorted((a, b) => (a.date < b.date ? -1 : 1));
          const dated = ({ value, date }: { readonly value: number | null; readonly date: string | null }) =>
            value === null
              ? '–'
              : `${words.amount(value, indicator.unit)}${date === null ? '' : ` (${words.month(date)})`}`;
          const isAll = group === 'all';
          const latest = latestOf(ours);
          const [first] = ours;
          return [
            at === 0 ? cell(name, 'strong') : '',
            isAll ? goal.everybody : group,
            isAll && baseline.value !== null ? dated(baseline) : first && first !== latest ? dated(first) : '–',
            latest ? dated(latest) : '–',
            isAll ? dated(target) : '–',
            trendOf(indicator.direction, ours, words),
          ];
        });
      }),
    ),
  ];
}

/** The last value against the one before it. */
function trendOf(
  direction: EntityOf<'indicators'>['direction'],
  rows: readonly EntityOf<'measurements'>[],
  words: ReportWords,
): string {
  const { funders: texts } = words.texts;
  const [before, last] = rows.slice(-2);
  if (!before || !last) return texts.trendUnknown;
  const rise = last.value - before.value;
  if (rise === 0 || direction === 'keep') return rise === 0 ? texts.trendSame : texts.trendWorse;
  return rise > 0 === (direction === 'increase') ? texts.trendBetter : texts.trendWorse;
}

export function whoSection({ index, words }: ReportContext): readonly Block[] {
  const { funders: texts, kinds, cover } = words.texts;
  const { map } = index;
  const own = map.organizations.flatMap(({ sector }) => sector ?? []);
  const sectors = [...new Set<string>([...standardSectors, ...own])];
  return [
    heading(1, texts.whoIsIn),
    paragraph(`${coveragePercent(index)}% ${cover.coverage}.`),
    ...missingList(index, words),
    table(
      texts.bySector,
      [column(texts.sector, 4), column(texts.atTable, 2, 'end'), column(texts.onMap, 2, 'end')],
      sectors.map((code) => [
        words.sector(index, code),
        String(index.partners.filter(({ sector }) => sector === code).length),
        String(map.organizations.filter(({ sector }) => sector === code).length),
      ]),
    ),
    table(
      texts.byInterest,
      [
        column(texts.interest, 5),
        column(texts.atTable, 2, 'end'),
        ...representativeKinds.map((kind) => column(kinds[kind], 2, 'end')),
      ],
      map.interests.map((interest) => {
        const here = new Set((index.placementsOfInterest.get(interest.id) ?? []).map((one) => one.organization_id));
        const voices = index.voices.get(interest.id);
        return [
          cell(interestName(interest.title || interest.placeholder, words), 'strong'),
          here.size === 0 ? cell('0', 'gap') : String(here.size),
          ...representativeKinds.map((kind) => {
            const count = voices?.[kind] ?? 0;
            return count === 0 ? cell('0', 'gap') : cell(String(count));
          }),
        ];
      }),
    ),
    heading(2, texts.concerned),
    ...voicePaths(index, words),
  ];
}
