/** An Excel workbook with one sheet, for tests. */
import { strToU8, zipSync } from 'fflate';

export type Cell = string | number | boolean | null | { readonly day: number };

const type = 'http://schemas.openxmlformats.org';
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function cellXml(cell: Cell, at: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return typeof cell === 'number' ? `<c r="${at}"><v>${cell}</v></c>` : `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
}

export function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const body = rows
    .map((cells, row) => {
      const inner = cells.map((cell, at) => cellXml(cell, `${String.fromCodePoint(65 + at)}${row + 1}`)).join('');
      return inner === '' ? '' : `<row r="${row + 1}">${inner}</row>`;
    })
    .join('');
  return `<?xml version="1.0"?><worksheet xmlns="${type}/spreadsheetml/2006/main"><sheetData>${body}</sheetData></worksheet>`;
}

export function workbook(
  rows: readonly (readonly Cell[])[] | { readonly xml: string },
  { date1904 = false, extra = {} }: { readonly date1904?: boolean; readonly extra?: Record<string, Uint8Array> } = {},
): Uint8Array<ArrayBuffer> {
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const sheet = 'xml' in rows ? strToU8(rows.xml) : strToU8(sheetXml(rows));
  return zipSync({
    '[Content_Types].xml': xml(`<Types xmlns="${type}/package/2006/content-types"/>`),
    '_rels/.rels': xml(`<Relationships xmlns="${type}/package/2006/relationships"/>`),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${type}/spreadsheetml/2006/main" xmlns:r="${type}/officeDocument/2006/relationships"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Partners" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${type}/package/2006/relationships"><Relationship Id="rId1" Type="${type}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${type}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${type}/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': sheet,
    ...extra,
  });
}
