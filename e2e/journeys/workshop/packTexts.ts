/** What people read in the files of a pack, whatever their format. */
import { pdfText } from '#server/export/testing/pdfText.ts';
import { wordText } from '#server/export/testing/wordText.ts';
import type { Pack } from './takePack.ts';

export function textOf({ files }: Pack, name: string): string {
  return new TextDecoder().decode(files[name]);
}

/** By name of the file; pictures of dots have no text. */
export async function packTexts(pack: Pack): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const [name, bytes] of Object.entries(pack.files)) {
    if (name.endsWith('.pdf')) texts.set(name, (await pdfText(bytes)).text);
    else if (name.endsWith('.docx')) texts.set(name, wordText(bytes).text);
    else texts.set(name, textOf(pack, name));
  }
  return texts;
}
