/** Names of what somebody has typed and answered at the end of a round, by its id. */
export const roundDrafts = {
  /** that the form is open */
  closing: (round: string) => `round.${round}.closing`,
  sentence: (round: string) => `round.${round}.sentence`,
  /** that what is not said yet was asked about */
  asked: (round: string) => `round.${round}.asked`,
} as const;
