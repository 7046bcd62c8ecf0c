/** The first document of a board that is made from a file. */
import * as Y from 'yjs';
import { firstRecords } from '#shared/board/firstRecords.ts';
import { inspect } from '#shared/board/limits/inspect.ts';
import { writeTemplate } from '#shared/board/mapDocument.ts';
import { writeRecord } from '#shared/board/record.ts';
import { documentVersion, roots } from '#shared/board/roots.ts';
import type { BoardFile } from './boardFileFormat.ts';

/**
 * A Yjs update (V1), or null when the document's own rules would take something back: a file that gets so far was checked
 * already, so this is the last lock on the door and not the first.
 */
export function fileDocument({ map, records }: Pick<BoardFile, 'map' | 'records'>): Uint8Array | null {
  const doc = new Y.Doc();
  let undone = 0;
  doc.transact((transaction) => {
    writeTemplate(doc, map);
    const canvas = doc.getMap(roots.canvas);
    for (const record of records) writeRecord(canvas, record);
    for (const record of firstRecords())
      if (!canvas.has(record.id) && needsFirst(records, record)) writeRecord(canvas, record);
    undone = inspect(transaction).length;
  });
  doc.getMap(roots.meta).set('version', documentVersion);
  const update = undone === 0 ? Y.encodeStateAsUpdate(doc) : null;
  doc.destroy();
  return update;
}

/** The settings always, a page only where the file has none. */
function needsFirst(records: BoardFile['records'], { typeName }: { readonly typeName: string }): boolean {
  return !records.some((record) => record.typeName === typeName);
}
