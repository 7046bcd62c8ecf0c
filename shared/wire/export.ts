/** What a board gives to take home, for both sides (EXPORT-1). Everything is a GET with a seat; names, not numbers, so that scripts can ask. */
import * as v from 'valibot';

/** `GET /api/boards/:id/export/<file>`. The board itself is `board.json` (`server/http/boardFile.ts`). */
export const exportFiles = [
  'summary.pdf',
  'participants.docx',
  'participants.md',
  'funders.docx',
  'funders.md',
  'frame.png',
  'frame.svg',
  'cycle.png',
  'cycle.svg',
  'structure.png',
  'structure.svg',
  'goal.png',
  'goal.svg',
  'pulse.png',
  'pulse.svg',
  'register.csv',
  'register-internal.csv',
  'actions.csv',
  'actions.ics',
] as const;
export type ExportFile = (typeof exportFiles)[number];

/** All of it in one file. */
export const packFile = 'pack.zip';

/** Facilitators take these home; everybody with a seat takes the others: what is in them everybody on the board can see. */
export const facilitatorFiles: readonly string[] = [packFile, 'funders.docx', 'funders.md', 'register-internal.csv'];

const yes = v.optional(v.literal('1'));

/** The choices, as a query. */
export const ExportChoices = v.strictObject({
  /** whose day and clock it is; otherwise UTC */
  zone: v.optional(v.pipe(v.string(), v.maxLength(60), v.regex(/^[A-Za-z0-9_+/-]+$/))),
  /** people who stand on the board by name agreed to stand in files by name (facilitators) */
  names: yes,
  /** the group said that its trust results may go to funders (facilitators) */
  trust: yes,
  /** the register with influence and stake, too (facilitators) */
  internal: yes,
});
export type ExportChoices = v.InferOutput<typeof ExportChoices>;

/** Header of a pack that is on its way: how many files will be in it. */
export const packCountHeader = 'Roundtable-Files';
