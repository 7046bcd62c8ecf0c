/** The first document of a board. The server writes it once, before anybody joins; a client never seeds. */
import * as Y from 'yjs';
import { mapOf, type PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { firstRecords } from './firstRecords.ts';
import { writeTemplate } from './mapDocument.ts';
import { writeRecord } from './record.ts';
import { documentVersion, roots } from './roots.ts';

/** A Yjs update (V1) with the document's version, the map (without one: every collection, nothing in it), the settings record and one page. */
export function firstDocument(map: PartnershipMap = mapOf({})): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    doc.getMap(roots.meta).set('version', documentVersion);
    writeTemplate(doc, map);
    for (const record of firstRecords()) writeRecord(doc.getMap(roots.canvas), record);
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
