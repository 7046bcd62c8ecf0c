/** The first sheet with anything in it of an Excel workbook that was unpacked already. Loaded when there is one to read. */
import readXlsxFile from 'read-excel-file/universal';
import { zipStored } from '#client/files/zipStored.ts';
import type { TableCells } from '#shared/report/importing/tableText.ts';

export type Workbook =
  | { readonly ok: true; readonly cells: TableCells }
  | { readonly ok: false; readonly code: 'unreadable' | 'sheetTooLarge' };

/** The reader fills every row up to the last column, and every gap between rows: a cell far out would fill the memory. */
const maxSheetRows = 100_000;
const maxSheetColumns = 2_000;
const maxSheetCells = 2_000_000;

export async function readWorkbook(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<Workbook> {
  for (const [path, bytes] of files)
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(path) && isTooLarge(bytes)) return { ok: false, code: 'sheetTooLarge' };
  try {
    const sheets = await readXlsxFile(zipStored(files).buffer);
    const sheet = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null))) ?? sheets[0];
    const rows = sheet?.data.map((row) => row.map((cell) => cellText(cell))) ?? [];
    return { ok: true, cells: { rows, malformed: new Set(), epoch: epochOf(files) } };
  } catch {
    // whatever is wrong inside: for people it is a workbook that cannot be read
    return { ok: false, code: 'unreadable' };
  }
}

/** As a spreadsheet would write it into a CSV file, but for days: those are known, and written so that nobody must guess. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell);
}

/** How far out the last cells with something in them stand. */
function isTooLarge(sheet: Uint8Array): boolean {
  const xml = new TextDecoder().decode(sheet);
  let [rows, columns] = [0, 0];
  for (const [, row] of xml.matchAll(/<(?:\w+:)?row\b[^>]*?\br="(\d+)"/g)) rows = Math.max(rows, Number(row));
  for (const [, letters, row] of xml.matchAll(
    /<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"[^>]*>\s*<(?:\w+:)?(?:v|is|f)\b/g,
  )) {
    columns = Math.max(columns, columnOf(letters ?? ''));
    rows = Math.max(rows, Number(row));
  }
  return rows > maxSheetRows || columns > maxSheetColumns || rows * columns > maxSheetCells;
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0);
}

/** What day 0 of the workbook is; old Macintosh programs begin in 1904. */
function epochOf(files: ReadonlyMap<string, Uint8Array>): 1900 | 1904 {
  const workbook = new TextDecoder().decode(files.get('xl/workbook.xml'));
  return /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook) ? 1904 : 1900;
}
