/** The columns of the stakeholder register, always in this order. */
export const registerColumns = [
  'partnership',
  'as_of',
  'interest_id',
  'interest',
  'interest_weight',
  'part_of_work',
  'organization_id',
  'organization',
  'sector',
  'size',
  'reach',
  'grassroots',
  'engagement',
  'commitment',
  'contribution',
  'representative_id',
  'role_title',
  'kind',
  'since',
  'until',
  'speaks_for_interest',
  'bodies',
  'seat_roles',
  'voting',
  'path_steps',
  'answers_to',
  'for_what',
  'codified_by',
  'in_force',
  'open_findings',
  'next_action',
  'action_owner',
  'action_due',
] as const;

/** Only when a facilitator asks for them; then the file name says so. */
export const internalColumns = ['influence', 'stake'] as const;

/** The moment whose register it is, to the second (EXPORT-2); after all others, so that these keep their places. */
export const momentColumn = 'as_of_time';

export type RegisterColumn = (typeof registerColumns)[number] | (typeof internalColumns)[number] | typeof momentColumn;

/** True for a column of the register. */
export function isRegisterColumn(name: string): name is RegisterColumn {
  return [...registerColumns, ...internalColumns, momentColumn].some((column) => column === name);
}
