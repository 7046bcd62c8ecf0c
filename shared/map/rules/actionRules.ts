/** ACT: work that goes home. One owner, one date. */
import { daysBetween } from '../days.ts';
import type { MapIndex } from '../MapIndex.ts';
import type { Observation, Rule } from './Finding.ts';

const openActions = (index: MapIndex) =>
  index.map.actions.filter((action) => action.status === 'open' || action.status === 'doing');

const noOwnerOrDate: Rule = (index) =>
  openActions(index).flatMap((action): Observation[] => {
    const missing = [
      ...(action.owner_org_id === null ? ['owner'] : []),
      ...(action.due_on === null ? ['due_date'] : []),
    ];
    return missing.length === 0 ? [] : [{ severity: 'warning', subject: `action:${action.id}`, data: { missing } }];
  });

const overdue: Rule = (index) =>
  openActions(index).flatMap((action): Observation[] =>
    action.due_on !== null && action.due_on < index.asOf
      ? [{ severity: 'warning', subject: `action:${action.id}`, data: { date: action.due_on } }]
      : [],
  );

const parkedLong: Rule = (index) =>
  index.map.parking_lot.flatMap((item): Observation[] =>
    item.status === 'parked' && item.created_on !== null && daysBetween(item.created_on, index.asOf) > 90
      ? [{ severity: 'insight', subject: `parking:${item.id}`, data: { date: item.created_on } }]
      : [],
  );

export const actionRules: Readonly<Record<string, Rule>> = {
  'ACT-1': noOwnerOrDate,
  'ACT-2': overdue,
  'ACT-3': parkedLong,
};
