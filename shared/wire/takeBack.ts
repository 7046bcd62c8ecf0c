/** Taking back what one person did, over HTTP, for both sides. For facilitators. */
import * as v from 'valibot';
import { lossKinds } from './lossKinds.ts';
import { SnapshotId } from './ids.ts';

/** Since when; the words stand in the catalog of words under `people.acts.since.<since>`. */
export const sinces = ['tenMinutes', 'hour', 'workshop', 'all'] as const;
export type Since = (typeof sinces)[number];

/**
 * Why something stays: others touched it afterwards, no state of right before is kept, others' things refer to it, or what it
 * stood on is gone. The words stand in the catalog of words under `people.acts.why.<why>`.
 */
const stayWhys = ['touched', 'unknown', 'needed', 'groundless'] as const;

const counts = v.record(v.picklist(lossKinds), v.number());

const report = {
  /** removed by them, and back */
  back: counts,
  /** made by them, and gone */
  gone: counts,
  /** changed by them, and as it was before */
  changed: counts,
  /** keys as in the document, `canvas/<id>` or `map/<collection>/<id>`; at most `maxStays` */
  stays: v.array(v.object({ key: v.string(), why: v.picklist(stayWhys) })),
  /** further things that stay */
  more: v.number(),
};
export const maxStays = 100;

/** GET /api/boards/:id/people/:person/acts?since=<since>: what would be taken back now; `since` in server milliseconds. */
export const ActsPreview = v.object({ since: v.number(), ...report });
export type ActsPreview = v.InferOutput<typeof ActsPreview>;

/** POST /api/boards/:id/people/:person/acts: takes it back, since the time that the preview named. */
export const TakeBackActs = v.strictObject({ since: v.pipe(v.number(), v.integer(), v.minValue(0)) });
/** `before` = what stood there. */
export const TookBackActs = v.object({ before: SnapshotId, ...report });
export type TookBackActs = v.InferOutput<typeof TookBackActs>;
