/** Words that were kept when somebody lost the thing they wrote in, and words that were pasted. */
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
  pasted: {
    table: 'The cells were pasted as {{count}} notes.',
    asOneText: 'As one text instead',
    manyCells: '{{count}} cells were pasted as one text: more than {{most}} notes at once would be too many.',
    lines: '{{count}} lines were pasted as one text.',
    asNotes: 'As {{count}} notes instead',
    tooLong: 'This text has {{length}} letters; a text on the board takes up to {{most}}. Paste it in parts.',
    unknown:
      'What was copied has no words and no picture that a board can take. Copy it as text, or save it as a picture.',
  },
} as const;
