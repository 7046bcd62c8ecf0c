/** Cells as a spreadsheet puts them on the clipboard. */

/** Rows of text/plain: tabs between cells; a cell with a line break or a quote in it stands in quotes, which are doubled. */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|[^\t\r\n]*/y;
  let at = 0;
  while (at <= text.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const cell = found?.[1] === undefined ? (found?.[0] ?? '') : found[1].replaceAll('""', '"');
    rows.at(-1)?.push(cell.trim());
    at += found?.[0].length ?? 0;
    if (text[at] !== '\t' && at < text.length) {
      at += text.startsWith('\r\n', at) ? 1 : 0;
      rows.push([]);
    }
    at += 1;
  }
  return whole(rows);
}

export function cellsOfHtml(html: string): string[][] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const end of page.querySelectorAll('br')) end.replaceWith('\n');
  const rows = [...page.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('td, th')].map((cell) => (cell.textContent ?? '').trim()),
  );
  return whole(rows);
}

/** Without empty rows at the end and empty columns behind the last one. */
function whole(rows: readonly string[][]): string[][] {
  const kept = rows.slice(0, rows.findLastIndex((row) => row.some((cell) => cell !== '')) + 1);
  const width = Math.max(0, ...kept.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  return kept.map((row) => row.slice(0, width));
}
