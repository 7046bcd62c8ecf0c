/** The text of a file, or rows pasted from a spreadsheet -> rows of cells, numbered as a spreadsheet shows them. */
import Papa from 'papaparse';
import { namedColumns } from './columnNames.ts';
import type { RegisterColumn } from '#shared/report/registerColumns.ts';

export interface TableCells {
  /** row 1 of the spreadsheet first; blank rows are rows */
  readonly rows: readonly (readonly string[])[];
  /** places of rows whose quotation marks do not close */
  readonly malformed: ReadonlySet<number>;
  /** what day 0 of a workbook is, where bare numbers may be days; null = they may not */
  readonly epoch: 1900 | 1904 | null;
}

const delimiters = [',', ';', '\t', '|'] as const;
/** Cuts nothing: the file is one column. */
const none = '\u001F';
const looksAt = 40;
/** The line in which a spreadsheet reads what separates the cells; it does not show it as a row. */
const separatorLine = /^"?sep=([,;|\t])"?[ \t]*(?:\r\n|\r|\n|$)/i;

export function readTableText(text: string, remembered?: ReadonlyMap<string, RegisterColumn | null>): TableCells {
  const marked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const separator = separatorLine.exec(marked);
  const plain = separator === null ? marked : marked.slice(separator[0].length);
  const delimiter = separator?.[1] ?? delimiterOf(plain, remembered);
  const parsed = Papa.parse<string[]>(plain, { delimiter });
  return {
    rows: delimiter === '|' ? withoutFrame(parsed.data) : parsed.data,
    malformed: new Set(parsed.errors.map((error) => error.row ?? 0)),
    epoch: null,
  };
}

/** What separates the cells: that with which most headings are known, else that with which rows are alike. */
function delimiterOf(text: string, remembered?: ReadonlyMap<string, RegisterColumn | null>): string {
  const [best] = delimiters
    .map((delimiter) => {
      const { data } = Papa.parse<string[]>(text, { delimiter, preview: looksAt });
      const widths = data.map((row) => row.length).filter((width) => width > 1);
      const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
      const known = Math.max(0, ...data.map((row) => namedColumns(row, remembered)));
      return { delimiter, known: usual > 1 ? known : 0, alike: widths.filter((width) => width === usual).length };
    })
    .toSorted((a, b) => b.known - a.known || b.alike - a.alike);
  // one heading and names with commas in them are one column
  return best === undefined || best.alike === 0 || isOneColumn(text, best) ? none : best.delimiter;
}

function isOneColumn(
  text: string,
  { delimiter, known }: { readonly delimiter: string; readonly known: number },
): boolean {
  if (known > 1) return false;
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: looksAt });
  const [first = []] = data.filter((row) => row.some((cell) => cell.trim() !== ''));
  return first.length === 1 && namedColumns(first) === 1;
}

/** Tables drawn with bars have one at both ends, and a line of dashes below their head. */
function withoutFrame(rows: readonly string[][]): readonly (readonly string[])[] {
  const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');
  const isFramed = rows.every(
    (row) => isBlank(row) || (row.length > 2 && row[0]?.trim() === '' && row.at(-1)?.trim() === ''),
  );
  const inner = isFramed ? rows.map((row) => (isBlank(row) ? [] : row.slice(1, -1))) : rows;
  return inner.map((row) => (row.length > 0 && row.every((cell) => /^\s*:?-+:?\s*$/.test(cell)) ? [] : row));
}
