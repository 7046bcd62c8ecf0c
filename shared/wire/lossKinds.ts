/** What people would miss, by kind: a loss is measured and told by these. */
import type { CollectionName } from '#shared/map/collections.ts';

/**
 * `drawings` = shapes of the canvas, `unplaced` = organizations that lost a place in an interest which is gone or which they
 * were taken out of into "not placed", `texts` = things that stayed and say nothing any more.
 */
export type LossKind = CollectionName | 'drawings' | 'pages' | 'unplaced' | 'texts';

/** Written out, since whoever reads a list of snapshots would bring all fields of the map along for their names. */
const told = {
  interests: true,
  organizations: true,
  unplaced: true,
  representatives: true,
  notes: true,
  experiments: true,
  iterations: true,
  actions: true,
  bodies: true,
  agreements: true,
  drawings: true,
  texts: true,
  parking_lot: true,
  partnership: true,
  goal: true,
  goals_before: true,
  indicators: true,
  measurements: true,
  sectors: true,
  placements: true,
  seats: true,
  lines: true,
  trust_stages: true,
  trust_items: true,
  trust_pulses: true,
  acknowledgements: true,
  pages: true,
} as const satisfies Record<LossKind, true>;

/** In the order in which people are told. */
export const lossKinds = Object.keys(told) as readonly LossKind[];

export type LossCounts = Partial<Readonly<Record<LossKind, number>>>;
