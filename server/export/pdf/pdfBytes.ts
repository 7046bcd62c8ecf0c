/** The bytes of a PDF that is ended with this. */
import type { TaggedPdf } from './TaggedPdf.ts';

export async function pdfBytes(doc: TaggedPdf): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  doc.on('data', (part: Uint8Array) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', () => resolve());
    doc.on('error', reject);
  });
  doc.end();
  await ended;
  return Buffer.concat(parts);
}
