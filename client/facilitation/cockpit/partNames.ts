/** The folded parts of the facilitator's panel, in their order. */
export const partNames = [
  'own',
  'agenda',
  'clock',
  'starters',
  'ready',
  'spotlight',
  'stage',
  'frame',
  'earlier',
  'signs',
] as const;
export type PartName = (typeof partNames)[number];
