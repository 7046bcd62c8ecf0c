/** The actions as a table for a spreadsheet: open ones first, owners by role and organization, never by name. */
import { csvText } from '#shared/text/csv.ts';
import type { MapIndex } from '../map/MapIndex.ts';

const columns = [
  'partnership',
  'as_of',
  'action_id',
  'action',
  'status',
  'owner_organization',
  'owner_role',
  'due',
  'overdue',
  'helpers',
  'approver',
  'source',
  'as_of_time',
] as const;

/** Columns in codes, always in this order; list words are separated by semicolons. `takenAt` as `zonedMoment` writes it. */
export function actionsCsv(index: MapIndex, takenAt: string): string {
  const { map, asOf } = index;
  const isOpen = (status: string) => status === 'open' || status === 'doing';
  const rows = map.actions
    .toSorted(
      (a, b) =>
        Number(!isOpen(a.status)) - Number(!isOpen(b.status)) ||
        ((a.due_on ?? '9') < (b.due_on ?? '9') ? -1 : (a.due_on ?? '9') > (b.due_on ?? '9') ? 1 : 0),
    )
    .map((action) => [
      map.partnership.name,
      asOf,
      action.id,
      action.title,
      action.status,
      index.organizations.get(action.owner_org_id ?? '')?.name ?? '',
      map.representatives.find((one) => one.id === action.owner_representative_id)?.role_title ?? '',
      action.due_on ?? '',
      isOpen(action.status) && action.due_on !== null && action.due_on < asOf ? 'yes' : 'no',
      action.helpers.map((helper) => helper.replaceAll(';', ',')).join(';'),
      index.bodies.get(action.approver_body_id ?? '')?.name ?? '',
      action.source,
      takenAt,
    ]);
  return csvText([columns, ...rows]);
}
