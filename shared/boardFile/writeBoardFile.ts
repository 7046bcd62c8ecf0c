/** Writes a board file. The same board gives the same bytes: keys and records in order, nothing that depends on who wrote what when. */
import type * as Y from 'yjs';
import { readMap } from '#shared/board/mapDocument.ts';
import { readRecord, type CanvasRecord } from '#shared/board/record.ts';
import { roots } from '#shared/board/roots.ts';
import { personNames, writeBoard } from '#shared/map/file/writeBoard.ts';
import { compareText } from '#shared/map/fractionalIndex.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import type { RecordEntry } from '#shared/record/RecordEntry.ts';
import { recordInFile } from '#shared/record/recordFile.ts';
import { boardFileFormat, type FilePicture } from './boardFileFormat.ts';
import { checkRecord } from './checkRecord.ts';

/** What of a document stands in its file, at one moment. */
export interface FileContent {
  readonly map: PartnershipMap;
  readonly records: readonly CanvasRecord[];
}

export interface WriteFileOptions {
  readonly title: string;
  readonly exportedAtMs: number;
  readonly pictures: readonly FilePicture[];
  readonly record: readonly RecordEntry[];
  /** names of people, which stay out unless somebody asks for them */
  readonly withNames?: boolean;
}

/** Reads what a file shows. What no page could draw (BIND-6) is left out. */
export function fileContentOf(doc: Y.Doc): FileContent {
  const records: CanvasRecord[] = [];
  for (const [id, entry] of doc.getMap(roots.canvas)) {
    const read = readRecord(id, entry);
    if (read.ok && checkRecord(read.record, '').length === 0) records.push(read.record);
  }
  return { map: readMap(doc), records: records.toSorted((a, b) => compareText(a.id, b.id)) };
}

/** Ids of the pictures that the records show. */
export function imageIdsOf(records: readonly CanvasRecord[]): readonly string[] {
  const ids = records.flatMap((record) => {
    const props: unknown = Reflect.get(record, 'props');
    const src: unknown = typeof props === 'object' && props !== null ? Reflect.get(props, 'src') : null;
    const id = typeof src === 'string' ? /^asset:([a-z0-9]{32})$/.exec(src)?.[1] : undefined;
    return record.typeName === 'asset' && id !== undefined ? [id] : [];
  });
  return [...new Set(ids)].toSorted(compareText);
}

/** The text of the file: one record per line, so that changes read well. */
export function writeBoardFile({ map, records }: FileContent, options: WriteFileOptions): string {
  const { title, exportedAtMs, pictures, record, withNames = false } = options;
  const ratings = ['influence', 'stake'] as const;
  const board = {
    format: boardFileFormat,
    title,
    exported_at: new Date(exportedAtMs).toISOString(),
    map: writeBoard(map, {}, { leaveOut: withNames ? ratings : [...ratings, ...personNames] }),
    canvas: records.map(sorted),
    pictures,
    record: recordInFile(record),
  };
  return `{\n${Object.entries(board).map(entryText).join(',\n')}\n}\n`;
}

function entryText([key, value]: [string, unknown]): string {
  const begin = ` ${JSON.stringify(key)}: `;
  if (key === 'map' && typeof value === 'object' && value !== null) {
    const lists = Object.entries(value).map(([name, list]) => `  ${JSON.stringify(name)}: ${listText(list, '   ')}`);
    return `${begin}{\n${lists.join(',\n')}\n }`;
  }
  return begin + listText(value, '  ');
}

function listText(value: unknown, indent: string): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((one) => indent + JSON.stringify(one)).join(',\n')}\n${indent.slice(1)}]`;
}

/** The same value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => compareText(a, b)).map(([key, one]) => [key, sorted(one)]));
}
