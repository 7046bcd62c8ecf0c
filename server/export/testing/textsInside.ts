/** Everything that stands in a file that people take home: archives are unpacked, also those in them (Word), PDFs are read. */
import { unzipSync } from 'fflate';
import { pdfText } from './pdfText.ts';

export interface TextInside {
  /** `pack.zip/reports/participants.docx/word/document.xml` */
  readonly path: string;
  /** With its bytes as they are, for what is no text. */
  readonly text: string;
}

export async function textsInside(path: string, bytes: Uint8Array): Promise<readonly TextInside[]> {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (start === 'PK\u0003\u0004') {
    const inner: TextInside[] = [];
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      inner.push({ path, text: name }, ...(await textsInside(`${path}/${name}`, part)));
    return inner;
  }
  const raw = { path, text: Buffer.from(bytes).toString('utf8') };
  return start === '%PDF' ? [raw, { path, text: (await pdfText(bytes)).text }] : [raw];
}
