/** What stands in a Word document, read from its ZIP and XML. */
import { unzipSync } from 'fflate';
import { parseXml } from './parseXml.ts';

export interface WordContent {
  readonly text: string;
  readonly tables: number;
  readonly pictures: number;
}

export function wordText(bytes: Uint8Array): WordContent {
  const files = unzipSync(bytes);
  const xml = new TextDecoder('utf-8', { fatal: true }).decode(files['word/document.xml']);
  const page = parseXml(xml);
  const paragraphs = page.all('w:p').map((one) =>
    one
      .all('w:t')
      .map((part) => part.text)
      .join(''),
  );
  return { text: paragraphs.join('\n'), tables: page.all('w:tbl').length, pictures: page.all('pic:pic').length };
}
