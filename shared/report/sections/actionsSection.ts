/** Actions with owner and date, the parking lot, the next date. */
import type { EntityOf } from '../../map/collections.ts';
import type { MapIndex } from '../../map/MapIndex.ts';
import { cell, column, heading, list, paragraph, table } from '../blocks.ts';
import type { Block } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';

/** Open actions, the most urgent first; those without a date last. */
export function openActions(index: MapIndex): readonly EntityOf<'actions'>[] {
  return index.map.actions
    .filter(({ status }) => status === 'open' || status === 'doing')
    .toSorted((a, b) => ((a.due_on ?? '9') < (b.due_on ?? '9') ? -1 : (a.due_on ?? '9') > (b.due_on ?? '9') ? 1 : 0));
}

/** The owner by role and organization, never by name. */
export function ownerOf(index: MapIndex, action: EntityOf<'actions'>, words: ReportWords): string {
  const organization = index.organizations.get(action.owner_org_id ?? '')?.name ?? '';
  const role = index.map.representatives.find((one) => one.id === action.owner_representative_id)?.role_title ?? '';
  return [role, organization].filter((part) => part.trim() !== '').join(', ') || words.texts.actions.noOwner;
}

export function actionsSection({ index, words }: ReportContext): readonly Block[] {
  const { actions: texts, actionStatus, parkingStatus, notNamed } = words.texts;
  const open = openActions(index);
  const late = open.filter((action) => isOverdue(index, action)).length;
  // a mark on nearly every row marks nothing; then one sentence says it
  const marksLate = late * 2 <= open.length;
  const done = index.map.actions.filter(({ status }) => status === 'done').length;
  const parked = index.map.parking_lot.filter(({ status }) => status === 'parked');
  return [
    heading(1, texts.title),
    ...(open.length === 0
      ? [paragraph(texts.none)]
      : [
          ...(marksLate ? [] : [paragraph(words.fill(texts.mostOverdue, { late, open: open.length }))]),
          table(
            '',
            [column(texts.action, 6), column(texts.owner, 6.6), column(texts.due, 2.6), column(texts.status, 2.2)],
            open.map((action) => [
              cell(action.title || notNamed, 'strong'),
              ownerOf(index, action, words),
              action.due_on === null ? cell(texts.noDate, 'gap') : words.day(action.due_on),
              isOverdue(index, action)
                ? cell(`${actionStatus[action.status]}, ${texts.overdue}`, marksLate ? 'gap' : undefined)
                : actionStatus[action.status],
            ]),
          ),
        ]),
    ...(done > 0 ? [paragraph(words.fill(texts.done, { count: done }), 'quiet')] : []),
    paragraph(nextDate(index, words)),
    ...(parked.length === 0
      ? []
      : [
          heading(2, texts.parking),
          ...list(
            parked.map((item) => ({
              text: `${item.text}${item.created_on === null ? '' : ` (${parkingStatus.parked}, ${words.day(item.created_on)})`}`,
            })),
          ),
        ]),
  ];
}

/** Day, time and place of the next meeting; null where none is on the map, or it is over. */
export function nextMeeting({ map, asOf }: MapIndex, words: ReportWords): string | null {
  const { next_meeting_on: day, next_meeting_where: where } = map.partnership;
  if (day === null || day < asOf) return null;
  return [words.day(day), where.trim()].filter((part) => part !== '').join(', ');
}

function isOverdue(index: MapIndex, { due_on: due }: EntityOf<'actions'>): boolean {
  return due !== null && due < index.asOf;
}

/** When people meet again; else the next date that stands on the map: an action that is due, or the end of an experiment. */
function nextDate(index: MapIndex, words: ReportWords): string {
  const meeting = nextMeeting(index, words);
  if (meeting !== null) return words.fill(words.texts.actions.nextMeeting, { meeting });
  const dates = [
    ...openActions(index).map(({ due_on, title }) => ({ day: due_on, what: title })),
    ...index.map.experiments
      .filter(({ status }) => status === 'running' || status === 'proposed')
      .map(({ end_on, title }) => ({ day: end_on, what: title })),
  ]
    .filter((one): one is { day: string; what: string } => one.day !== null && one.day >= index.asOf)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const [next] = dates;
  const { actions: texts } = words.texts;
  return next ? words.fill(texts.next, { when: words.day(next.day), what: `“${next.what}”` }) : texts.noNext;
}
