/** Moves every date of a map by the same number of days, so that an example stays alive. */
import { addDays } from '../map/days.ts';
import { isDay } from '../kinds/fields.ts';
import { measurementId } from '#shared/kinds/ids.ts';
import { mapOf, type PartnershipMap } from '../map/PartnershipMap.ts';
import { collectionNames } from '../map/collections.ts';
import { entitiesOf } from '../map/PartnershipMap.ts';

/** Fields that hold a day, in any collection; `dated` values hold theirs in `date`. */
const dayFields = new Set([
  'created_on',
  'changed_on',
  'started_on',
  'closed_on',
  'agreed_on',
  'date',
  'since',
  'until',
  'kind_since',
  'signed_on',
  'review_on',
  'expires_on',
  'start_on',
  'end_on',
  'due_on',
]);

function shifted(value: unknown, field: string, days: number): unknown {
  if (dayFields.has(field)) return typeof value === 'string' && isDay(value) ? addDays(value, days) : value;
  if ((field === 'baseline' || field === 'target') && typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shifted(inner, key, days)]));
  return value;
}

/** The same map, so many days later. */
export function shiftDates(map: PartnershipMap, days: number): PartnershipMap {
  if (days === 0) return map;
  const lists: Record<string, unknown> = {};
  for (const collection of collectionNames) {
    lists[collection] = entitiesOf(map, collection).map((entity) =>
      Object.fromEntries(Object.entries(entity).map(([field, value]) => [field, shifted(value, field, days)])),
    );
  }
  // only days changed, each into a day
  const moved = mapOf(lists);
  const measurements = moved.measurements.map((row) => ({
    ...row,
    id: measurementId(row.indicator_id, row.date, row.group, row.status),
  }));
  return { ...moved, measurements };
}
