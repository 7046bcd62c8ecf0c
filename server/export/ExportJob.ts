/** What is made from which moment of a board. Plain data, so that it can go to another thread. */
import type { Rating } from '#shared/map/ratings.ts';
import type { RecordEntry } from '#shared/record/RecordEntry.ts';
import type { SnapshotReason } from '#shared/wire/snapshots.ts';
import type { ExportFile } from '#shared/wire/export.ts';
import type { PaperSize } from '#shared/wire/paper.ts';
import type { WayIn } from '#shared/report/papers/wayIn.ts';

/** An earlier moment, for what changed since. */
export interface JobBefore {
  /** Yjs update, V1 */
  readonly state: Uint8Array;
  /** given by a person; null = automatic */
  readonly name: string | null;
  readonly reason: SnapshotReason;
  /** beside the reason: the name of a step */
  readonly detail: string | null;
  readonly takenAtMs: number;
}

export interface ExportJob {
  readonly board: string;
  readonly title: string;
  /** the whole document at one committed moment: Yjs update, V1 */
  readonly state: Uint8Array;
  readonly takenAtMs: number;
  readonly before: JobBefore | null;
  /** what was closed until then */
  readonly record: readonly RecordEntry[];
  /** only where a facilitator asked for the internal register */
  readonly ratings: readonly (readonly [organization: string, rating: Rating])[];
  /** IANA name of whose day and clock it is */
  readonly zone: string;
  /** of what is written beside people's own words; one of `languages` */
  readonly language: string;
  readonly paper: PaperSize;
  /** for the poster; null where nobody may be shown one, or none works */
  readonly way: WayIn | null;
  /** what was kept last by name is called so */
  readonly lastNamed: string | null;
  readonly withNames: boolean;
  readonly withTrust: boolean;
  /** one file, or all of them as a ZIP */
  readonly wanted: ExportFile | 'pack.zip';
}

/** A finished file. */
export interface MadeFile {
  /** its place in the pack */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Gives the bytes of an uploaded picture, or null. */
export type AssetSource = (id: string) => Promise<{ readonly type: string; readonly bytes: Uint8Array } | null>;
