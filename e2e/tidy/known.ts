/**
 * What is not yet as it should be. The lists only become shorter: an entry that is no longer needed fails the test as well.
 */
export const known = {
  /** files of more than 400 lines */
  longFiles: [] as readonly string[],
  /** functions of more than 80 lines, by file and name */
  longFunctions: [] as readonly string[],
  /** folders of more than 30 files */
  fullFolders: [] as readonly string[],
  /** imports against the order of layers */
  upward: [] as readonly string[],
};

/** Folders that may be full: nobody looks for something in them by reading the list. */
export const listFolders: readonly string[] = [
  // one page each, found by subject in its README.md
  'shared/decisions',
  // one picture each, found by name
  'client/ui/icons',
  // one kind of thing each, found by name
  'shared/kinds',
];
