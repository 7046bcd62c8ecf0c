/** The two records that every canvas has: written by the server with the board, and shown in place of missing ones. */
import type { CanvasRecord } from './record.ts';

/** Document settings and the first page, exactly as tldraw 3.15.6 would make them. */
export function firstRecords(): Array<CanvasRecord & Readonly<Record<string, unknown>>> {
  return [
    { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} },
    { id: 'page:page', typeName: 'page', name: 'Page 1', index: 'a1', meta: {} },
  ];
}
