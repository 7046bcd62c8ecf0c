/** What a snapshot holds, in numbers for the list. */
import type { BoardContent } from '#shared/board/content.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { SnapshotCounts } from '#shared/wire/snapshots.ts';

export function countContent(map: PartnershipMap, content: BoardContent): SnapshotCounts {
  let drawings = 0;
  for (const key of content.keys()) if (key.startsWith('canvas/shape:')) drawings++;
  return {
    interests: map.interests.length,
    organizations: map.organizations.length,
    representatives: map.representatives.length,
    notes: map.notes.length,
    actions: map.actions.length,
    drawings,
  };
}
