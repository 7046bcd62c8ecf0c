/** The record as a table for a spreadsheet: a row for each workshop, step, idea, option of a vote, note, decision and action. */
import { csvText } from '#shared/text/csv.ts';
import { ranked } from '../record/ranked.ts';
import type { Attendance, Outcome } from '../record/WorkshopRecord.ts';
import type { Answered, HeldRecord, HeldStep, HeldWorkshop } from '../record/workshopsOf.ts';
import { decisionText } from './sections/decisionBlocks.ts';
import type { RecordSpeech } from './sections/RecordSpeech.ts';
import { zonedMoment } from './zonedMoment.ts';

const columns = [
  'partnership',
  'closed_on',
  'kind',
  'question',
  'text',
  'dots',
  'people',
  'people_asked',
  'group',
  'times_written',
  'began',
  'ended',
  'minutes_planned',
  'minutes_taken',
  'owner',
  'due_on',
  'as_of_time',
] as const;

type Row = Partial<Readonly<Record<(typeof columns)[number], string | number | null>>>;

export interface RecordTableFacts {
  readonly partnership: string;
  /** moment with zone */
  readonly takenAt: string;
}

/**
 * Columns always in this order. `people`: who wrote, voted or was there; empty where it was too small to be told, "<3" and ">=3"
 * where only that is told.
 */
export function recordCsv(
  record: HeldRecord,
  { partnership, takenAt }: RecordTableFacts,
  speech: RecordSpeech,
): string {
  const rows = [
    ...record.others.flatMap((entry) => answerRows(entry, speech)),
    ...record.workshops.flatMap((workshop) => workshopRows(workshop, speech)),
  ];
  const whole = rows.map((row) => ({ ...row, partnership, as_of_time: takenAt }));
  return csvText([columns, ...whole.map((row: Row) => columns.map((column) => String(row[column] ?? '')))]);
}

function workshopRows(workshop: HeldWorkshop, speech: RecordSpeech): readonly Row[] {
  const { from, to, steps, answers, attendance, outcome } = workshop;
  const day = { closed_on: speech.isoDay(to ?? from) };
  const moment = (ms: number | null): string => (ms === null ? '' : zonedMoment(ms, speech.zone));
  return [
    { ...day, kind: 'workshop', began: moment(from), ended: moment(to), minutes_taken: to && minutes(to - from) },
    ...(attendance === null ? [] : attendanceRows(attendance)).map((row) => ({ ...day, ...row })),
    ...steps.map((step) => ({ ...day, ...stepRow(step, moment) })),
    ...answers.flatMap((entry) => answerRows(entry, speech)),
    ...(outcome === null ? [] : outcomeRows(outcome, speech)).map((row) => ({ ...day, ...row })),
  ];
}

function attendanceRows({ roles, kinds }: Attendance): readonly Row[] {
  return [
    ...roles.map(({ role, people }) => ({ kind: 'attendance', text: role, people: people ?? '<3' })),
    ...kinds.map(({ kind, people }) => ({
      kind: 'attendance',
      text: kind,
      people: people === 'fewer' ? '<3' : people === 'more' ? '>=3' : people,
    })),
  ];
}

function stepRow({ title, planned, took, stretches }: HeldStep, moment: (ms: number | null) => string): Row {
  return {
    kind: 'step',
    text: title,
    began: moment(stretches[0]?.from ?? null),
    ended: moment(stretches.at(-1)?.to ?? null),
    minutes_planned: planned,
    minutes_taken: took && minutes(took),
  };
}

function answerRows({ at, content }: Answered, speech: RecordSpeech): readonly Row[] {
  const { question } = content;
  const shared = { closed_on: speech.isoDay(at), question };
  if (content.kind === 'ideas')
    return content.texts.map((text) => ({ ...shared, kind: 'idea', text, people: content.writers }));
  const { cast: people, invited } = content;
  return ranked(content).map(({ label, total }) => ({
    ...shared,
    kind: 'vote',
    text: label,
    dots: total,
    people,
    people_asked: invited,
  }));
}

function outcomeRows({ sheets, pulses, decisions, actions }: Outcome, speech: RecordSpeech): readonly Row[] {
  return [
    ...sheets.flatMap(({ question, groups, others }) => [
      ...groups.flatMap(({ title, votes, notes }) => [
        { kind: 'group', question, group: title, dots: votes },
        ...notes.map(({ text, times, votes: dots }) => ({
          kind: 'note',
          question,
          text,
          group: title,
          times_written: times,
          dots,
        })),
      ]),
      ...others.map(({ text, times, votes: dots }) => ({ kind: 'note', question, text, times_written: times, dots })),
    ]),
    ...pulses.map(({ invited, responded }) => ({ kind: 'pulse', people: responded, people_asked: invited })),
    ...decisions.map((one) => ({ kind: `decision_${one.what}`, text: decisionText(one, speech) })),
    ...actions.map(({ title, owner, due }) => ({ kind: 'action', text: title, owner, due_on: due })),
  ];
}

function minutes(ms: number): number {
  return Math.round(ms / 60_000);
}
