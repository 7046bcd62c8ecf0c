/** What this browser keeps of a board for the time without a line, as text: everything that stands on the canvas. */
import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';

export async function readKept(page: Page, board: string): Promise<string> {
  const rows = await page.evaluate(async (prefix) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('the copy cannot be read')));
      });
    const kept = (await indexedDB.databases()).find(({ name }) => name?.startsWith(prefix));
    if (kept?.name === undefined) return [];
    const database = await done(indexedDB.open(kept.name));
    const updates: Uint8Array[] = await done(database.transaction('updates').objectStore('updates').getAll());
    database.close();
    return updates.map((update) => [...update]);
  }, `roundtable:${board}:`);
  const doc = new Y.Doc();
  for (const row of rows) Y.applyUpdate(doc, Uint8Array.from(row));
  return JSON.stringify(doc.getMap(roots.canvas).toJSON());
}
