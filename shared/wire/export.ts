/** What a board gives to take home, for both sides (EXPORT-1). Everything is a GET with a seat; names, not numbers, so that scripts can ask. */
import * as v from 'valibot';
import { SnapshotId } from './ids.ts';
import { PaperSize } from './paper.ts';

/** How a file is offered and where it stands in the pack. */
interface TakeHomeFile {
  readonly group: 'reports' | 'pictures' | 'tables' | 'board';
  /** what it shows; several files may show the same in different forms */
  readonly thing: string;
  readonly folder: '' | 'reports' | 'pictures' | 'tables';
  /** Facilitators take it home; everybody with a seat takes the others: what is in them everybody on the board can see. */
  readonly isForFacilitators?: true;
}

const picture = <T extends string>(thing: T) => ({ group: 'pictures', thing, folder: 'pictures' }) as const;

/** Every file that a board gives, in the order in which they are offered: `GET /api/boards/:id/export/<file>`. */
export const takeHomeFiles = {
  'summary.pdf': { group: 'reports', thing: 'summary', folder: '' },
  'one-page.pdf': { group: 'reports', thing: 'onePage', folder: '' },
  'poster.pdf': { group: 'reports', thing: 'poster', folder: '' },
  'participants.docx': { group: 'reports', thing: 'participants', folder: 'reports' },
  'participants.md': { group: 'reports', thing: 'participants', folder: 'reports' },
  'funders.docx': { group: 'reports', thing: 'funders', folder: 'reports', isForFacilitators: true },
  'funders.md': { group: 'reports', thing: 'funders', folder: 'reports', isForFacilitators: true },
  'frame.png': picture('frame'),
  'frame.svg': picture('frame'),
  'cycle.png': picture('cycle'),
  'cycle.svg': picture('cycle'),
  'structure.png': picture('structure'),
  'structure.svg': picture('structure'),
  'sheets.png': picture('sheets'),
  'sheets.svg': picture('sheets'),
  'goal.png': picture('goal'),
  'goal.svg': picture('goal'),
  'pulse.png': picture('pulse'),
  'pulse.svg': picture('pulse'),
  'register.csv': { group: 'tables', thing: 'register', folder: 'tables' },
  'register-internal.csv': { group: 'tables', thing: 'internal', folder: 'tables', isForFacilitators: true },
  'actions.csv': { group: 'tables', thing: 'actions', folder: 'tables' },
  'actions.ics': { group: 'tables', thing: 'actions', folder: 'tables' },
  'record.csv': { group: 'tables', thing: 'record', folder: 'tables' },
  'board.json': { group: 'board', thing: 'board', folder: '', isForFacilitators: true },
} as const satisfies Readonly<Record<string, TakeHomeFile>>;

export type TakeHomeName = keyof typeof takeHomeFiles;
export type TakeHomeThing = (typeof takeHomeFiles)[TakeHomeName]['thing'];
export type TakeHomeGroup = TakeHomeFile['group'];
export const takeHomeNames = Object.keys(takeHomeFiles) as readonly TakeHomeName[];

/** The board itself has a route of its own (`server/http/files/boardFile.ts`). */
export type ExportFile = Exclude<TakeHomeName, 'board.json'>;

export function isExportFile(name: string): name is ExportFile {
  return name !== 'board.json' && Object.hasOwn(takeHomeFiles, name);
}

/** All of it in one file. */
export const packFile = 'pack.zip';

/** Only facilitators take this home. */
export function isForFacilitators(file: TakeHomeName | typeof packFile): boolean {
  if (file === packFile) return true;
  const offer: TakeHomeFile = takeHomeFiles[file];
  return offer.isForFacilitators === true;
}

/** Of `since`: nothing is said about what changed. */
export const sinceNothing = 'none';

const yes = v.optional(v.literal('1'));

/** The choices, as a query. */
export const ExportChoices = v.strictObject({
  /** whose day and clock it is; otherwise UTC */
  zone: v.optional(v.pipe(v.string(), v.maxLength(60), v.regex(/^[A-Za-z0-9_+/-]+$/))),
  /** a snapshot with which "what changed" compares, or `sinceNothing`; otherwise the start of the last workshop */
  since: v.optional(v.union([v.literal(sinceNothing), SnapshotId])),
  /** of what is made for a sheet of a size; otherwise as the language asked for has it in its region */
  paper: v.optional(PaperSize),
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
