/** For funders: what was tried, what was learned, the status board, open points, method and limits. */
import type { EntityOf } from '../../map/collections.ts';
import type { MapIndex } from '../../map/MapIndex.ts';
import { findingStates } from '../../map/rules/computeFindings.ts';
import { conditions } from '#shared/kinds/values.ts';
import { cell, column, heading, led, list, paragraph, table } from '../blocks.ts';
import type { Block } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';
import { statusBoard } from '../statusBoard.ts';
import { findingRows } from './coverageSection.ts';
import { experimentsTable, roundTitle } from './cycleSection.ts';

/** More open points than this are counted, not listed. */
const mostOpen = 12;

/** All experiments, program and system apart. */
export function triedSection({ index, words }: ReportContext): readonly Block[] {
  const { funders: texts, cycle, condition } = words.texts;
  const { experiments } = index.map;
  if (experiments.length === 0) return [heading(1, texts.tried), paragraph(cycle.noExperiments)];
  const groups = [
    { title: texts.onSystem, holds: (level: string | null) => level === 'system' || level === 'mixed' },
    { title: texts.onPrograms, holds: (level: string | null) => level === 'program' },
    { title: texts.onNothing, holds: (level: string | null) => level === null },
  ];
  const touched = new Set(experiments.flatMap((one) => one.conditions));
  const untouched = conditions.filter((one) => !touched.has(one));
  return [
    heading(1, texts.tried),
    paragraph(texts.triedLead),
    ...groups.flatMap(({ title, holds }) => {
      const ours = experiments.filter(({ level }) => holds(level));
      return ours.length === 0 ? [] : [heading(2, title), experimentsTable(index, ours, '', words)];
    }),
    ...(touched.size === 0
      ? []
      : [paragraph(words.fill(texts.touches, { list: words.list([...touched].map((one) => condition[one])) }))]),
    ...(untouched.length === 0
      ? []
      : [paragraph(words.fill(texts.notTouched, { list: words.list(untouched.map((one) => condition[one])) }))]),
  ];
}

/** The lesson of every round, and the problem notes of later rounds that rest on its reflections. */
export function learnedSection({ index, words }: ReportContext): readonly Block[] {
  const { funders: texts, cycle } = words.texts;
  const rounds = index.map.iterations.toSorted((a, b) => a.number - b.number);
  return [
    heading(1, texts.rounds),
    ...(rounds.length === 0 ? [paragraph(cycle.noRounds)] : []),
    ...rounds.flatMap((round): readonly Block[] => [
      heading(2, roundTitle(round, words)),
      ...(round.focus_question.trim() === '' ? [] : [led(`${cycle.question}:`, round.focus_question)]),
      led(`${texts.lesson}:`, round.carried_insight.trim() || texts.notYet),
      ...newProblems(index, round, words),
    ]),
  ];
}

function newProblems(index: MapIndex, round: EntityOf<'iterations'>, words: ReportWords): readonly Block[] {
  const reflections = new Set(index.notesOfRound.get(round.number)?.analyzing_reflecting.map(({ id }) => id) ?? []);
  const later = index.map.notes.filter(
    (note) =>
      note.stage === 'problem_defining' &&
      note.iteration > round.number &&
      note.links.some((link) => reflections.has(link)),
  );
  if (later.length === 0) return [];
  return [led(`${words.texts.funders.newProblem}:`, ''), ...list(later.map(({ text }) => text))];
}

export function statusSection({ index, words, before, withTrust }: ReportContext): readonly Block[] {
  const { funders: texts, point: names, status, trend } = words.texts;
  // Trust results go to funders only if the group says so.
  const rows = statusBoard(index, before?.index ?? null).filter(({ point }) => point !== '6' || withTrust);
  return [
    heading(1, texts.board),
    paragraph(texts.boardLead),
    table(
      '',
      [column(texts.point, 4), column(texts.word, 3), column(texts.arrow, 2), column(texts.why, 7)],
      rows.map((row) => [
        cell(names[row.point], 'strong'),
        cell(status[row.status], row.status === 'attention' ? 'gap' : row.status === 'onTrack' ? 'covered' : 'quiet'),
        trend[row.trend],
        row.open
          .slice(0, 2)
          .map((finding) => words.finding(index, finding).message)
          .join(' '),
      ]),
    ),
  ];
}

export function openPointsSection({ index, words, withTrust }: ReportContext): readonly Block[] {
  const { funders: texts } = words.texts;
  const states = findingStates(index).filter(
    ({ finding }) => finding.severity !== 'strength' && (withTrust || !finding.rule.startsWith('TRUST-')),
  );
  const open = states.filter(({ accepted }) => accepted === null);
  const accepted = states.filter((state) => state.accepted !== null);
  return [
    heading(1, texts.openPoints),
    ...(states.length === 0 ? [paragraph(texts.noOpen)] : []),
    ...(open.length === 0 ? [] : [heading(2, texts.notSolved), findingRows(index, open.slice(0, mostOpen), words)]),
    ...(open.length > mostOpen
      ? [paragraph(words.t('report.coverageSection.more', { count: open.length - mostOpen }), 'quiet')]
      : []),
    ...(accepted.length === 0 ? [] : [heading(2, texts.acceptedOnes), findingRows(index, accepted, words)]),
  ];
}

export function methodSection({ index, words, withTrust }: ReportContext): readonly Block[] {
  const { funders: texts, goal, measurement, notNamed } = words.texts;
  const { indicators, measurements } = index.map;
  const guessed = measurements.filter((row) => row.status !== 'actual');
  return [
    heading(1, texts.method),
    paragraph(texts.methodText),
    ...(indicators.length === 0
      ? []
      : [
          led(`${texts.sources}:`, ''),
          ...list(
            indicators.map((one) => {
              const source =
                one.data_source.trim() || (one.id === index.map.goal.indicator_id ? index.map.goal.data_source : '');
              return words.fill(source.trim() === '' ? texts.noSource : texts.sourceOf, {
                indicator: one.name || notNamed,
                source,
              });
            }),
          ),
        ]),
    led(`${texts.estimates}:`, guessed.length === 0 ? texts.noEstimates : ''),
    ...list(
      guessed.map((row) => {
        const indicator = index.indicators.get(row.indicator_id);
        return words.fill(texts.estimateOf, {
          indicator: indicator?.name ?? '',
          when: words.day(row.date),
          group: row.group === 'all' ? goal.everybody : row.group,
          value: words.amount(row.value, indicator?.unit ?? ''),
          status: measurement[row.status],
        });
      }),
    ),
    paragraph([texts.ratingsLeftOut, ...(withTrust ? [] : [texts.trustLeftOut])].join(' '), 'quiet'),
  ];
}
