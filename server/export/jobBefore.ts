/** A kept moment as what an export compares with. */
import { documentOf, type BoardContent } from '#shared/board/content.ts';
import type { SnapshotRow } from '#server/store/SnapshotStore.ts';
import type { JobBefore } from './ExportJob.ts';

export function jobBefore({ name, reason, detail, takenAtMs }: SnapshotRow, content: BoardContent): JobBefore {
  return { state: documentOf(content), name, reason, detail, takenAtMs };
}
