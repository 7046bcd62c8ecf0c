/**
 * What one person of the crowd does, prepared before the clock runs: real updates of a real Yjs document (one record
 * dragged about) and cursor moves. Preparing costs nothing while latency is measured.
 */
import * as Y from 'yjs';
import { frameBytes } from '../../server/testing/hostile/frameBytes.ts';
import { roots } from '#shared/board/roots.ts';
import { createRecord, moveRecord } from './boardRecord.ts';
import { presenceMessage, updateMessage } from './messages.ts';

export interface LoadPerson {
  readonly clientId: number;
  /** creates this person's record; sent before measuring */
  readonly firstUpdate: Uint8Array;
  /** clock of this person after `firstUpdate`; update number i has clock `baseClock + i` */
  readonly baseClock: number;
  /** whole WebSocket messages, ready to be written */
  readonly updates: readonly Uint8Array[];
  readonly cursors: readonly Uint8Array[];
  /** mean size of an update in bytes */
  readonly updateBytes: number;
}

export function prepareLoadPerson(
  name: string,
  counts: { readonly updates: number; readonly cursors: number },
  dress: (message: Uint8Array) => Uint8Array,
): LoadPerson {
  const doc = new Y.Doc();
  const captured: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => captured.push(update));
  const canvas = doc.getMap(roots.canvas);
  doc.transact(() => createRecord(canvas, name));
  const baseClock = Y.getState(doc.store, doc.clientID);
  for (let move = 0; move < counts.updates; move++) moveRecord(canvas, name, move);
  const [firstUpdate = new Uint8Array(), ...updates] = captured;
  if (Y.getState(doc.store, doc.clientID) !== baseClock + counts.updates) throw new Error('a move is one clock');
  const cursors = Array.from({ length: counts.cursors }, (_, move) =>
    presenceMessage(doc.clientID, move + 1, {
      cursor: { x: 400 + (move % 700), y: 300 + ((move * 7) % 500) },
      page: 'page:page',
    }),
  );
  doc.destroy();
  return {
    clientId: doc.clientID,
    firstUpdate,
    baseClock,
    updates: updates.map((update) => frameBytes(dress(updateMessage(update)))),
    cursors: cursors.map((message) => frameBytes(dress(message))),
    updateBytes: updates.reduce((sum, update) => sum + update.length, 0) / Math.max(1, updates.length),
  };
}
