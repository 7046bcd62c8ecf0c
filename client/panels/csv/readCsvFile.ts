/** The text of a CSV file: UTF-8, or the old code page in which spreadsheets of many countries still write. */
export const maxCsvBytes = 5 * 1024 * 1024;

export type CsvFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: 'tooLarge' | 'unreadable' };

export async function readCsvFile(file: Blob): Promise<CsvFile> {
  if (file.size > maxCsvBytes) return { ok: false, code: 'tooLarge' };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    // the file was moved or is not allowed to be read: the caller says so
    return { ok: false, code: 'unreadable' };
  }
  const text = decoded(bytes);
  // tables of other programs are no text at all
  return text.includes('\0') ? { ok: false, code: 'unreadable' } : { ok: true, text };
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // not UTF-8
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
