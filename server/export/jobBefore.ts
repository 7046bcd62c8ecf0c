/** Kept moments in an export: what it compares with, and what the last one is called. */
import { documentOf, type BoardContent } from '#shared/board/content.ts';
import type { SnapshotRow } from '#server/store/SnapshotStore.ts';
import type { JobBefore } from './ExportJob.ts';

export function jobBefore({ name, reason, detail, takenAtMs }: SnapshotRow, content: BoardContent): JobBefore {
  return { state: documentOf(content), name, reason, detail, takenAtMs };
}

/** The name of what was kept last by a person. */
export function lastNamed(rows: readonly Pick<SnapshotRow, 'name' | 'takenAtMs'>[]): string | null {
  return rows.filter(({ name }) => name !== null).toSorted((a, b) => b.takenAtMs - a.takenAtMs)[0]?.name ?? null;
}
