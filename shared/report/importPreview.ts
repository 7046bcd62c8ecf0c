/** What an import would do, shown before anything changes (CSV-4). */
import type { Change } from '../map/Change.ts';
import type { Rating } from '../map/ratings.ts';

export interface RowProblem {
  /** line as a spreadsheet counts: the header is 1; 0 = the file as a whole */
  readonly row: number;
  readonly column: string | null;
  readonly reason: string;
}

export interface ImportPreview {
  /** columns that nobody knows; they are left out */
  readonly unknownColumns: readonly string[];
  /** columns of the register that the map computes or that have a place of their own; they are left out */
  readonly leftOutColumns: readonly string[];
  /** rows that are left out, and why */
  readonly problems: readonly RowProblem[];
  /** cells that are left out of rows that are taken */
  readonly notes: readonly RowProblem[];
  /** rows without a problem */
  readonly goodRows: number;
  readonly added: Readonly<Record<'interests' | 'organizations' | 'placements' | 'representatives' | 'seats', number>>;
  /** entities on the board that get other values */
  readonly changed: number;
  /** organization -> what its rows say of influence and stake; kept apart from the map, for facilitators */
  readonly ratings: ReadonlyMap<string, Partial<Rating>>;
  /** one act: apply them in one transaction */
  readonly changes: readonly Change[];
}
