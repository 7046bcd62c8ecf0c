/** What a board holds, in numbers for a preview or a list. */
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { SnapshotCounts } from '#shared/wire/snapshots.ts';

export function countRecords(map: PartnershipMap, records: Iterable<{ readonly id: string }>): SnapshotCounts {
  let drawings = 0;
  for (const { id } of records) if (id.startsWith('shape:')) drawings++;
  return {
    interests: map.interests.length,
    organizations: map.organizations.length,
    representatives: map.representatives.length,
    notes: map.notes.length,
    actions: map.actions.length,
    drawings,
  };
}
