/** A snapshot from the server as a document of its own, which nobody writes. */
import * as Y from 'yjs';

export function openSnapshot(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}
