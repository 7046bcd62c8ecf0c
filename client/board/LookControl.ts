/** Looking at a snapshot instead of the board, and marks of a comparison: what the screen gives to the panel. */
import type * as Y from 'yjs';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { Marks } from '#client/map/MarksContext.ts';
import type { SnapshotSummary } from '#shared/wire/snapshots.ts';

export interface Looked {
  readonly snapshot: SnapshotSummary;
  readonly doc: Y.Doc;
}

export interface LookControl {
  readonly looked: Looked | null;
  /** the document that everybody works on */
  readonly live: Y.Doc;
  /** Shows a snapshot, or the board again; answers why it cannot. */
  readonly look: (snapshot: SnapshotSummary | null) => Promise<Failure | null>;
  /** A snapshot's document, without showing it. */
  readonly load: (snapshot: SnapshotSummary) => Promise<Looked | Failure>;
  readonly marks: Marks;
  readonly mark: (marks: Marks) => void;
}
