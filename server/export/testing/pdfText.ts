/** What another program reads in a PDF: the text of each page, and the bookmarks of the first level. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfContent {
  readonly pages: readonly string[];
  readonly text: string;
  readonly bookmarks: readonly string[];
}

export async function pdfText(bytes: Uint8Array): Promise<PdfContent> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const file = await task.promise;
  const pages: string[] = [];
  for (let at = 1; at <= file.numPages; at += 1) {
    const { items } = await (await file.getPage(at)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''));
  }
  const outline = (await file.getOutline()) ?? [];
  await task.destroy();
  return { pages, text: pages.join('\n'), bookmarks: outline.map(({ title }) => title) };
}
