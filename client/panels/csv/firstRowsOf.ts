/** The first rows of a table, among which its headings stand. */
import { readTableText, type TableCells } from '#shared/report/importing/tableText.ts';

const shownRows = 12;
const looksAt = 100_000;

export function firstRowsOf(table: string | TableCells): readonly (readonly string[])[] {
  const { rows } = typeof table === 'string' ? readTableText(table.slice(0, looksAt)) : table;
  return rows.slice(0, shownRows);
}
