/** The part of the store for the documents: a journal of updates, and the full state that takes the place of its beginning. */
import type { BoardId, PersonId } from '#shared/wire/ids.ts';
import type { ActRow } from './ActStore.ts';
import type { DocumentFault } from './DamageStore.ts';

/** One committed step of a document. */
export interface JournalEntry {
  /** Yjs update, format V1 */
  readonly update: Uint8Array;
  /** Yjs client ids first seen in this update and whose they are; an existing claim is never changed */
  readonly claims: ReadonlyArray<{ readonly clientId: number; readonly person: PersonId }>;
  /** who changed what in it; left out where nobody is to be told */
  readonly acts?: Omit<ActRow, 'version'> | undefined;
}

export interface StoredDocument {
  /** full state of the last compaction, or null before the first */
  readonly snapshot: Uint8Array | null;
  /** committed updates after the snapshot, oldest first */
  readonly updates: readonly Uint8Array[];
  /** numbers of `updates`, rising; without gaps where nothing is missing */
  readonly versions: readonly number[];
  /** number of the last journal entry, also of one that is missing; 0 for none */
  readonly version: number;
  readonly owners: ReadonlyMap<number, PersonId>;
  /** what is not there as it was written, and is in neither `snapshot` nor `updates`; empty for a whole document */
  readonly faults: readonly DocumentFault[];
  /** null while the document is whole, or somebody decided to go on without what is missing */
  readonly damage: OpenDamage | null;
  /** something was lost once, also where somebody decided to go on without it */
  readonly hasLost: boolean;
}

/** Something of the document was set aside, and nobody decided about it yet. */
export interface OpenDamage {
  /** updates that build on what is gone; each may apply once that came back */
  readonly waiting: readonly Uint8Array[];
}

export interface DocumentStore {
  /** What is whole of it; null for a board that does not exist. */
  loadDocument(board: BoardId): Promise<StoredDocument | null>;
  /** Appends to the journal; resolves with the entry's version once it is durable. Entries of many boards share one commit. */
  append(board: BoardId, entry: JournalEntry): Promise<number>;
  /**
   * Replaces snapshot and journal up to `version` by one full state. A crash at any step leaves either the old or the
   * new form, both complete. Throws RangeError when `version` was never reached or lies before the last compaction.
   */
  compact(board: BoardId, version: number, snapshot: Uint8Array): Promise<void>;
}
