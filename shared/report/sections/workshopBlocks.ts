/** When a workshop was, who was there in numbers, and its steps as they ran. */
import type { Attendance } from '../../record/WorkshopRecord.ts';
import type { HeldStep, HeldWorkshop } from '../../record/workshopsOf.ts';
import { cell, column, table } from '../blocks.ts';
import type { TableBlock } from '../Report.ts';
import type { RecordSpeech } from './RecordSpeech.ts';

const minuteMs = 60_000;

export function whenText({ from, to, ended }: HeldWorkshop, speech: RecordSpeech): string {
  const { t } = speech;
  const begin = { day: speech.dayAt(from), from: speech.clock(from) };
  if (to === null) return t('record.goesOn', begin);
  const end = { ...begin, to: speech.clock(to) };
  if (!ended) return t('record.leftAlone', end);
  return speech.isoDay(from) === speech.isoDay(to)
    ? t('record.fromTo', end)
    : t('record.overDays', { ...end, lastDay: speech.dayAt(to) });
}

/** Nothing where nobody was seen, or before the end. */
export function peopleFacts(
  { attendance }: HeldWorkshop,
  speech: RecordSpeech,
): readonly (readonly [label: string, value: string])[] {
  if (attendance === null) return [];
  const { t } = speech;
  const facts = [
    [t('record.people'), speech.list(attendance.roles.map((row) => roleText(row, speech)))],
    [t('record.kinds'), speech.list(attendance.kinds.map((row) => kindText(row, speech)))],
  ] as const;
  return facts.filter(([, value]) => value !== '');
}

function roleText({ role, people }: Attendance['roles'][number], { t }: RecordSpeech): string {
  return people === null ? t(`record.few.${role}`) : t(`record.${role}`, { count: people });
}

function kindText({ kind, people }: Attendance['kinds'][number], speech: RecordSpeech): string {
  const { t } = speech;
  return t(`record.kind.${kind}`, { people: peopleText(people, speech) });
}

export function peopleText(people: Attendance['kinds'][number]['people'], speech: RecordSpeech): string {
  if (people === 'fewer') return speech.t('record.fewer');
  return people === 'more' ? speech.t('record.atLeast') : speech.number(people);
}

export function stepTable(steps: readonly HeldStep[], speech: RecordSpeech): TableBlock {
  const { t } = speech;
  return table(
    '',
    [
      column(t('record.step'), 8),
      column(t('record.began'), 3.6),
      column(t('record.planned'), 2.2, 'end'),
      column(t('record.took'), 2.2, 'end'),
    ],
    steps.map((step) => [
      cell(step.title || t('record.unnamed'), 'strong'),
      beganText(step, speech),
      step.planned === 0 ? t('record.noPlan') : t('record.minutes', { count: step.planned }),
      tookText(step.took, speech),
    ]),
  );
}

function beganText({ stretches }: HeldStep, speech: RecordSpeech): string {
  const [first = '', ...others] = stretches.map(({ from }) => speech.clock(from));
  return others.length === 0 ? first : speech.t('record.again', { first, others: speech.list(others) });
}

/** Whole minutes; a step that was only passed has less than one. */
export function tookText(took: number | null, { t }: RecordSpeech): string {
  if (took === null) return t('record.notKnown');
  const minutes = Math.round(took / minuteMs);
  return took < minuteMs ? t('record.underMinute') : t('record.minutes', { count: minutes });
}
