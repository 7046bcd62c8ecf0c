/** The rounds: pictures, notes by stage as the group decided on them, experiments. No authors, dots as totals. */
import type { EntityOf } from '../../map/collections.ts';
import type { MapIndex } from '../../map/MapIndex.ts';
import { stages } from '#shared/kinds/values.ts';
import { drawCycle } from '../../picture/drawCycle.ts';
import { beliefOf } from '../../map/readings/beliefOf.ts';
import { cell, column, heading, led, list, paragraph, table } from '../blocks.ts';
import type { Block, TableBlock } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';

/** The latest round whole, its notes as text or in a picture; of earlier ones what came out: the rest stood in the report of their time. */
export function cycleSection({ index, words }: ReportContext, show: 'notes' | 'picture'): readonly Block[] {
  const { cycle: texts } = words.texts;
  const rounds = index.map.iterations.toSorted((a, b) => b.number - a.number);
  const homeless = index.map.experiments.filter(
    ({ iteration }) => iteration === null || !rounds.some(({ number }) => number === iteration),
  );
  return [
    heading(1, texts.title),
    ...(rounds.length === 0
      ? [paragraph(texts.noRounds)]
      : show === 'notes'
        ? [paragraph(texts.authors, 'quiet')]
        : []),
    ...rounds.flatMap((round, at) =>
      at === 0 ? latestRound(index, round, words, show) : earlierRound(index, round, words),
    ),
    ...(homeless.length > 0 ? [experimentsTable(index, homeless, texts.withoutRound, words)] : []),
    ...(index.map.experiments.length === 0 ? [paragraph(texts.noExperiments)] : []),
  ];
}

function latestRound(
  index: MapIndex,
  round: EntityOf<'iterations'>,
  words: ReportWords,
  show: 'notes' | 'picture',
): readonly Block[] {
  const picture = show === 'picture' ? drawCycle(index, words, round.number) : null;
  const experiments = index.experimentsOfRound.get(round.number) ?? [];
  return [
    heading(2, roundTitle(round, words)),
    ...(picture ? [{ kind: 'picture', name: `round-${round.number}`, picture, size: 'page' } as const] : []),
    ...questionAndLesson(round, words),
    ...(show === 'notes' ? [notesTable(index, round, words)] : []),
    ...(experiments.length > 0 ? [experimentsTable(index, experiments, words.texts.cycle.experiments, words)] : []),
  ];
}

function earlierRound(index: MapIndex, round: EntityOf<'iterations'>, words: ReportWords): readonly Block[] {
  const experiments = index.experimentsOfRound.get(round.number) ?? [];
  const outcomes = experiments.map((one) => outcome(index, one, words));
  return [
    heading(2, roundTitle(round, words)),
    ...questionAndLesson(round, words),
    ...(outcomes.length === 0 ? [] : [led(`${words.texts.cycle.experiments}:`, ''), ...list(outcomes)]),
  ];
}

function questionAndLesson(round: EntityOf<'iterations'>, words: ReportWords): readonly Block[] {
  const { cycle: texts } = words.texts;
  return [
    ...(round.focus_question.trim() === '' ? [] : [led(`${texts.question}:`, round.focus_question)]),
    ...(round.carried_insight.trim() === '' ? [] : [led(`${texts.lesson}:`, round.carried_insight)]),
  ];
}

/** The four stages side by side, in each the notes with most dots first. */
function notesTable(index: MapIndex, round: EntityOf<'iterations'>, words: ReportWords): TableBlock {
  const { cycle: texts, stage: stageNames } = words.texts;
  const byStage = index.notesOfRound.get(round.number);
  const notes = stages.map((stage) =>
    (byStage?.[stage] ?? []).toSorted((a, b) => (b.votes ?? -1) - (a.votes ?? -1)).map((note) => noteLine(note, words)),
  );
  const rows = Math.max(1, ...notes.map(({ length }) => length));
  return table(
    texts.notes,
    // a stage without notes needs no room for them
    stages.map((stage, at) => column(stageNames[stage], notes[at]?.length === 0 ? 2 : 4)),
    Array.from({ length: rows }, (_, at) =>
      notes.map((ours) => ours[at] ?? (at === 0 ? cell(texts.noNotes, 'quiet') : '')),
    ),
  );
}

export function roundTitle(round: EntityOf<'iterations'>, words: ReportWords): string {
  const { cycle: texts, notNamed } = words.texts;
  const from = words.dayOr(round.started_on, notNamed);
  const values = { number: String(round.number), title: round.title || notNamed, from };
  return round.status === 'open'
    ? words.fill(texts.roundOpen, values)
    : words.fill(texts.roundClosed, { ...values, to: words.dayOr(round.closed_on, notNamed) });
}

function noteLine(note: EntityOf<'notes'>, words: ReportWords): string {
  const facts = noteFacts(note, words);
  return `${note.text}${facts === '' ? '' : ` (${facts})`}`;
}

/** Tag, level and dots of a note. */
function noteFacts(note: EntityOf<'notes'>, words: ReportWords): string {
  const { picture, tag, level } = words.texts;
  return joined(
    [
      note.parked ? picture.parked : '',
      note.tag === null ? '' : tag[note.tag],
      note.level === null ? '' : level[note.level],
      note.votes === null ? '' : words.t('report.picture.votes', { count: note.votes }),
    ],
    ' · ',
  );
}

/** How an experiment stands, without its plan. */
function outcome(index: MapIndex, experiment: EntityOf<'experiments'>, words: ReportWords): string {
  const { cycle: texts, notNamed } = words.texts;
  return words.fill(texts.outcome, {
    title: experiment.title || notNamed,
    result: resultOf(index, experiment, words),
  });
}

/** "finished, adopted. 66 percent with a coach" */
function resultOf(index: MapIndex, experiment: EntityOf<'experiments'>, words: ReportWords): string {
  const { cycle: texts, experimentStatus, decision: decisions } = words.texts;
  const { status, decision, end_on: end, result } = experiment;
  const isLate = end !== null && end < index.asOf && result.trim() === '' && status !== 'stopped';
  const standing = [
    experimentStatus[status],
    decision === null ? '' : decisions[decision],
    isLate ? texts.lateResult : '',
  ];
  return joined([joined(standing, ', '), result.trim()], '. ');
}

const joined = (parts: readonly string[], between: string) => parts.filter((part) => part.trim() !== '').join(between);

export function experimentsTable(
  index: MapIndex,
  experiments: readonly EntityOf<'experiments'>[],
  caption: string,
  words: ReportWords,
): TableBlock {
  const { cycle: texts, actions, notNamed, picture } = words.texts;
  const believed = (belief: string) => (belief === '' ? '' : words.fill(picture.believe, { text: belief }));
  return table(
    caption,
    [
      column(texts.experiment, 2.4),
      column(texts.action, 5.4),
      column(texts.measure, 3.4),
      column(texts.end, 3),
      column(texts.result, 2.8),
    ],
    experiments.map((one) => [
      cell(one.title || notNamed, 'strong'),
      joined([one.action.trim(), believed(beliefOf(index.notes, one))], '\n'),
      joined([one.measure, one.success_threshold], '; '),
      `${words.dayOr(one.end_on, actions.noDate)}\n${index.organizations.get(one.owner_org_id ?? '')?.name || actions.noOwner}`,
      resultOf(index, one, words),
    ]),
  );
}
