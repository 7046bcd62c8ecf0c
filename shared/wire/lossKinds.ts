/** What people would miss, by kind: a loss is measured and told by these. */
import { type CollectionName, collectionNames } from '#shared/kinds/collectionNames.ts';

/**
 * `drawings` = shapes of the canvas, `unplaced` = organizations that lost a place in an interest which is gone or which they
 * were taken out of into "not placed", `texts` = things that stayed and say nothing any more.
 */
export type LossKind = CollectionName | 'drawings' | 'pages' | 'unplaced' | 'texts';

const toldFirst = [
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
] as const satisfies readonly LossKind[];

/** In the order in which people are told. */
export const lossKinds: readonly LossKind[] = [
  ...toldFirst,
  ...collectionNames.filter((name) => !toldFirst.some((first) => first === name)),
  'pages',
];

export type LossCounts = Partial<Readonly<Record<LossKind, number>>>;
