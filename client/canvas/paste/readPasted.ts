/**
 * What somebody pastes or drops, as what they mean by it: text before the picture of a text, cells as cells, and never nothing.
 * Null: the canvas knows better (its own shapes, pictures, links).
 */
import { maxRecordText } from '#shared/board/limits/textLimits.ts';
import { cellsOfHtml, cellsOfText } from './cells.ts';

export interface Clipped {
  readonly types: readonly string[];
  readonly text: string;
  readonly html: string;
  readonly fileNames: readonly string[];
}

export type Pasted =
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tooLong'; readonly length: number }
  | { readonly kind: 'unknown' };

/** Above it a table or a list stays one text: nobody reads more notes at once. */
export const mostNotes = 200;
/** A line that is longer is a paragraph. */
const longestLine = 300;

export function readPasted({ types, text, html, fileNames }: Clipped): Pasted | null {
  if (/<div data-tldraw/.test(html) || /<div data-tldraw/.test(text)) return null;
  const isFileNamed = fileNames.length > 0 && html === '' && isNames(text, fileNames);
  const words = text.trim() === '' ? textOf(html) : text;
  if (isFileNamed || words.trim() === '') {
    if (fileNames.length > 0 || types.length === 0) return null;
    return { kind: 'unknown' };
  }
  if (words.length > maxRecordText) return { kind: 'tooLong', length: words.length };
  const rows = tableOf(text, html);
  if (rows !== null) return { kind: 'table', rows, text: rows.map((row) => row.join('\t')).join('\n') };
  // A link, a drawing in letters, a saved board: the canvas has a way for each.
  if (fileNames.length === 0 && /^(https?:\/\/\S+\s*)+$|^<(svg|iframe)|^\{"type":"excalidraw/.test(words.trim()))
    return null;
  const lines = columnOf(text, html) ?? words.split(/\r\n?|\n/).flatMap((line) => line.trim() || []);
  const isList = lines.length >= 2 && lines.length <= mostNotes && lines.every((line) => line.length <= longestLine);
  if (isList) return { kind: 'lines', lines, text: lines.join('\n') };
  // One text with its letters bold or not is the canvas' own matter, unless a picture of it would come instead.
  return fileNames.length > 0 ? { kind: 'text', text: words } : null;
}

/** Cells of a spreadsheet, also a single column of it; null where there is no table. */
export function tableOf(text: string, html: string): readonly (readonly string[])[] | null {
  const isTable = /<table[\s>]/i.test(html);
  const rows = text.trim() === '' ? (isTable ? cellsOfHtml(html) : []) : cellsOfText(text);
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return (isTable || rows.every((row) => row.length === columns)) && columns >= 2 && rows.length > 0 ? rows : null;
}

/** One column of a spreadsheet: its cells, without the quotes around those of several lines. */
function columnOf(text: string, html: string): readonly string[] | null {
  if (!/<table[\s>]/i.test(html)) return null;
  const rows = text.trim() === '' ? cellsOfHtml(html) : cellsOfText(text);
  return rows.every((row) => row.length <= 1) ? rows.flatMap(([cell]) => cell || []) : null;
}

/** A file that was copied in a folder comes with its name as text. */
function isNames(text: string, names: readonly string[]): boolean {
  const lines = text.split(/\r\n?|\n/).flatMap((line) => line.trim() || []);
  return lines.every((line) => names.some((name) => line === name || line.endsWith(`/${name}`)));
}

function textOf(html: string): string {
  if (html === '') return '';
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const end of page.querySelectorAll('br, p, div, li, tr, h1, h2, h3, h4')) end.append('\n');
  return (page.body.textContent ?? '').replaceAll(/\n{3,}/g, '\n\n').trim();
}
