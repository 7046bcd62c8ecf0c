/** Why a command was not done: code -> the English sentence. The client shows its own language under `map.refused.<code>`. */
export const commandRefusals = {
  invalid: 'This value does not fit here.',
  unknown: 'This is no longer on the board.',
  exists: 'This is on the board already.',
  reference: 'What this refers to is no longer on the board.',
  fixed: 'This cannot be changed here.',
  sameEnds: 'A line needs two different ends.',
  outsidePlacements: 'The organization is not placed in this interest.',
  roundClosed: 'This round is closed. Only its carried insight can still be changed.',
  notLastRound: 'Only the last round can be removed.',
  mutualLink: 'Two notes cannot link to each other.',
  wrongStage: 'A hypothesis is a note of the stage interpreting and hypothesizing.',
  needsResult: 'Write down a result before the experiment is finished.',
  notFinished: 'Decide when the experiment is finished or stopped.',
  notAddingUp: 'The counts of each item must add up to the number of answers.',
  reasonNeeded: 'Accepting a finding needs a reason.',
  otherSheet: 'Ideas and groups stay on their own sheet.',
  nothingWritten: 'Nothing is written here yet.',
  ratedFinding:
    'This rests on influence and stake, which only facilitators see, so it stays out of what everybody reads.',
} as const;

export type CommandRefusalCode = keyof typeof commandRefusals;

export interface CommandRefusal {
  readonly ok: false;
  readonly code: CommandRefusalCode;
  readonly message: string;
  /** the field that does not fit, where one field is to blame */
  readonly field?: string;
}

/** A refusal as a value. */
export function refuse(code: CommandRefusalCode, field?: string): CommandRefusal {
  return { ok: false, code, message: commandRefusals[code], ...(field === undefined ? {} : { field }) };
}
