/** What people are told when the workshop did not let them change something; joined to `notice` of `en.ts`. */
export const enUndone = {
  undone_locked_one: 'A facilitator has locked this. Your change was taken back.',
  undone_locked_other: 'A facilitator has locked this. {{count}} of your changes were taken back.',
  undone_step_one: 'This is not part of the step that runs now. Your change was taken back.',
  undone_step_other: 'This is not part of the step that runs now. {{count}} of your changes were taken back.',
} as const;
