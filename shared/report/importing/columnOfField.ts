/** The column of the register in which a field of the map is written. */
import { fieldColumns } from './readRegisterRow.ts';
import type { RegisterColumn } from '#shared/report/registerColumns.ts';

const others: Readonly<Record<string, RegisterColumn>> = {
  organization_id: 'organization',
  interest_id: 'interest',
  interest_ids: 'speaks_for_interest',
  representative_id: 'representative_id',
  body_id: 'bodies',
  seat_role: 'seat_roles',
  voting: 'voting',
};
const columns = Object.entries(fieldColumns) as readonly [RegisterColumn, readonly [string, string]][];

/** Null when no column is to blame. */
export function columnOfField(field: string): RegisterColumn | null {
  return columns.find(([, [, name]]) => name === field)?.[0] ?? others[field] ?? null;
}
