/** Names of the cycle's shape types, apart from their props so that others can ask without loading shapes. */
export const cycleShapeTypes = {
  round: 'cycle-round',
  quarter: 'cycle-quarter',
  note: 'stage-note',
  experiment: 'experiment-card',
  link: 'note-link',
} as const;
