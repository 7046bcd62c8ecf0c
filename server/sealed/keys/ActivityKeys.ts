/**
 * The keys of open activities. What people write in one is encrypted with a key of its own, which stands beside the database:
 * never in it, and so in no backup. Without its key a sealed row says nothing to anybody (decision 0260).
 */
import type { KeyObject } from 'node:crypto';
import type { BoardId } from '#shared/wire/ids.ts';

export interface KeyedActivity {
  readonly board: BoardId;
  readonly activity: string;
}

/** Why the keys cannot be read, as a sentence for the operator that names the folder and the cause. */
export class ActivityKeysError extends Error {
  override readonly name = 'ActivityKeysError';
}

export interface ActivityKeys {
  /** null: there is none, or what is there is not what was written. */
  of(board: BoardId, activity: string): KeyObject | null;
  /** Resolves when the key survives a kill; one that is there stays. Throws StorageFullError when the disk refuses. */
  make(board: BoardId, activity: string): Promise<KeyObject>;
  /** For good: it is overwritten and gone from disk. One that is not there changes nothing. */
  drop(board: BoardId, activity: string): Promise<void>;
  /** Of which there is a key, whole or not. */
  list(): readonly KeyedActivity[];
}
