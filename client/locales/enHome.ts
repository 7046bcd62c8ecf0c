import { enStartRefusals } from './enStartRefusals.ts';

/** English texts of the start page, which bring themselves (`usePageTexts`). */
export const enHome = {
  home: {
    documentTitle: 'Roundtable',
    startTitle: 'Start a board',
    question: 'What will you work on together?',
    titleLabel: 'Name of the board',
    titleHint: 'For instance the partnership and the place.',
    titleMissing: 'Give the board a name first.',
    templateLabel: 'Start from',
    templatesFailed: 'The templates could not be loaded; a blank board is always possible.',
    aboutTemplate: 'About “{{title}}”',
    teachesTitle: 'What it teaches',
    sourceArticle: 'From the article',
    sourceOther: 'From other sources',
    sourceInvented: 'Invented for the example',
    moveDates: 'Move its dates to today',
    moveDatesHint: 'Otherwise they stay as they are; the example was written for {{day}}.',
    blankTitle: 'Blank board',
    blankSummary: 'An empty table. Start with your own question.',
    secretLabel: 'Secret for starting boards',
    secretHint: 'Whoever runs this server gave it to the people who may start boards.',
    import: { open: 'Start from a file…' },
    start: 'Start board',
    starting: 'Starting…',
    joinTitle: 'Join a board',
    visitedTitle: 'Boards on this device',
    visitedEmpty: 'Which board were you on last? After you join one, it stands here.',
    openBoard: 'Open {{title}}',
    forget: 'Remove {{title}} from this device',
    forgetAsk:
      'Remove “{{title}}” from this device? The board itself stays. You need its link to come back, and what was not sent yet is lost.',
    you: 'as {{name}}',
  },
  refusal: {
    ...enStartRefusals,
    'template-unknown': 'There is no such template on this server.',
  },
} as const;
