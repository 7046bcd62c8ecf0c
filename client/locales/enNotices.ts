/** The messages over the canvas. */
export const enNotices = {
  undone_one: 'Something you added broke the rules of the board and was taken back for everybody.',
  undone_other: '{{count}} things you added broke the rules of the board and were taken back for everybody.',
  unshown_one: 'One thing on this board cannot be shown by this page. It is kept.',
  unshown_other: '{{count}} things on this board cannot be shown by this page. They are kept.',
  pictures_one: 'A picture waits on this device. It is placed for everybody when the server can be reached again.',
  pictures_other:
    '{{count}} pictures wait on this device. They are placed for everybody when the server can be reached again.',
  kept: {
    undo: {
      none: 'Not undone: somebody else has changed this since, or put something into it. It stays as it is.',
      some: 'Undone, but for what somebody else has changed since.',
    },
    redo: {
      none: 'Not done again: somebody else has changed this since, or put something into it. It stays as it is.',
      some: 'Done again, but for what somebody else has changed since.',
    },
  },
  endsGone_one: 'What one of your arrows ended at was deleted by somebody else. The arrow ends where it stood.',
  endsGone_other: 'What {{count}} of your arrows ended at was deleted by somebody else. The arrows end where it stood.',
  linkAgain: 'This browser keeps nothing: after a reload you need the link of this board again.',
  noCopy:
    'This browser keeps no copy of the board on this device (a private window, or no room). Stay online until it says Saved.',
  undone_locked_one: 'A facilitator has locked this. Your change was taken back.',
  undone_locked_other: 'A facilitator has locked this. {{count}} of your changes were taken back.',
  undone_step_one: 'This is not part of the step that runs now. Your change was taken back.',
  undone_step_other: 'This is not part of the step that runs now. {{count}} of your changes were taken back.',
  taken_locked_one: 'A facilitator has locked this. One thing of yours was taken back; it is kept on this device.',
  taken_locked_other:
    'A facilitator has locked this. {{count}} things of yours were taken back; they are kept on this device.',
  taken_step_one:
    'This is not part of the step that runs now. One thing of yours was taken back; it is kept on this device.',
  taken_step_other:
    'This is not part of the step that runs now. {{count}} things of yours were taken back; they are kept on this device.',
  taken_rules_one:
    'One thing of yours is larger than a board takes, or of a kind that it does not know. It was taken back for everybody, and is kept on this device.',
  taken_rules_other:
    '{{count}} things of yours are larger or more than a board takes, or of a kind that it does not know. They were taken back for everybody, and are kept on this device.',
  taken_gone_one:
    'One thing that you made just before the line broke is not on the board any more. It is kept on this device.',
  taken_gone_other:
    '{{count}} things that you made just before the line broke are not on the board any more. They are kept on this device.',
  setAside:
    'Your last changes were set aside: {{reason}} They are kept on this device; the board shows what the server has.',
  putAgain: 'Put on again',
  copyWords: 'Copy the words',
  keepAsFile: 'Keep as a file',
  unfit_one: 'One thing was not put on again: what it belongs to is gone. It is in the file.',
  unfit_other: '{{count}} things were not put on again: what they belong to is gone. They are in the file.',
} as const;
