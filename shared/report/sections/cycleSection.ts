/** The rounds: pictures, notes by stage as the group decided on them, experiments. No authors, dots as totals. */
import type { EntityOf } from '../../map/collections.ts';
import type { MapIndex } from '../../map/MapIndex.ts';
import { stages } from '../../map/values.ts';
import { drawCycle } from '../../picture/drawCycle.ts';
import { beliefOf, noteFacts } from '../../picture/drawWork.ts';
import { cell, column, heading, led, list, paragraph, table } from '../blocks.ts';
import type { Block, TableBlock } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '../ReportWords.ts';

interface CycleOptions {
  /** all notes stand in the text, too, not only in the picture */
  readonly notes: boolean;
  /** of how many rounds, the latest first */
  readonly pictures: number;
}

export function cycleSection({ index, words }: ReportContext, options: CycleOptions): readonly Block[] {
  const { cycle: texts } = words.texts;
  const rounds = index.map.iterations.toSorted((a, b) => b.number - a.number);
  const homeless = index.map.experiments.filter(
    ({ iteration }) => iteration === null || !rounds.some(({ number }) => number === iteration),
  );
  return [
    heading(1, texts.title),
    ...(rounds.length === 0 ? [paragraph(texts.noRounds)] : options.notes ? [paragraph(texts.authors, 'quiet')] : []),
    ...rounds.flatMap((round, at) => roundBlocks(index, round, words, { ...options, picture: at < options.pictures })),
    ...(homeless.length > 0 ? [experimentsTable(index, homeless, texts.withoutRound, words)] : []),
    ...(index.map.experiments.length === 0 ? [paragraph(texts.noExperiments)] : []),
  ];
}

function roundBlocks(
  index: MapIndex,
  round: EntityOf<'iterations'>,
  words: ReportWords,
  options: { readonly notes: boolean; readonly picture: boolean },
): readonly Block[] {
  const { cycle: texts, stage: stageNames } = words.texts;
  const picture = options.picture ? drawCycle(index, words, round.number) : null;
  const experiments = index.experimentsOfRound.get(round.number) ?? [];
  const byStage = index.notesOfRound.get(round.number);
  return [
    heading(2, roundTitle(round, words)),
    ...(picture ? [{ kind: 'picture', name: `round-${round.number}`, picture, size: 'page' } as const] : []),
    ...(round.focus_question.trim() === '' ? [] : [led(`${texts.question}:`, round.focus_question)]),
    ...(round.carried_insight.trim() === '' ? [] : [led(`${texts.lesson}:`, round.carried_insight)]),
    ...(options.notes
      ? stages.flatMap((stage): readonly Block[] => {
          const notes = [...(byStage?.[stage] ?? [])].toSorted((a, b) => (b.votes ?? -1) - (a.votes ?? -1));
          return [
            heading(3, stageNames[stage]),
            ...(notes.length === 0
              ? [paragraph(texts.noNotes, 'quiet')]
              : list(notes.map((note) => noteLine(note, words)))),
          ];
        })
      : []),
    ...(experiments.length > 0 ? [experimentsTable(index, experiments, texts.experiments, words)] : []),
  ];
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

export function experimentsTable(
  index: MapIndex,
  experiments: readonly EntityOf<'experiments'>[],
  caption: string,
  words: ReportWords,
): TableBlock {
  const { cycle: texts, actions, notNamed, experimentStatus, decision } = words.texts;
  return table(
    caption,
    [
      column(texts.experiment, 4),
      column(texts.belief, 4),
      column(texts.measure, 4),
      column(texts.end, 2.4),
      column(texts.owner, 3),
      column(texts.result, 4),
    ],
    experiments.map((one) => {
      const status = [experimentStatus[one.status], one.decision === null ? '' : decision[one.decision]];
      const isLate =
        one.end_on !== null && one.end_on < index.asOf && one.result.trim() === '' && one.status !== 'stopped';
      const result = one.result.trim() || (isLate ? texts.lateResult : '');
      return [
        cell(`${one.title || notNamed}${one.action.trim() === '' ? '' : `: ${one.action.trim()}`}`, 'strong'),
        beliefOf(index, one),
        [one.measure, one.success_threshold].filter((part) => part.trim() !== '').join('; '),
        words.dayOr(one.end_on, actions.noDate),
        index.organizations.get(one.owner_org_id ?? '')?.name || actions.noOwner,
        [status.filter((word) => word !== '').join(', '), result].filter((part) => part !== '').join('. '),
      ];
    }),
  );
}
