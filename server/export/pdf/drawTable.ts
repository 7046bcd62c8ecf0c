/** A table of a report in a PDF: its head on every page, rows whole where a page can hold them. */
import type { Cell, TableBlock } from '#shared/report/Report.ts';
import { breakable, pdfColors, splitToFit, type PdfPage } from './PdfPage.ts';
import type { PdfTag } from './PdfTags.ts';
import { heightAtStart, tableBreaks } from './tableBreaks.ts';

const size = 8.5;
/** Beside and above the words of a cell. */
const padding = 4.5;
const above = 2.6;
const gap = size * 0.28;

const grounds: Readonly<Record<string, string>> = {
  gap: pdfColors.gap,
  thin: pdfColors.thin,
  covered: pdfColors.covered,
};

export function drawTable(page: PdfPage, table: TableBlock): void {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = table.columns.map(({ width }) => (width / whole) * page.textWidth);
  const head = table.columns.map(({ label }): Cell => ({ text: label, mark: 'strong' }));
  const headSize = headSizeFor(page, head, widths);
  const headHeight = rowHeight(page, head, widths, headSize);
  page.need(leastTableHeight(page, table));
  page.y += 4;
  const { tags } = page;
  const tag = tags.add('Table');
  if (table.caption !== '') page.text(tags.add('Caption', tag), table.caption, 600, 9.5, pdfColors.soft);
  page.y += 4;
  const headTag = tags.add('TR', tag);
  const headTags = head.map(() => tags.add('TH', headTag, { scope: 'Column' }));
  const drawHead = () => drawRow(page, table, head, headTags, widths, headHeight, headSize);
  drawHead();
  const most = page.bottom - 60 - headHeight;
  const rows = table.rows.flatMap((row) => {
    const rowTag = tags.add('TR', tag);
    const cellTags = row.map(({ mark }, at) =>
      at === 0 && mark === 'strong' ? tags.add('TH', rowTag, { scope: 'Row' }) : tags.add('TD', rowTag),
    );
    const breaking = row.map((cell) => ({ ...cell, text: breakable(cell.text) }));
    return parts(page, breaking, widths, most).map((cells) => ({
      cells,
      cellTags,
      height: rowHeight(page, cells, widths),
    }));
  });
  const heights = rows.map(({ height }) => height);
  const breaks = tableBreaks(heights, page.room, page.freshRoom - headHeight);
  for (const [at, { cells, cellTags, height }] of rows.entries()) {
    // The head stands here already, with the rows that `need` made room for.
    if (at > 0 && (breaks.has(at) || page.room < height)) {
      page.addPage();
      // Read once is enough: a head that a page says again is not read again.
      tags.decorate(drawHead, 'Pagination');
    }
    drawRow(page, table, cells, cellTags, widths, height, null);
  }
  page.y += 12;
}

/** Room that a table needs to begin on a page: caption, head, and the rows that stand with it, as far as a page can hold them. */
export function leastTableHeight(page: PdfPage, table: TableBlock): number {
  const all = table.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = table.columns.map(({ width }) => (width / all) * page.textWidth);
  const head = table.columns.map(({ label }): Cell => ({ text: label, mark: 'strong' }));
  const headHeight = rowHeight(page, head, widths, headSizeFor(page, head, widths));
  const heights = table.rows.map((row) => Math.min(mostWithHead, rowHeight(page, row, widths)));
  return 26 + headHeight + Math.min(page.freshRoom / 2, heightAtStart(heights));
}

/** Of a row that is higher the beginning is enough beside the head. */
const mostWithHead = 160;

/** Small enough that no word of the head is broken. */
function headSizeFor(page: PdfPage, head: readonly Cell[], widths: readonly number[]): number {
  page.font(600, size, pdfColors.ink);
  const shares = head.flatMap(({ text }, at) =>
    text.split(/[ -]/).map((word) => ((widths[at] ?? 0) - padding * 2 - 0.5) / page.doc.widthOfString(word)),
  );
  return size * Math.max(0.6, Math.min(1, ...shares));
}

function rowHeight(page: PdfPage, cells: readonly Cell[], widths: readonly number[], letters: number = size): number {
  return Math.max(...cells.map((cell, at) => cellHeight(page, cell, widths[at] ?? 0, letters))) + above * 2;
}

function cellHeight(page: PdfPage, cell: Cell, width: number, letters: number = size): number {
  page.font(weightOf(cell), letters, pdfColors.ink);
  return cell.text === '' ? size : page.doc.heightOfString(cell.text, { width: width - padding * 2, lineGap: gap });
}

function weightOf(cell: Cell): 400 | 600 {
  return cell.mark === 'strong' ? 600 : 400;
}

/** A row that no page can hold, in parts that one can. */
function parts(
  page: PdfPage,
  row: readonly Cell[],
  widths: readonly number[],
  most: number,
): readonly (readonly Cell[])[] {
  const found: (readonly Cell[])[] = [];
  let rest = row;
  while (rowHeight(page, rest, widths) > most) {
    const cut = rest.map((cell, at) => {
      const fits = (text: string) => cellHeight(page, { ...cell, text }, widths[at] ?? 0) + above * 2 <= most;
      const [head, tail] = splitToFit(cell.text, fits);
      // One word larger than a page: as much of it as a line holds, again and again.
      return head === '' && tail !== '' ? [tail.slice(0, 500), tail.slice(500)] : [head, tail];
    });
    found.push(row.map((cell, at) => ({ ...cell, text: cut[at]?.[0] ?? '' })));
    rest = row.map((cell, at) => ({ ...cell, text: cut[at]?.[1] ?? '' }));
  }
  return [...found, rest];
}

function drawRow(
  page: PdfPage,
  table: TableBlock,
  cells: readonly Cell[],
  cellTags: readonly PdfTag[],
  widths: readonly number[],
  height: number,
  headSize: number | null,
): void {
  const { doc, tags } = page;
  const isHead = headSize !== null;
  let x = page.left;
  for (const [at, cell] of cells.entries()) {
    const width = widths[at] ?? 0;
    const ground = isHead ? pdfColors.head : grounds[cell.mark ?? ''];
    if (ground !== undefined) tags.decorate(() => doc.rect(x, page.y, width, height).fill(ground));
    const side = table.columns[at]?.align ?? 'start';
    const color = isHead
      ? pdfColors.goal
      : cell.mark === 'quiet'
        ? pdfColors.soft
        : cell.mark === 'gap'
          ? pdfColors.gapInk
          : pdfColors.ink;
    page.font(weightOf(cell), headSize ?? size, color);
    const tag = cellTags[at];
    const left = x + padding;
    // An empty cell is marked as well: readers that go page by page would else count it out, and shift the row.
    if (tag !== undefined)
      tags.draw(tag, () =>
        doc.text(cell.text, left, page.y + above, {
          width: width - padding * 2,
          height: height - above,
          lineGap: gap,
          align: side === 'end' ? 'right' : side === 'center' ? 'center' : 'left',
        }),
      );
    x += width;
  }
  page.y += height;
  tags.decorate(() =>
    doc
      .moveTo(page.left, page.y)
      .lineTo(page.left + page.textWidth, page.y)
      .lineWidth(isHead ? 1 : 0.5)
      .stroke(isHead ? pdfColors.goal : pdfColors.line),
  );
}
