/** What stands beside a moment of the timed history: how far the document had come, and a hash of what it held. */
import { createHash } from 'node:crypto';
import type { SnapshotRow } from '#server/store/SnapshotStore.ts';

export interface TimedDetail {
  readonly version: number;
  readonly content: string;
}

export function writeTimedDetail({ version, content }: TimedDetail): string {
  return `${version} ${content}`;
}

/** null for a snapshot that is none of the timed history. */
export function timedDetailOf({ reason, detail }: Pick<SnapshotRow, 'reason' | 'detail'>): TimedDetail | null {
  const found = reason === 'time' ? /^(\d+) ([0-9a-f]+)$/.exec(detail ?? '') : null;
  const [, version = '', content = ''] = found ?? [];
  return found === null ? null : { version: Number(version), content };
}

/** Equal for equal content. */
export function contentHash(hashes: readonly string[]): string {
  return createHash('sha256').update(hashes.join()).digest('hex').slice(0, 32);
}
