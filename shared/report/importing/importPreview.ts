/** What an import would do, shown before anything changes (CSV-4). */
import type { Change } from '#shared/map/Change.ts';
import type { CommandRefusalCode } from '#shared/map/commands/commandRefusals.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { Rating } from '#shared/map/ratings.ts';
import type { DayOrder } from './cellDays.ts';
import type { TableChoices, TableColumn } from './readTable.ts';
import type { RegisterColumn } from '#shared/report/registerColumns.ts';

/** Why a row is left out; the sentence stands in the catalog of words under `map.csv.problem.<code>`, with these placeholders. */
export type Reason =
  | { readonly code: 'malformed' | 'twiceInHeader' | 'missingInHeader' | 'tooManyCells' }
  /** of text */
  | { readonly code: 'fileTooLarge' | 'tooManyColumns'; readonly max: number; readonly count: number }
  | { readonly code: 'tooManyRows'; readonly max: number; readonly count: number }
  | { readonly code: 'empty' | 'noKind' | 'noInterest' | 'notAnId' | 'otherOrganization' }
  | { readonly code: 'notADay' | 'notARating' | 'notOnBoard' | 'severalNamed'; readonly cell: string }
  | { readonly code: 'tooLong'; readonly max: number }
  | { readonly code: 'notOneOf'; readonly cell: string; readonly allowed: readonly string[] }
  /** a list of a row has not as many words as the row names bodies */
  | { readonly code: 'notAsMany'; readonly words: number; readonly bodies: number }
  | { readonly code: 'contradicts'; readonly other: number }
  /** a command of the map said no */
  | { readonly code: 'refused'; readonly refusal: CommandRefusalCode };

export interface RowProblem {
  /** row as the spreadsheet shows it; 0 = the file as a whole */
  readonly row: number;
  /** as the file heads it; null = no one column */
  readonly column: string | null;
  readonly reason: Reason;
}

/** What people say of a file that does not say it itself. */
export interface ImportChoices extends TableChoices {
  readonly dayOrder?: DayOrder;
}

/** A name of the file that is taken for another name, which stays as it is. */
export interface SameName {
  readonly written: string;
  readonly kept: string;
}

export interface ImportPreview {
  /** the columns of the file, what each is taken for, and where the header was found (0 = there is none) */
  readonly columns: readonly TableColumn[];
  readonly headerRow: number;
  /** columns that nobody knows, as the file heads them; they are left out */
  readonly unknownColumns: readonly string[];
  /** columns of the register that the map computes, and those of lines, papers and actions; they are left out */
  readonly leftOutColumns: readonly string[];
  /** columns of representatives, left out since no column of the file says what kind they are */
  readonly withoutKind: readonly string[];
  /** a cell that may be two days, when the file does not say which; without an answer such cells are left out */
  readonly dayQuestion: { readonly cell: string; readonly dayFirst: string; readonly monthFirst: string } | null;
  readonly sameNames: readonly SameName[];
  /** rows that are left out, and why */
  readonly problems: readonly RowProblem[];
  /** rows without a problem */
  readonly goodRows: number;
  readonly added: Readonly<
    Record<'interests' | 'organizations' | 'placements' | 'representatives' | 'bodies' | 'seats', number>
  >;
  /** entities on the board that get other values */
  readonly changed: number;
  /** organization -> what its rows say of influence and stake; kept apart from the map, for facilitators */
  readonly ratings: ReadonlyMap<string, Partial<Rating>>;
  /** one act: apply them in one transaction */
  readonly changes: readonly Change[];
  /** the map as it would be */
  readonly after: PartnershipMap;
}

/** A problem before it bears the file's own heading. */
export interface ColumnProblem {
  readonly row: number;
  readonly column: RegisterColumn | null;
  readonly reason: Reason;
}
