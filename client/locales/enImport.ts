/** English texts of starting a board from a file, which come with its form (`usePageTexts`). */
export const enImport = {
  home: {
    import: {
      hint: 'A board that was downloaded (board.json, or the ZIP with everything), or a template file. It becomes a board of its own.',
      choose: 'Choose a file',
      drop: 'or drop it here (.json or .zip)',
      /** why a file is not taken, and what would be */
      file: {
        table:
          'This is a table. Start a board first; there, the outline imports it under “Import or export as a table (CSV)”.',
        picture: 'This is a picture. Start a board first and drop the picture on it.',
        pdf: 'This is a PDF. A board comes as board.json or as the ZIP with everything.',
        webPage:
          'This is a web page, not a board. Download the board again, as board.json or as the ZIP with everything.',
        oldOffice: 'This is an office file, not a board. A board comes as board.json or as the ZIP with everything.',
        zipWithout: 'There is no board.json in this ZIP. Facilitators download a board with it under “Take it home”.',
        zipTooLarge:
          'The board in this ZIP is larger than the {{max}} MB that this server takes. Whoever runs it can raise MAX_IMPORT_BYTES.',
        zipDamaged: 'This ZIP is damaged or not whole. Download it again.',
        tooLarge:
          'This file is larger than the {{max}} MB that this server takes. Whoever runs it can raise MAX_IMPORT_BYTES.',
        tooLargeUnknown:
          'Files above {{max}} MB are taken from people who lead a board here. Start a blank board first, then open this file again.',
        unreadable: 'This file cannot be read. A board comes as board.json or as the ZIP with everything.',
      },
      checking: 'Reading the file…',
      again: 'Read the file again',
      fits: 'This comes with the file',
      board: 'A board as it was on {{time}}. Ratings and names of people are set again on the new board.',
      template: 'A template file: the map, without drawings.',
      interests_one: '{{count}} interest',
      interests_other: '{{count}} interests',
      organizations_one: '{{count}} organization',
      organizations_other: '{{count}} organizations',
      representatives_one: '{{count}} representative',
      representatives_other: '{{count}} representatives',
      notes_one: '{{count}} note',
      notes_other: '{{count}} notes',
      actions_one: '{{count}} action',
      actions_other: '{{count}} actions',
      drawings_one: '{{count}} drawing',
      drawings_other: '{{count}} drawings',
      pictures_one: '{{count}} picture',
      pictures_other: '{{count}} pictures',
      missingPictures_one: '{{count}} picture is not in the file; its place stays empty.',
      missingPictures_other: '{{count}} pictures are not in the file; their places stay empty.',
      unfit_one: 'This file cannot be imported: {{count}} thing does not fit',
      unfit_other: 'This file cannot be imported: {{count}} things do not fit',
      more_one: 'and {{count}} more',
      more_other: 'and {{count}} more',
      start: 'Start the board from this file',
    },
  },
  refusal: {
    'file-refused': 'This file is not a board that can be imported.',
  },
} as const;
