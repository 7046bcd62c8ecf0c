/** Where the group says it is on the way of trust. */
import type { EntityOf } from '../collections.ts';
import type { MapIndex } from '../MapIndex.ts';

/** The stage record of the latest day up to the day of the index; of several on one day the last in table order. */
export function latestTrustStage(index: MapIndex): EntityOf<'trust_stages'> | undefined {
  let latest: EntityOf<'trust_stages'> | undefined;
  for (const record of index.map.trust_stages) {
    if (record.date !== null && record.date <= index.asOf && record.date >= (latest?.date ?? '')) latest = record;
  }
  return latest;
}
