import * as Y from 'yjs';
import { pathOf } from '#shared/board/changes/pathOf.ts';

/** How many shared types hold a part of the document; 0 for one that is gone or was never there. */
export function depthIn(doc: Y.Doc, client: number, clock: number): number {
  if (clock >= Y.getState(doc.store, client)) return 0;
  const part = Y.getItem(doc.store, Y.createID(client, clock));
  return part instanceof Y.Item && part.parent instanceof Y.AbstractType
    ? Math.max(0, pathOf(part.parent).length - 1)
    : 0;
}
