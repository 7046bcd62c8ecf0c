/** Why a board is not started, from the start page or from a snapshot of another board. */
export const enStartRefusals = {
  'create-secret-required': 'Starting a board on this server needs the secret of its operator.',
} as const;
