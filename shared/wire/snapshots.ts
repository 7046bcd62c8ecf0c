/** Snapshots over HTTP, for both sides. Facilitators make, name, restore and delete them; everybody with a seat may look. */
import * as v from 'valibot';
import { line } from '#shared/text/line.ts';
import { lossKinds } from './lossKinds.ts';
import { SnapshotId } from './ids.ts';
import { Role } from './roles.ts';

/** Why a snapshot was taken; the words stand in the catalog of words under `snapshots.reason.<reason>`. */
export const snapshotReasons = [
  'person',
  'start',
  'step',
  'end',
  'restore',
  'massDelete',
  'import',
  'time',
  'takeBack',
] as const;
export type SnapshotReason = (typeof snapshotReasons)[number];

/** What a snapshot holds, in numbers for the list. */
export const SnapshotCounts = v.object({
  interests: v.number(),
  organizations: v.number(),
  representatives: v.number(),
  notes: v.number(),
  actions: v.number(),
  drawings: v.number(),
});
export type SnapshotCounts = v.InferOutput<typeof SnapshotCounts>;

export const SnapshotSummary = v.object({
  id: SnapshotId,
  /** given by a person; null = automatic */
  name: v.nullable(v.string()),
  reason: v.picklist(snapshotReasons),
  /** beside the reason: the name of the step that began or ended, or of the snapshot that was restored */
  detail: v.nullable(v.string()),
  byRole: v.nullable(Role),
  takenAt: v.number(),
  counts: SnapshotCounts,
  /** SVG; empty where there is none (moments of the timed history) */
  picture: v.string(),
});
export type SnapshotSummary = v.InferOutput<typeof SnapshotSummary>;

/** GET /api/boards/:id/snapshots, newest first. */
export const Snapshots = v.object({ snapshots: v.array(SnapshotSummary) });
export type Snapshots = v.InferOutput<typeof Snapshots>;

const snapshotName = line(80);

/** POST /api/boards/:id/snapshots (facilitator); without a name an automatic one, which the page asks for before an import. */
export const TakeSnapshot = v.variant('reason', [
  v.strictObject({ reason: v.literal('person'), name: snapshotName }),
  v.strictObject({ reason: v.literal('import') }),
]);
export type TakeSnapshot = v.InferOutput<typeof TakeSnapshot>;

/** PATCH /api/boards/:id/snapshots/:snapshot (facilitator): an automatic one that gets a name is kept like any other. */
/** `from`: the name that was on the screen (null: none); without it whatever it is called is replaced. */
export const NameSnapshot = v.strictObject({ name: snapshotName, from: v.optional(v.nullable(v.string())) });

/** POST /api/boards/:id/snapshots/:snapshot/restore (facilitator): what stood on the board before is this snapshot now. */
export const Restored = v.object({ before: SnapshotId });
export type Restored = v.InferOutput<typeof Restored>;

/** Counts by kind; the words stand in the catalog of words under `snapshots.lost.<kind>`. */
export const LossSummary = v.object({
  /** of what was there before */
  snapshot: SnapshotId,
  at: v.number(),
  /** names of who removed it; null = no longer on the board */
  people: v.array(v.nullable(v.string())),
  /** false: one of `people`, and nobody knows which */
  isKnown: v.boolean(),
  counts: v.record(v.picklist(lossKinds), v.number()),
});
export type LossSummary = v.InferOutput<typeof LossSummary>;

/**
 * GET /api/boards/:id/losses (facilitator), newest first: what was taken away and nobody has decided about.
 * POST /api/boards/:id/losses/:snapshot brings exactly that back, DELETE puts it away for all facilitators.
 */
export const Losses = v.object({ losses: v.array(LossSummary) });
export type Losses = v.InferOutput<typeof Losses>;

/** POST /api/boards/:id/snapshots/:snapshot/board (facilitator) answers BoardCreated; `createSecret` where the server asks for it. */
export const SnapshotBoard = v.strictObject({
  title: line(120),
  createSecret: v.optional(v.pipe(v.string(), v.maxLength(200))),
});

/** POST /api/boards/import/check, the file as body: what would come, or what does not fit. POST /api/boards/import?title=... makes the board. */
export const ImportPreview = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    kind: v.picklist(['board', 'template']),
    title: v.string(),
    exportedAt: v.nullable(v.string()),
    counts: SnapshotCounts,
    pictures: v.number(),
    /** pictures that drawings show and the file has not */
    missingPictures: v.number(),
  }),
  v.object({
    ok: v.literal(false),
    problems: v.array(v.object({ path: v.string(), message: v.string() })),
    /** further problems that are not listed */
    more: v.number(),
  }),
]);
export type ImportPreview = v.InferOutput<typeof ImportPreview>;
