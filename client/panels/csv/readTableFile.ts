/** A table out of a file that somebody chose: text in any letters, an Excel workbook, or a ZIP of ours with a register in it. */
import type { TableCells } from '#shared/report/importing/tableText.ts';
import { openZip } from '#client/files/openZip.ts';
import { fileKind, zerosBetween } from '#client/files/fileKind.ts';
import { type CodePage, decoded } from './codePages.ts';

export const maxTableBytes = 5 * 1024 * 1024;
/** The pack of a board has its pictures in it; of these nothing is unpacked. */
export const maxZipBytes = 300 * 1024 * 1024;
/** Excel files are packed, sometimes by a hundred times. */
export const maxUnpackedBytes = 30 * 1024 * 1024;
const maxPacked = { maxBytes: maxUnpackedBytes, maxFiles: 200 };
/** Pictures in a workbook are not wanted. */
const workbookPath = /^(?:\[Content_Types\]\.xml|_rels\/.*|xl\/(?!media\/).*\.(?:xml|rels))$/;
const registerPath = /^(?:.*\/)?register\.csv$/i;

export type TableRefusal =
  | 'tooLarge'
  | 'unreadable'
  | 'boardFile'
  | 'picture'
  | 'pdf'
  | 'webPage'
  | 'oldOffice'
  | 'otherSheet'
  | 'document'
  | 'zipWithout'
  | 'zipTooLarge'
  | 'zipDamaged'
  | 'sheetTooLarge';

export interface TableSource {
  readonly name: string;
  readonly table: string | TableCells;
  /** a file that does not say its letters: they can be chosen anew */
  readonly old?: { readonly bytes: Uint8Array; readonly codePage: CodePage };
}

export type TableFile =
  | { readonly ok: true; readonly source: TableSource }
  | { readonly ok: false; readonly code: TableRefusal };

const refuse = (code: TableRefusal): TableFile => ({ ok: false, code });

export async function readTableFile(file: File): Promise<TableFile> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const kind = fileKind(new Uint8Array(await file.slice(0, 4_096).arrayBuffer()));
    if (file.size > (kind === 'zip' ? maxZipBytes : maxTableBytes)) return refuse('tooLarge');
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // the file was moved or is not allowed to be read: the caller says so
    return refuse('unreadable');
  }
  const kind = fileKind(bytes);
  switch (kind) {
    case 'zip':
      return fromZip(bytes, file.name);
    case 'json':
      return refuse('boardFile');
    case 'unknown':
      return refuse('unreadable');
    case 'text':
      return fromText(bytes, file.name);
    default:
      return refuse(kind);
  }
}

/** UTF-8, UTF-16 with its mark or without, else an old form whose letters people choose. */
function fromText(bytes: Uint8Array, name: string): TableFile {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'be' : zerosBetween(bytes);
  const done = (table: string, old?: TableSource['old']): TableFile =>
    // tables of other programs are no text at all
    table.includes('\0')
      ? refuse('unreadable')
      : { ok: true, source: { name, table, ...(old === undefined ? {} : { old }) } };
  if (utf16 !== null) return done(new TextDecoder(`utf-16${utf16}`).decode(bytes));
  try {
    return done(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // not UTF-8
    const codePage = 'windows-1252';
    return done(decoded(bytes, codePage), { bytes, codePage });
  }
}

async function fromZip(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<TableFile> {
  const names: string[] = [];
  const opened = openZip(
    bytes,
    (path) => {
      names.push(path);
      return registerPath.test(path) || workbookPath.test(path);
    },
    maxPacked,
  );
  if (!opened.ok) {
    const isWorkbook = names.some((path) => workbookPath.test(path));
    return refuse(isWorkbook && opened.code === 'zipTooLarge' ? 'sheetTooLarge' : opened.code);
  }
  const { files } = opened;
  if (files.has('xl/workbook.xml')) {
    if (bytes.length > maxTableBytes) return refuse('tooLarge');
    // the reader of workbooks is loaded when there is one
    const { readWorkbook } = await import('./readWorkbook.ts');
    const read = await readWorkbook(files);
    return read.ok ? { ok: true, source: { name, table: read.cells } } : refuse(read.code);
  }
  const register = [...files].find(([path]) => registerPath.test(path));
  if (register !== undefined) {
    if (register[1].length > maxTableBytes) return refuse('tooLarge');
    return fromText(register[1], `${name}: ${register[0]}`);
  }
  if (names.includes('word/document.xml') || names.includes('ppt/presentation.xml')) return refuse('document');
  const isOtherSheet =
    names.includes('content.xml') || names.some((path) => path.startsWith('Index/') || path.endsWith('.iwa'));
  return refuse(isOtherSheet ? 'otherSheet' : 'zipWithout');
}
