/** What another program reads in a PDF: the text of each page, the bookmarks of the first level, and what its parts are. */
import { getDocument } from 'unpdf/pdfjs';

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

export interface PdfPart {
  readonly role: string;
  readonly alt: string | undefined;
  /** of the part itself */
  readonly text: string;
  readonly parts: readonly PdfPart[];
}

export interface PdfReading {
  readonly isMarked: boolean;
  readonly showsTitle: boolean;
  readonly language: string;
  /** the description of the file, as XML */
  readonly metadata: string;
  /** page by page, in the order of reading */
  readonly pages: readonly (readonly PdfPart[])[];
  /** Texts that are said not to be read. */
  readonly decorations: readonly string[];
  /** Texts of which nothing is said. */
  readonly strays: readonly string[];
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

interface Item {
  readonly type?: string;
  readonly tag?: string;
  readonly id?: string | null;
  readonly str?: string;
}

/** A PDF as a program reads it aloud. */
export async function pdfReading(bytes: Uint8Array): Promise<PdfReading> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const file = await task.promise;
  const { info, metadata } = await file.getMetadata();
  const pages: (readonly PdfPart[])[] = [];
  const [decorations, strays]: [string[], string[]] = [[], []];
  for (let at = 1; at <= file.numPages; at += 1) {
    const page = await file.getPage(at);
    const texts = new Map<string, string>();
    const marks: Item[] = [];
    // The library's types leave out the tag of a mark and the words of a figure.
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items as Item[]) {
      if (item.type?.startsWith('begin')) marks.push(item);
      else if (item.type === 'endMarkedContent') marks.pop();
      else if (item.str?.trim()) {
        const mark = marks.at(-1);
        if (mark?.tag === 'Artifact') decorations.push(item.str);
        else if (mark?.id) texts.set(mark.id, [texts.get(mark.id) ?? [], item.str].flat().join(' '));
        else strays.push(item.str);
      }
    }
    const taken = (node: Node): PdfPart => {
      const ids = (node.children ?? []).flatMap(({ id }) => id ?? []);
      const text = ids.flatMap((id) => texts.get(id) ?? []).join(' ');
      for (const id of ids) texts.delete(id);
      const parts = (node.children ?? []).filter(({ id }) => id === undefined).map(taken);
      return { role: node.role ?? '', alt: node.alt, text, parts };
    };
    pages.push(taken(await page.getStructTree()).parts);
    strays.push(...texts.values());
  }
  const isMarked = (await file.getMarkInfo())?.Marked === true;
  const shown = await file.getViewerPreferences();
  await task.destroy();
  return {
    isMarked,
    showsTitle: shown !== null && 'DisplayDocTitle' in shown && shown.DisplayDocTitle === true,
    language: 'Language' in info ? String(info.Language) : '',
    metadata: String(metadata?.getRaw() ?? ''),
    pages,
    decorations,
    strays,
  };
}
