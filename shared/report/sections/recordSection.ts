/** What workshops gave: when and who was there, steps, questions with their answers, what was decided. Nobody is named. */
import type { Answered, HeldRecord, HeldWorkshop } from '../../record/workshopsOf.ts';
import { heading, list, paragraph } from '../blocks.ts';
import type { Block } from '../Report.ts';
import { answerBlocks, sheetBlocks } from './answerBlocks.ts';
import { decisionBlocks } from './decisionBlocks.ts';
import { RecordSpeech, type RecordWords } from './RecordSpeech.ts';
import { peopleFacts, stepTable, whenText } from './workshopBlocks.ts';

export interface RecordOptions {
  /** Ideas of one question that are listed; of the others how many there are. 0: only how many. */
  readonly mostIdeas: number;
  /** Steps and actions, too; otherwise only how many actions there are. */
  readonly isWhole: boolean;
  /** What the group found about trust. */
  readonly withTrust: boolean;
}

/** Nothing where nothing is in the record. */
export function recordSection(
  { record, words, zone }: { readonly record: HeldRecord; readonly words: RecordWords; readonly zone: string },
  options: RecordOptions,
): readonly Block[] {
  return recordBlocks(record, new RecordSpeech(words, zone), options);
}

export function recordBlocks(record: HeldRecord, speech: RecordSpeech, options: RecordOptions): readonly Block[] {
  const { t } = speech;
  const last = record.workshops.at(-1);
  const earlier = record.workshops.slice(0, -1);
  // what was asked before a workshop stands behind it
  const others = [...earlier.flatMap(({ answers }) => answers), ...record.others].toSorted((a, b) => a.at - b.at);
  const asked = answered(others, [], speech, options);
  const blocks = [
    ...(last === undefined ? [] : workshopBlocks(last, speech, options)),
    ...earlierList(earlier, speech),
    ...(asked.length === 0
      ? []
      : [heading(1, t(last === undefined ? 'record.asked' : 'record.askedBefore')), ...asked]),
  ];
  return blocks.length === 0 ? [] : [...blocks, paragraph(t('record.nobody'), 'quiet')];
}

/** One workshop, below a heading of its own. */
export function workshopBlocks(workshop: HeldWorkshop, speech: RecordSpeech, options: RecordOptions): readonly Block[] {
  const { t } = speech;
  const { steps, answers, outcome } = workshop;
  const sheets = outcome?.sheets ?? [];
  const ids = new Set(answers.map(({ id }) => id));
  // notes of an activity of this workshop stand where it was asked
  const own = sheets.filter(({ activity }) => activity === null || !ids.has(activity));
  return [
    heading(1, t('record.workshop')),
    { kind: 'facts', rows: [[t('record.when'), whenText(workshop, speech)], ...peopleFacts(workshop, speech)] },
    ...(options.isWhole && steps.length > 0 ? [heading(2, t('record.steps')), stepTable(steps, speech)] : []),
    ...answered(answers, sheets, speech, options),
    ...own.flatMap((sheet) => [
      heading(2, sheet.question || t('record.noQuestion')),
      ...sheetBlocks(sheet, speech, options.mostIdeas),
    ]),
    ...(outcome === null ? [] : decisionBlocks(outcome, speech, options)),
  ];
}

function answered(
  answers: readonly Answered[],
  sheets: NonNullable<HeldWorkshop['outcome']>['sheets'],
  speech: RecordSpeech,
  { mostIdeas }: RecordOptions,
): readonly Block[] {
  return answers.flatMap((entry) => [
    heading(2, entry.content.question || speech.t('record.noQuestion')),
    ...answerBlocks(entry, sheets.find(({ activity }) => activity === entry.id) ?? null, speech, mostIdeas),
  ]);
}

function earlierList(earlier: readonly HeldWorkshop[], speech: RecordSpeech): readonly Block[] {
  if (earlier.length === 0) return [];
  const { t } = speech;
  return [
    heading(2, t('record.earlier')),
    ...list(
      earlier.toReversed().map((workshop) => {
        const [people] = peopleFacts(workshop, speech);
        const when = whenText(workshop, speech);
        return people === undefined ? when : t('record.earlierOne', { when, people: people[1] });
      }),
    ),
  ];
}
