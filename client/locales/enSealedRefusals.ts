/** Why the server did not take part of a private round; joined to `refusal` of `en.ts`. */
export const enSealedRefusals = {
  'round-unknown': 'This round is not on the board.',
  'round-open': 'One of this kind is open already. End it first.',
  'round-ended': 'This round has ended. Nothing more is counted or changed.',
  'few-writers':
    'Fewer than three people who had joined before it began wrote, so it is easy to guess who wrote what. Ask them before you reveal.',
  'writers-removed':
    'People who wrote were removed, and fewer than three are left whose ideas may be shown without names. End it without showing.',
  'idea-too-long': 'An idea has at most 1,000 characters.',
  'idea-moved':
    'You changed this idea on another screen meanwhile. Your text here was not sent; it is kept below your ideas.',
  'too-many-ideas': 'You have written as many ideas as one round takes.',
  'ideas-full': 'This round holds as many ideas as it can.',
  'vote-unknown-option': 'This vote has no such option.',
  'vote-over-cap': 'That is more dots on one option than this vote allows.',
  'vote-over-budget': 'That is more dots than you have.',
  abstaining: 'You said that you do not take part. Take that back first.',
  'answered-already': 'You have answered already. An answer cannot be changed.',
  'too-many-rounds': 'This board keeps as many rounds as it can.',
} as const;
