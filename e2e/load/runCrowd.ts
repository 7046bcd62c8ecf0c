/**
 * One room, everybody active: each person sends 20 document updates and 15 cursor moves a second. A few receivers read
 * everything and give latency and losses; all others only count messages, so that the generator stays ahead of the server.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { eachRange, updateMessage } from './messages.ts';
import { storedCollection } from '#shared/board/mapDocument.ts';
import { writeSheet } from './groupingSheet.ts';
import { LoadClient } from './LoadClient.ts';
import { prepareLoadPerson, type LoadPerson } from './LoadPerson.ts';
import type { Entry, Peer } from './Peer.ts';
import type { PeerProcess } from './PeerProcess.ts';
import { percentile } from './percentile.ts';

export interface CrowdOptions {
  readonly people: number;
  readonly seconds: number;
  readonly room: string;
  /** everybody puts notes of one sheet into groups instead of dragging a record */
  readonly grouping?: boolean;
  /** called when the measuring begins; for a hostile guest */
  readonly onStart?: () => void;
  /** one more than people for the fresh client that checks the document at the end, and another for who writes the sheet */
  readonly entries: readonly Entry[];
}

export interface CrowdResult {
  readonly people: number;
  /** updates that arrived at somebody else, per second */
  readonly deliveredPerSecond: number;
  /** of what should have arrived within the measured time */
  readonly deliveredPart: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly cpuMsPer1000: number;
  /** part of the measured time that the server used its core */
  readonly cpuPart: number;
  readonly rssBytes: number;
  readonly messagesOutPerSecond: number;
  readonly megabytesOutPerSecond: number;
  /** updates that a reading receiver never got, plus updates that a fresh client does not find; null = no document to ask */
  readonly lost: number;
  readonly lostInDocument: number | null;
  /** how late the generator itself was, 95th percentile: above a few ms the clients are the limit, not the server */
  readonly generatorLateMs: number;
  readonly closed: number;
  readonly closeReason: string;
}

const updatesPerSecond = 20;
const cursorsPerSecond = 15;
const warmupSeconds = 2;

/** Follows what one reading receiver got. */
interface Reader {
  /** per person: the next clock it expects */
  readonly next: number[];
  missing: number;
  arrivedInWindow: number;
  readonly latencies: number[];
}

export async function runCrowd(peer: Peer, server: PeerProcess, options: CrowdOptions): Promise<CrowdResult> {
  const { people, seconds, room, entries } = options;
  const readerCount = Math.min(people, people > 200 ? 3 : 5);
  const total = (warmupSeconds + seconds) * updatesPerSecond;
  const crowd: LoadPerson[] = [];
  const clients: LoadClient[] = [];
  const personOf = new Map<number, number>();
  const sentAt: Float64Array[] = [];
  const readers: Reader[] = [];
  let windowStart = Infinity;
  let windowEnd = Infinity;

  const read = (reader: Reader, receiver: number, update: Uint8Array) => {
    const now = performance.now();
    eachRange(update, (clientId, from, to) => {
      const person = personOf.get(clientId);
      const base = person === undefined ? undefined : crowd[person]?.baseClock;
      if (person === undefined || base === undefined || person === receiver) return;
      const expected = reader.next[person] ?? base;
      if (from > expected) reader.missing += from - Math.max(expected, base);
      for (let clock = Math.max(from, expected, base); clock < to; clock++) {
        const sent = sentAt[person]?.[clock - base] ?? 0;
        if (now >= windowStart && now < windowEnd) reader.arrivedInWindow++;
        if (sent >= windowStart && sent < windowEnd) reader.latencies.push(now - sent);
      }
      if (to > expected) reader.next[person] = to;
    });
  };

  const board = options.grouping ? await boardWithSheet(peer, server, room, entries[people + 1]) : null;
  for (let index = 0; index < people; index++) {
    const entry = entries[index];
    if (!entry) throw new Error('too few entries');
    const reader: Reader = { next: [], missing: 0, arrivedInWindow: 0, latencies: [] };
    if (index < readerCount) readers.push(reader);
    const client = await LoadClient.open(peer, server.port, room, entry, (message) => {
      if (index < readerCount) read(reader, index, message.body);
    });
    clients.push(client);
    const person = prepareLoadPerson(
      `${room}-${index}`,
      { updates: total, cursors: (warmupSeconds + seconds) * cursorsPerSecond },
      (message) => client.dress(message),
      board && { board, person: index },
    );
    personOf.set(person.clientId, index);
    crowd.push(person);
    sentAt.push(new Float64Array(total));
    client.send(updateMessage(person.firstUpdate));
  }
  await eventually(10_000, () =>
    readers.every((reader, index) => crowd.every((_, person) => person === index || reader.next[person] !== undefined)),
  );
  clients.forEach((client, index) => index >= readerCount && client.countOnly());
  // the first updates are in place: what counts from here on is one clock per update
  for (const [index, reader] of readers.entries()) {
    crowd.forEach((person, other) => other !== index && (reader.next[other] = person.baseClock));
    reader.missing = 0;
  }
  await wait(300);

  const schedule = scheduleOf(people, warmupSeconds + seconds);
  const lateness: number[] = [];
  let measured: { cpuMs: number; messages: number; bytes: number } | null = null;
  const messagesIn = () => clients.reduce((sum, client) => sum + client.messagesIn, 0);
  const bytesIn = () => clients.reduce((sum, client) => sum + client.bytesIn, 0);
  const begin = performance.now();
  let at = 0;
  while (at < schedule.length) {
    const now = performance.now() - begin;
    if (measured === null && now >= warmupSeconds * 1000) {
      measured = { cpuMs: server.cpuMs(), messages: messagesIn(), bytes: bytesIn() };
      windowStart = performance.now();
      windowEnd = windowStart + seconds * 1000;
      options.onStart?.();
    }
    for (let event = schedule[at]; event && event.dueMs <= now; event = schedule[++at]) {
      lateness.push(now - event.dueMs);
      const bytes = crowd[event.person]?.[event.kind][event.number];
      if (!bytes) continue;
      const sender = sentAt[event.person];
      if (event.kind === 'updates' && sender) sender[event.number] = performance.now();
      clients[event.person]?.sendBytes(bytes);
    }
    await wait(1);
    if (server.ended) break;
  }
  while (performance.now() < windowEnd && !server.ended) await wait(1);
  const elapsedMs = performance.now() - windowStart;
  const started = measured ?? { cpuMs: 0, messages: 0, bytes: 0 };
  const cpuMs = server.cpuMs() - started.cpuMs;
  const messages = messagesIn() - started.messages;
  const bytes = bytesIn() - started.bytes;
  const rssBytes = server.rssBytes();

  const complete = (reader: Reader, index: number) =>
    crowd.every((person, other) => other === index || (reader.next[other] ?? 0) >= person.baseClock + total);
  await eventually(8_000, () => server.ended || readers.every(complete));
  const lost = readers.reduce(
    (sum, reader, index) =>
      sum +
      reader.missing +
      crowd.reduce(
        (missing, person, other) =>
          other === index
            ? missing
            : missing + Math.max(0, person.baseClock + total - (reader.next[other] ?? person.baseClock)),
        0,
      ),
    0,
  );
  const fresh = entries[people];
  const lostInDocument =
    peer.keepsDocument && fresh && !server.ended
      ? await missingInDocument(peer, server, room, fresh, crowd, total)
      : null;
  const closed = clients.filter((client) => client.closed);
  await Promise.all(clients.filter((client) => !client.closed).map((client) => client.close()));

  const latencies = readers.flatMap((reader) => reader.latencies);
  const arrived = readers.reduce((sum, reader) => sum + reader.arrivedInWindow, 0) / readers.length;
  const deliveredPerSecond = (arrived * people) / (elapsedMs / 1000);
  return {
    people,
    deliveredPerSecond,
    deliveredPart: arrived / ((people - 1) * updatesPerSecond * (elapsedMs / 1000)),
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    cpuMsPer1000: (cpuMs / (arrived * people)) * 1000,
    cpuPart: cpuMs / elapsedMs,
    rssBytes,
    messagesOutPerSecond: messages / (elapsedMs / 1000),
    megabytesOutPerSecond: bytes / (elapsedMs / 1000) / 1_000_000,
    lost,
    lostInDocument,
    generatorLateMs: percentile(lateness, 0.95),
    closed: closed.length,
    closeReason: closed[0]?.closeReason ?? '',
  };
}

