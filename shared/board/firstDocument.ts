/** The first document of a board. The server writes it once, before anybody joins; a client never seeds. */
import * as Y from 'yjs';
import { collectionNames } from '#shared/map/collections.ts';
import { firstRecords } from './firstRecords.ts';
import { writeRecord } from './record.ts';
import { documentVersion, roots } from './roots.ts';

/** A Yjs update (V1) with the document's version, the empty collections of the map, the settings record and one page. */
export function firstDocument(): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    doc.getMap(roots.meta).set('version', documentVersion);
    const map = doc.getMap(roots.map);
    for (const name of collectionNames) map.set(name, new Y.Map());
    for (const record of firstRecords()) writeRecord(doc.getMap(roots.canvas), record);
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
