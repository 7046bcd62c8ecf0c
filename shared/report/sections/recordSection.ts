/** What the group was asked and what it answered: revealed ideas by question, votes as totals. Nobody is named. */
import { ranked } from '../../record/ranked.ts';
import type { DatedRecord } from '../../record/recordCsv.ts';
import type { IdeasRecord, VoteRecord } from '../../record/RecordEntry.ts';
import { column, heading, list, paragraph, table } from '../blocks.ts';
import type { Block } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';

export interface RecordOptions {
  /** Ideas of one question that are listed; of the others how many there are. 0: only how many. */
  readonly mostIdeas: number;
}

/** Nothing where nothing was asked. */
export function recordSection({ record, words }: ReportContext, { mostIdeas }: RecordOptions): readonly Block[] {
  if (record.length === 0) return [];
  const { record: texts } = words.texts;
  return [
    heading(1, texts.title),
    ...record.flatMap((entry) => {
      const { day, content } = entry;
      const parts =
        content.kind === 'ideas' ? ideaBlocks(content, day, words, mostIdeas) : voteBlocks(content, day, words);
      return [heading(2, content.question || texts.noQuestion), ...parts];
    }),
    paragraph(texts.nobody, 'quiet'),
  ];
}

function ideaBlocks(
  { texts: ideas, writers }: IdeasRecord,
  day: DatedRecord['day'],
  words: ReportWords,
  mostIdeas: number,
): readonly Block[] {
  const { record: texts } = words.texts;
  const values = { ideas: words.t('report.record.ideas', { count: ideas.length }), day: words.day(day) };
  const fact = writers === null ? texts.written : texts.writtenBy;
  const shown = ideas.slice(0, mostIdeas);
  const rest = ideas.length - shown.length;
  return [
    paragraph(words.fill(fact, { ...values, writers: writers ?? '' }), 'quiet'),
    ...list([...shown, ...(rest > 0 && mostIdeas > 0 ? [words.t('report.record.more', { count: rest })] : [])]),
  ];
}

function voteBlocks(vote: VoteRecord, day: DatedRecord['day'], words: ReportWords): readonly Block[] {
  const { record: texts } = words.texts;
  const { cast, invited, dots } = vote;
  return [
    paragraph(
      words.fill(texts.voted, {
        cast,
        invited,
        dots: words.t('report.record.dots', { count: dots }),
        day: words.day(day),
      }),
      'quiet',
    ),
    table(
      '',
      [column(texts.place, 1.4, 'center'), column(texts.option, 12), column(texts.total, 2, 'end')],
      ranked(vote).map(({ place, label, total }) => [words.number(place), label, words.number(total)]),
    ),
  ];
}
