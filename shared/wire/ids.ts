/** Identifiers that both sides exchange. An id names; it never grants anything (links, seats and tickets do). */
import * as v from 'valibot';

/** 16 lower-case letters and digits, made by the server. Safe as path segment, file name and map key. */
export const BoardId = v.pipe(v.string(), v.regex(/^[a-z0-9]{16}$/), v.brand('BoardId'));
export type BoardId = v.InferOutput<typeof BoardId>;

/** Somebody who joined one board; the same on every device of theirs. */
export const PersonId = v.pipe(v.string(), v.regex(/^[a-z0-9]{16}$/), v.brand('PersonId'));
export type PersonId = v.InferOutput<typeof PersonId>;

/** An uploaded picture of one board. */
export const AssetId = v.pipe(v.string(), v.regex(/^[a-z0-9]{32}$/), v.brand('AssetId'));
export type AssetId = v.InferOutput<typeof AssetId>;

/** A snapshot of one board. */
export const SnapshotId = v.pipe(v.string(), v.regex(/^[a-z0-9]{16}$/), v.brand('SnapshotId'));
export type SnapshotId = v.InferOutput<typeof SnapshotId>;
