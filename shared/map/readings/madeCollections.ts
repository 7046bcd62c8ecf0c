/** The lists into which an idea or a group can be turned. */
export const madeCollections = [
  'interests',
  'organizations',
  'representatives',
  'notes',
  'actions',
  'indicators',
  'trust_notes',
  'parking_lot',
] as const;
export type MadeCollection = (typeof madeCollections)[number];
