/** The record as a table for a spreadsheet: a row for each idea and each option of a vote. */
import { csvText } from '#shared/text/csv.ts';
import { ranked } from './ranked.ts';
import type { RecordContent } from './RecordEntry.ts';

const columns = [
  'partnership',
  'closed_on',
  'kind',
  'question',
  'text',
  'dots',
  'people',
  'people_asked',
  'as_of_time',
] as const;

export interface DatedRecord {
  /** ISO day where the board is */
  readonly day: string;
  readonly content: RecordContent;
}

/** Columns always in this order. `people`: who wrote or voted, as a number; empty where it was too small to be told. */
export function recordCsv(record: readonly DatedRecord[], partnership: string, takenAt: string): string {
  const rows = record.flatMap(({ day, content }) => {
    const row = (text: string, dots: string, people: number | null, asked: string): string[] => {
      const { kind, question } = content;
      return [
        partnership,
        day,
        kind === 'ideas' ? 'idea' : 'vote',
        question,
        text,
        dots,
        String(people ?? ''),
        asked,
        takenAt,
      ];
    };
    if (content.kind === 'ideas') return content.texts.map((text) => row(text, '', content.writers, ''));
    const { cast, invited } = content;
    return ranked(content).map(({ label, total }) => row(label, String(total), cast, String(invited)));
  });
  return csvText([columns, ...rows]);
}
