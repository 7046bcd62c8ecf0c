/** The board in a file that somebody chose: a board file itself, or the one in a pack. What it is instead is told by a code. */
import { openZip } from './openZip.ts';
import { fileKind } from './fileKind.ts';

export type BoardFileRefusal =
  | 'table'
  | 'picture'
  | 'pdf'
  | 'webPage'
  | 'oldOffice'
  | 'zipWithout'
  | 'zipTooLarge'
  | 'zipDamaged'
  | 'tooLarge'
  | 'unreadable';

export type OpenedBoardFile =
  | { readonly ok: true; readonly file: File }
  | { readonly ok: false; readonly code: BoardFileRefusal };

const boardPath = /^(?:.*\/)?board\.json$/i;
/** Excel workbooks and other spreadsheets. */
const tablePath = /^(?:xl\/workbook\.xml|content\.xml|Index\/.*|(?:.*\/)?register\.csv)$/i;
/** Beside the board a pack has pictures and reports, of which nothing is unpacked. */
const maxZipBytes = 500 * 1024 * 1024;

/** `maxBytes` = what the server takes. */
export async function openBoardFile(file: File, maxBytes: number): Promise<OpenedBoardFile> {
  const refuse = (code: BoardFileRefusal): OpenedBoardFile => ({ ok: false, code });
  try {
    const kind = fileKind(new Uint8Array(await file.slice(0, 4_096).arrayBuffer()));
    if (kind === 'zip') {
      if (file.size > maxZipBytes) return refuse('tooLarge');
      return fromZip(new Uint8Array(await file.arrayBuffer()), file.name, maxBytes);
    }
    if (kind === 'text') return refuse('table');
    if (kind === 'unknown') return refuse('unreadable');
    if (kind !== 'json') return refuse(kind);
    return file.size > maxBytes ? refuse('tooLarge') : { ok: true, file };
  } catch {
    // the file was moved or is not allowed to be read
    return refuse('unreadable');
  }
}

function fromZip(bytes: Uint8Array<ArrayBuffer>, name: string, maxBytes: number): OpenedBoardFile {
  const names: string[] = [];
  const opened = openZip(
    bytes,
    (path) => {
      names.push(path);
      return boardPath.test(path);
    },
    { maxBytes, maxFiles: 1 },
  );
  if (!opened.ok) return opened;
  const [board] = opened.files.values();
  if (board !== undefined) return { ok: true, file: new File([board], name, { type: 'application/json' }) };
  return { ok: false, code: names.some((path) => tablePath.test(path)) ? 'table' : 'zipWithout' };
}
