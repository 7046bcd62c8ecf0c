/**
 * The part of the store for what cannot be read any more. Every stored piece bears a checksum; one that is not what was
 * written is moved aside, with when and why, and never given to anybody. Whoever reads gets what is whole.
 */
import type { BoardId } from '#shared/wire/ids.ts';
import type { StoredPart } from '#shared/wire/damage.ts';

export interface SetAsideRow {
  readonly part: StoredPart;
  /** which one, as the store counts or names them: versions of a journal, ids */
  readonly id: string;
  /**
   * damaged: it is not what was written, or nobody understands it. missing: a row that must be there is not. waiting: it is
   * whole, and builds on something that is not.
   */
  readonly reason: 'damaged' | 'missing' | 'waiting';
  readonly atMs: number;
}

/** Something of a document that is not there as it was written. */
export interface DocumentFault {
  /** the full state, whose client ids are whose, or versions of the journal */
  readonly piece: 'state' | 'owners' | { readonly from: number; readonly to: number };
  readonly reason: 'damaged' | 'missing';
}

/** A document as what is whole of it, in place of what is stored. */
export interface DocumentMend {
  /** of what was loaded */
  readonly version: number;
  readonly state: Uint8Array;
  /** what builds on something that is gone, as one update */
  readonly waiting: Uint8Array | null;
  readonly faults: readonly DocumentFault[];
}

/** What can be set aside though it is what was written: a part, and which one. `ballots`: round/person. */
export type Misunderstood = readonly [part: 'agenda' | 'rounds' | 'ballots' | 'losses' | 'record', id: string];

export interface DamageStore {
  /**
   * Looks at everything of the board but its document; what is damaged is set aside. `isThorough`: pictures and what
   * snapshots hold, too, which takes long; otherwise these are looked at when they are asked for. Resolves with all that is
   * set aside, of the document as well, and nobody decided about yet; oldest first.
   */
  checkBoard(board: BoardId, isThorough?: boolean): Promise<readonly SetAsideRow[]>;
  /** All that is set aside and nobody decided about yet, oldest first; empty for a board that does not exist. */
  listSetAside(board: BoardId): Promise<readonly SetAsideRow[]>;
  /** Sets aside what is what was written and still cannot be understood. What is not there changes nothing. */
  setAside(board: BoardId, ...which: Misunderstood): Promise<void>;
  /** The faults are set aside and the document is `state` from then on. Throws RangeError when it has another version by now. */
  mendDocument(board: BoardId, mend: DocumentMend): Promise<void>;
  /** What is set aside counts as decided about: nothing of it waits any more, and it stays where it is. */
  decideDamage(board: BoardId): Promise<void>;
}
