/** CSV as the register writes and reads it: byte order mark, comma, quotes doubled, CRLF, no cell that a program runs. */
const mark = '\uFEFF';

/** A cell that a spreadsheet would take for a formula gets a leading apostrophe, also behind apostrophes of its own. */
export function guarded(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** The cell without the apostrophe that `guarded` put there. */
export function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Rows as the text of a file. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return mark + rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('');
}
