/**
 * The keys of open rounds. What people write in one is encrypted with a key of its own, which stands beside the database:
 * never in it, and so in no backup. Without its key a sealed row says nothing to anybody (decision 0260).
 */
import type { KeyObject } from 'node:crypto';
import type { BoardId } from '#shared/wire/ids.ts';

export interface KeyedRound {
  readonly board: BoardId;
  readonly round: string;
}

/** Why the keys cannot be read, as a sentence for the operator that names the folder and the cause. */
export class RoundKeysError extends Error {
  override readonly name = 'RoundKeysError';
}

export interface RoundKeys {
  /** null: there is none, or what is there is not what was written. */
  of(board: BoardId, round: string): KeyObject | null;
  /** Resolves when the key survives a kill; one that is there stays. Throws StorageFullError when the disk refuses. */
  make(board: BoardId, round: string): Promise<KeyObject>;
  /** For good: it is overwritten and gone from disk. One that is not there changes nothing. */
  drop(board: BoardId, round: string): Promise<void>;
  /** Of which there is a key, whole or not. */
  list(): readonly KeyedRound[];
}
