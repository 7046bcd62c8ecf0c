/** What an import would do, shown before anything changes (CSV-4). */
import type { Change } from '../map/Change.ts';
import type { CommandRefusalCode } from '../map/commands/commandRefusals.ts';
import type { Rating } from '../map/ratings.ts';

/** Why a row is left out; the sentence stands in the locale files under `map.csv.problem.<code>`, with these placeholders. */
export type Reason =
  | { readonly code: 'fileTooLarge' | 'malformed' | 'twiceInHeader' | 'missingInHeader' | 'tooManyCells' }
  | { readonly code: 'tooManyRows'; readonly max: number }
  | { readonly code: 'empty' | 'emptyNotOnBoard' | 'noKind' | 'noInterest' | 'notAnId' | 'otherOrganization' }
  | { readonly code: 'notFitting'; readonly cell: string }
  | { readonly code: 'notOneOf'; readonly cell: string; readonly allowed: readonly string[] }
  | { readonly code: 'contradicts'; readonly other: number }
  /** a command of the map said no */
  | { readonly code: 'refused'; readonly refusal: CommandRefusalCode };

export interface RowProblem {
  /** line as a spreadsheet counts: the header is 1; 0 = the file as a whole */
  readonly row: number;
  readonly column: string | null;
  readonly reason: Reason;
}

export interface ImportPreview {
  /** columns that nobody knows; they are left out */
  readonly unknownColumns: readonly string[];
  /** columns of the register that the map computes, and those of lines, papers and actions; they are left out */
  readonly leftOutColumns: readonly string[];
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
}