/** The state of a board after a sheet of notes came to it. */
async function boardWithSheet(peer: Peer, server: PeerProcess, room: string, entry?: Entry): Promise<Uint8Array> {
  if (!entry) throw new Error('too few entries');
  const doc = new Y.Doc();
  const client = await LoadClient.open(peer, server.port, room, entry, (message) => Y.applyUpdate(doc, message.body));
  await eventually(5_000, () => storedCollection(doc, 'ideas') !== undefined);
  doc.on('update', (update: Uint8Array) => client.send(updateMessage(update)));
  writeSheet(doc);
  await wait(300);
  await client.close();
  return Y.encodeStateAsUpdate(doc);
}

interface Due {
  readonly dueMs: number;
  readonly person: number;
  readonly kind: 'updates' | 'cursors';
  readonly number: number;
}

/** Everybody in their own phase, evenly spread. */
function scheduleOf(people: number, seconds: number): Due[] {
  const due: Due[] = [];
  for (const [kind, perSecond] of [
    ['updates', updatesPerSecond],
    ['cursors', cursorsPerSecond],
  ] as const) {
    const everyMs = 1000 / perSecond;
    for (let person = 0; person < people; person++) {
      const phase = ((person * 0.618_034 + (kind === 'cursors' ? 0.3 : 0)) % 1) * everyMs;
      for (let number = 0; number < seconds * perSecond; number++)
        due.push({ dueMs: phase + number * everyMs, person, kind, number });
    }
  }
  return due.toSorted((a, b) => a.dueMs - b.dueMs);
}

/** Updates of the crowd that a client who joins now does not get. */
async function missingInDocument(
  peer: Peer,
  server: PeerProcess,
  room: string,
  entry: Entry,
  crowd: readonly LoadPerson[],
  total: number,
): Promise<number> {
  const doc = new Y.Doc();
  const client = await LoadClient.open(peer, server.port, room, entry, (message) => Y.applyUpdate(doc, message.body));
  const missing = () =>
    crowd.reduce(
      (sum, person) => sum + Math.max(0, person.baseClock + total - Y.getState(doc.store, person.clientId)),
      0,
    );
  await eventually(10_000, () => missing() === 0);
  const result = missing();
  await client.close();
  doc.destroy();
  return result;
}

/** True as soon as the condition holds, false when it did not within the time. */
async function eventually(withinMs: number, condition: () => boolean): Promise<boolean> {
  const givesUpAt = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > givesUpAt) return false;
    await wait(20);
  }
  return true;
}
