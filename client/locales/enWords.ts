/** Words that were kept when somebody lost the thing they wrote in. */
export const enWords = {
  words: {
    why: {
      removed: 'Somebody else removed what you were writing in.',
      undone: 'The server took back what you were writing in.',
      locked: 'A facilitator has locked what you were writing in.',
      step: 'What you were writing in is not part of the running step.',
      readOnly: 'You cannot change this board just now.',
      closed: 'The round you were writing in was closed.',
      refused: 'What you wrote could not be kept where it stood.',
      gone: 'The board was loaded anew while you were writing.',
    },
    kept: 'These words are yours. They stay here until you put them away.',
    label: 'Your words',
    keys: 'Keys do nothing until you click or press Escape.',
    place: 'Place as a note',
    placed: 'Your words stand on the board as a note.',
    notPlaced: 'No note can be placed just now. Copy your words instead.',
  },
} as const;
