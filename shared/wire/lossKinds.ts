/** What people would miss, by kind: a loss is measured and told by these. */
import { collectionNames, type CollectionName } from '#shared/map/collections.ts';

/**
 * `drawings` = shapes of the canvas, `unplaced` = organizations that lost a place in an interest which is gone or which they
 * were taken out of into "not placed", `texts` = things that stayed and say nothing any more.
 */
export type LossKind = CollectionName | 'drawings' | 'pages' | 'unplaced' | 'texts';

/** In the order in which people are told. */
export const lossKinds: readonly LossKind[] = [
  ...new Set<LossKind>([
    'interests',
    'organizations',
    'unplaced',
    'representatives',
    'notes',
    'experiments',
    'iterations',
    'actions',
    'bodies',
    'agreements',
    'drawings',
    'texts',
    'parking_lot',
    ...collectionNames,
    'pages',
  ]),
];

export type LossCounts = Partial<Readonly<Record<LossKind, number>>>;
