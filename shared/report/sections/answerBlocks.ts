/** What was asked and answered: revealed ideas, as they were grouped, and votes as totals. */
import { ranked } from '../../record/ranked.ts';
import type { IdeasRecord, VoteRecord } from '../../record/RecordEntry.ts';
import type { SheetRecord } from '../../record/WorkshopRecord.ts';
import type { Answered } from '../../record/workshopsOf.ts';
import { column, list, paragraph, table } from '../blocks.ts';
import type { Block, ListItem } from '../Report.ts';
import type { RecordSpeech } from './RecordSpeech.ts';

type Note = SheetRecord['others'][number];

/** `sheet`: on which the ideas stood at the end of the workshop. */
export function answerBlocks(
  { at, content }: Answered,
  sheet: SheetRecord | null,
  speech: RecordSpeech,
  mostIdeas: number,
): readonly Block[] {
  if (content.kind === 'vote') return voteBlocks(content, at, speech);
  const said = ideasFact(content, at, speech);
  if (sheet !== null) return [said, ...sheetBlocks(sheet, speech, mostIdeas)];
  return [said, ...list(cut(content.texts, mostIdeas, speech))];
}

function ideasFact({ texts, writers }: IdeasRecord, at: number, speech: RecordSpeech): Block {
  const { t } = speech;
  const values = { ideas: t('record.ideas', { count: texts.length }), day: speech.dayAt(at) };
  const fact =
    writers === null
      ? t('record.written', values)
      : t('record.writtenBy', { ...values, writers: speech.number(writers) });
  return paragraph(fact, 'quiet');
}

function cut(texts: readonly string[], most: number, { t }: RecordSpeech): readonly string[] {
  const rest = texts.length - most;
  return [...texts.slice(0, most), ...(rest > 0 && most > 0 ? [t('record.more', { count: rest })] : [])];
}

/** Groups with their notes, most of them first; `mostNotes` = 0: only how many. */
export function sheetBlocks(sheet: SheetRecord, speech: RecordSpeech, mostNotes: number): readonly Block[] {
  const { t } = speech;
  const { groups, others } = sheet;
  const count = groups.reduce((sum, { notes }) => sum + notes.length, others.length);
  const notes = t('record.notes', { count });
  const fact =
    groups.length === 0
      ? t('record.onSheet', { notes })
      : t('record.grouped', { notes, groups: t('record.groups', { count: groups.length }) });
  if (mostNotes === 0) return [paragraph(fact, 'quiet')];
  let left = mostNotes;
  const items: ListItem[] = [];
  const add = (lead: string, of: readonly Note[]): void => {
    const shown = of.slice(0, left);
    left -= shown.length;
    if (shown.length > 0) items.push({ lead, text: shown.map((note) => noteText(note, speech)).join(' · ') });
  };
  for (const group of groups) add(groupText(group, speech), group.notes);
  if (groups.length > 0) add(`${t('record.inNone')}:`, others);
  const alone =
    groups.length > 0
      ? []
      : cut(
          others.map((note) => noteText(note, speech)),
          mostNotes,
          speech,
        );
  const rest = groups.length > 0 && count > mostNotes ? [t('record.more', { count: count - mostNotes })] : [];
  return [paragraph(fact, 'quiet'), ...list([...items, ...alone, ...rest])];
}

function groupText({ title, votes, notes }: SheetRecord['groups'][number], { t }: RecordSpeech): string {
  const facts = [
    t('record.notes', { count: notes.length }),
    ...(votes === null ? [] : [t('record.dots', { count: votes })]),
  ];
  return `${t('record.group', { title: title.trim() || t('record.noTitle'), facts: facts.join(', ') })}:`;
}

function noteText({ text, also, times, votes }: Note, speech: RecordSpeech): string {
  const { t } = speech;
  const facts = [
    ...(times === 2 ? [t('record.twice')] : times > 2 ? [t('record.times', { count: times })] : []),
    ...(also.length === 0 ? [] : [t('record.also', { words: also.map((one) => `“${one.trim()}”`).join(', ') })]),
    ...(votes === null ? [] : [t('record.dots', { count: votes })]),
  ];
  const note = text.trim();
  return facts.length === 0 ? note : t('record.noteWith', { note, facts: facts.join('; ') });
}

function voteBlocks(vote: VoteRecord, at: number, speech: RecordSpeech): readonly Block[] {
  const { t } = speech;
  const { cast, invited, dots } = vote;
  return [
    paragraph(
      t('record.voted', {
        cast: speech.number(cast),
        invited: speech.number(invited),
        dots: t('record.dots', { count: dots }),
        day: speech.dayAt(at),
      }),
      'quiet',
    ),
    table(
      '',
      [column(t('record.place'), 1.4, 'center'), column(t('record.option'), 12), column(t('record.total'), 2, 'end')],
      ranked(vote).map(({ place, label, total }) => [speech.number(place), label, speech.number(total)]),
    ),
  ];
}
