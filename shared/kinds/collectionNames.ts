/** The lists of the map, in the order in which files write them. Owners stand before what they own. */
export const collectionNames = [
  'partnership',
  'goal',
  'goals_before',
  'indicators',
  'measurements',
  'sectors',
  'interests',
  'organizations',
  'placements',
  'representatives',
  'bodies',
  'seats',
  'lines',
  'agreements',
  'iterations',
  'notes',
  'experiments',
  'trust_stages',
  'trust_items',
  'trust_pulses',
  'actions',
  'parking_lot',
  'acknowledgements',
] as const;

export type CollectionName = (typeof collectionNames)[number];
