/** Finds the header of a table and what its columns mean; what was chosen by hand goes before what is guessed. */
import { columnsOfHeader, namedColumns } from './columnNames.ts';
import { wordKey } from './cellWords.ts';
import { isRegisterColumn, type RegisterColumn } from '#shared/report/registerColumns.ts';
import type { TableCells } from './tableText.ts';

/** What somebody said of the columns of one file. */
export interface TableChoices {
  /** row of the header as the spreadsheet counts, 0 = there is none */
  readonly headerRow?: number;
  /** for each column of the file, from the left */
  readonly columns?: readonly (RegisterColumn | null)[];
  /** heading (as `wordKey` reads it) -> what was chosen for it in an earlier file */
  readonly remembered?: ReadonlyMap<string, RegisterColumn | null>;
}

export interface TableColumn {
  /** its heading, or the letter by which spreadsheets call it */
  readonly label: string;
  readonly column: RegisterColumn | null;
  /** the first few cells below, for people to see what it holds */
  readonly samples: readonly string[];
  readonly isEmpty: boolean;
}

export interface RegisterTable {
  readonly headerRow: number;
  readonly columns: readonly TableColumn[];
  /** rows with anything in them, by their number in the spreadsheet */
  readonly body: readonly { readonly row: number; readonly cells: readonly string[]; readonly isMalformed: boolean }[];
  /** what each column of the register is called in this file */
  readonly labels: ReadonlyMap<RegisterColumn, string>;
}

/** Titles and notes stand above the header, not more than this. */
const headerWithin = 20;
const shownSamples = 3;
const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

export function readTable({ rows, malformed }: TableCells, choices: TableChoices = {}): RegisterTable {
  const headerRow = choices.headerRow ?? findHeader(rows, choices) + 1;
  const headings = (rows[headerRow - 1] ?? []).map((heading) => heading.replace(/\s+/g, ' ').trim());
  const body = rows.flatMap((cells, at) =>
    at < headerRow || isBlank(cells) ? [] : [{ row: at + 1, cells, isMalformed: malformed.has(at) }],
  );
  const width = body.reduce((most, { cells }) => Math.max(most, widthOf(cells)), 0);
  const found = choices.columns ?? columnsOfHeader(headings, choices.remembered);
  const columns = Array.from({ length: headerRow === 0 ? width : headings.length }, (_, at): TableColumn => {
    const filled = body.flatMap(({ cells }) => (cells[at]?.trim() ? [cells[at].trim()] : []));
    return {
      label: headings[at] || columnLetters(at),
      column: found[at] ?? null,
      samples: [...new Set(filled)].slice(0, shownSamples),
      isEmpty: filled.length === 0 && !headings[at],
    };
  });
  const labels = new Map(
    columns.flatMap(({ column, label }): [RegisterColumn, string][] => (column === null ? [] : [[column, label]])),
  );
  return { headerRow, columns, body, labels };
}

/** Cells up to the last that is filled: spreadsheets write empty ones behind. */
export function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** The place of the row that names most columns of the register; without any, of the first with several cells. */
function findHeader(rows: readonly (readonly string[])[], { remembered }: TableChoices): number {
  const looked = rows
    .map((cells, at) => ({ at, cells }))
    .filter(({ cells }) => !isBlank(cells))
    .slice(0, headerWithin);
  const [best] = looked
    .map(({ at, cells }) => ({ at, count: namedColumns(cells, remembered) }))
    .toSorted((a, b) => b.count - a.count);
  if (best !== undefined && best.count > 0) return best.at;
  return (looked.find(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1) ?? looked[0])?.at ?? 0;
}

/** 0 -> "A", 26 -> "AA". */
export function columnLetters(at: number): string {
  const letter = String.fromCodePoint(65 + (at % 26));
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter;
}

/** What there is to remember of the columns that somebody chose: headings with their meaning, but for the register's own. */
export function choicesToRemember(
  columns: readonly Pick<TableColumn, 'label' | 'column'>[],
): readonly (readonly [heading: string, column: RegisterColumn | null])[] {
  return columns.flatMap(({ label, column }) => {
    const key = wordKey(label);
    return key === '' || isRegisterColumn(label.toLowerCase()) ? [] : [[key, column] as const];
  });
}
