/** What of a board could not be read from the server's disk and was set aside. For facilitators. */
import * as v from 'valibot';

/** Parts of a board as people know them; their words stand in the catalog of words under `snapshots.damage.part`. */
export const storedParts = [
  'board',
  'document',
  'writers',
  'people',
  'door',
  'devices',
  'pictures',
  'ratings',
  'snapshots',
  'losses',
  'rounds',
  'ballots',
  'agenda',
  'agendas',
  'record',
  'acts',
] as const;
export type StoredPart = (typeof storedParts)[number];

/** GET /api/boards/:id/damage (facilitator): what is set aside and nobody decided about yet. */
export const BoardDamage = v.object({
  /** how many pieces of each part; what is not named is whole */
  parts: v.array(v.object({ part: v.picklist(storedParts), count: v.number() })),
  /** when it was found; null when nothing was */
  foundAt: v.nullable(v.number()),
  /** something of the document itself is gone, so nobody may edit */
  isLost: v.boolean(),
  /** the newest snapshot, from which what is missing can be brought back; null when there is none or the document is whole */
  snapshot: v.nullable(v.object({ id: v.string(), takenAt: v.number() })),
});
export type BoardDamage = v.InferOutput<typeof BoardDamage>;

/** POST there (facilitator). bringBack: what the snapshot has and the board has not comes back, then it goes on. */
export const DecideDamage = v.variant('do', [
  v.strictObject({ do: v.literal('goOn') }),
  v.strictObject({ do: v.literal('bringBack'), snapshot: v.string() }),
]);
export type DecideDamage = v.InferOutput<typeof DecideDamage>;
