/** Names of the frame's shape types, apart from their props so that the binding can ask without loading shapes. */
export const frameShapeTypes = {
  goal: 'partnership-goal',
  wedge: 'interest-wedge',
  card: 'organization-card',
  token: 'representative-token',
} as const;
