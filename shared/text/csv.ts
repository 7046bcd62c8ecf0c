/** CSV as the register writes and reads it: byte order mark, comma, quotes doubled, CRLF, no cell that a program runs. */
const mark = '\uFEFF';

/**
 * Where a program may see a cell begin: at its own beginning, and behind whatever else separates cells or rows. A spreadsheet
 * set to semicolons takes no notice of the quotes around a cell whose row it has cut already.
 */
const beginning = /(^|[;|\t\r\n])( *)('*)(?=[=+\-@])/g;
const guardedBeginning = /(^|[;|\t\r\n])( *)'('*)(?=[=+\-@])/g;

/** What a spreadsheet would take for a formula gets an apostrophe before it, also before apostrophes of its own. */
export function guarded(cell: string): string {
  const inside = cell.replace(beginning, `$1$2'$3`);
  return /^'*[\t\r]/.test(inside) ? `'${inside}` : inside;
}

/** The cell without the apostrophes that `guarded` put there. */
export function unguarded(cell: string): string {
  const inside = /^'+[\t\r]/.test(cell) ? cell.slice(1) : cell;
  return inside.replace(guardedBeginning, '$1$2$3');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Rows as the text of a file. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return mark + rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('');
}
