/**
 * What one person of the crowd does, prepared before the clock runs: real updates of a real Yjs document (one record
 * dragged about, or notes of a sheet put into groups) and cursor moves. Preparing costs nothing while latency is measured.
 */
import * as Y from 'yjs';
import { frameBytes } from '../../server/testing/hostile/frameBytes.ts';
import { roots } from '#shared/board/roots.ts';
import { createRecord, moveRecord } from './boardRecord.ts';
import { moveToGroup } from './groupingSheet.ts';
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

/** A person's first act and the acts after it, each one clock of its document. */
interface Deeds {
  readonly first: () => void;
  readonly next: (move: number) => void;
}

function drawing(doc: Y.Doc, name: string): Deeds {
  const canvas = doc.getMap(roots.canvas);
  return {
    first: () => doc.transact(() => createRecord(canvas, name)),
    next: (move) => moveRecord(canvas, name, move),
  };
}

function grouping(doc: Y.Doc, board: Uint8Array, person: number): Deeds {
  Y.applyUpdate(doc, board);
  return { first: () => moveToGroup(doc, person, 0), next: (move) => moveToGroup(doc, person, move + 1) };
}

/** `groups`: the state of a board with a sheet, and the number of this person; without it the person drags a record. */
export function prepareLoadPerson(
  name: string,
  counts: { readonly updates: number; readonly cursors: number },
  dress: (message: Uint8Array) => Uint8Array,
  groups: { readonly board: Uint8Array; readonly person: number } | null = null,
): LoadPerson {
  const doc = new Y.Doc();
  const deeds = groups === null ? drawing(doc, name) : grouping(doc, groups.board, groups.person);
  const captured: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => captured.push(update));
  deeds.first();
  const baseClock = Y.getState(doc.store, doc.clientID);
  for (let move = 0; move < counts.updates; move++) deeds.next(move);
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
