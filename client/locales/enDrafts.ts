/** English texts about what was typed and not sent. */
export const enDrafts = {
  throwAway: 'Throw away',
  roundClosed: 'Somebody closed the round while you were writing. Your words were not added; only you see them:',
  findingSolved: 'This finding is solved by now. What you were writing about it is still here.',
} as const;
