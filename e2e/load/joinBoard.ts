/** Many people open one large board in the same moment: time until each has received all of it. */
import { setTimeout as wait } from 'node:timers/promises';
import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';
import { createRecord } from './boardRecord.ts';
import { updateMessage } from './messages.ts';
import { LoadClient } from './LoadClient.ts';
import type { Entry, Peer } from './Peer.ts';
import { percentile } from './percentile.ts';

export interface JoinResult {
  readonly p50: number;
  readonly p95: number;
  readonly slowest: number;
  /** people who had all of it within the time */
  readonly complete: number;
  readonly people: number;
}

const givesUpAfterMs = 30_000;
const recordsPerUpdate = 500;

/** A board with so many records, as updates that every peer takes (below 256 KiB each). */
export function largeBoard(records: number): { readonly updates: readonly Uint8Array[]; readonly state: Uint8Array } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const canvas = doc.getMap(roots.canvas);
  for (let from = 0; from < records; from += recordsPerUpdate) {
    doc.transact(() => {
      for (let index = from; index < Math.min(records, from + recordsPerUpdate); index++)
        createRecord(canvas, `r${index}`, index);
    });
  }
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { updates, state };
}

/** Puts a board into a peer and waits until a second client has all of it. The writer stays in the room. */
export async function fillRoom(
  peer: Peer,
  port: number,
  room: string,
  entries: readonly Entry[],
  updates: readonly Uint8Array[],
): Promise<LoadClient> {
  const [writerEntry, readerEntry] = entries;
  if (!writerEntry || !readerEntry) throw new Error('filling a room takes two entries');
  const doc = new Y.Doc();
  const expected = new Y.Doc();
  for (const update of updates) Y.applyUpdate(expected, update);
  const writer = await LoadClient.open(peer, port, room, writerEntry);
  const reader = await LoadClient.open(peer, port, room, readerEntry, (message) => Y.applyUpdate(doc, message.body));
  for (const update of updates) {
    writer.send(updateMessage(update));
    // half of the bytes a connection of ours may send in the long run
    await wait((update.length / (256 * 1024)) * 1000);
  }
  const records = expected.getMap(roots.canvas).size;
  const givesUpAt = performance.now() + givesUpAfterMs;
  while (doc.getMap(roots.canvas).size < records) {
    if (performance.now() > givesUpAt || writer.closed)
      throw new Error(`the board did not arrive: ${writer.closeReason}`);
    await wait(50);
  }
  await reader.close();
  return writer;
}

/** `wholeBytes`: how many bytes of document messages make the whole board. */
export async function joinAtOnce(
  peer: Peer,
  port: number,
  room: string,
  entries: readonly Entry[],
  wholeBytes: number,
): Promise<JoinResult> {
  const times: number[] = [];
  const clients = await Promise.all(
    entries.map(async (entry) => {
      const begin = performance.now();
      let got = 0;
      let arrivedAt = 0;
      let done: (value: void) => void = () => undefined;
      const whole = new Promise<void>((resolve) => (done = resolve));
      const client = await LoadClient.open(peer, port, room, entry, (message) => {
        got += message.body.length;
        if (got < wholeBytes || arrivedAt > 0) return;
        arrivedAt = performance.now();
        times.push(arrivedAt - begin);
        done();
      });
      await Promise.race([whole, wait(givesUpAfterMs, undefined, { ref: false })]);
      return client;
    }),
  );
  await Promise.all(clients.filter((client) => !client.closed).map((client) => client.close()));
  return {
    p50: percentile(times, 0.5),
    p95: times.length < entries.length * 0.95 ? Infinity : percentile(times, 0.95),
    slowest: Math.max(0, ...times),
    complete: times.length,
    people: entries.length,
  };
}
