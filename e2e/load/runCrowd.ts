/**
 * One room, everybody active: each person sends 20 document updates and 15 cursor moves a second. A few receivers read
 * everything and give latency and losses; all others only count messages, so that the generator stays ahead of the server.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { CrowdReaders } from './CrowdReaders.ts';
import { updateMessage } from './messages.ts';
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

/** Everybody of the room, connected, with what they will send. */
interface Crowd {
  readonly people: readonly LoadPerson[];
  readonly clients: readonly LoadClient[];
  readonly readers: CrowdReaders;
}

/** What the server has spent and sent so far. */
interface Spent {
  readonly cpuMs: number;
  readonly messages: number;
  readonly bytes: number;
}

const totalOf = ({ seconds }: CrowdOptions): number => (warmupSeconds + seconds) * updatesPerSecond;

export async function runCrowd(peer: Peer, server: PeerProcess, options: CrowdOptions): Promise<CrowdResult> {
  const { people, room, entries } = options;
  const crowd = await openCrowd(peer, server, options);
  const { readers, clients } = crowd;
  const { lateness, started } = await sendAll(crowd, server, options);
  while (!readers.isMeasured() && !server.ended) await wait(1);
  const elapsedMs = readers.elapsedMs();
  const ended = spentBy(server, clients);
  const rssBytes = server.rssBytes();

  await eventually(8_000, () => server.ended || readers.hasAll());
  const lost = readers.lost();
  const fresh = entries[people];
  const lostInDocument =
    peer.keepsDocument && fresh && !server.ended
      ? await missingInDocument(peer, server, room, fresh, crowd.people, totalOf(options))
      : null;
  const closed = clients.filter((client) => client.closed);
  await Promise.all(clients.filter((client) => !client.closed).map((client) => client.close()));

  const latencies = readers.latencies();
  const arrived = readers.arrived();
  const cpuMs = ended.cpuMs - started.cpuMs;
  return {
    people,
    deliveredPerSecond: (arrived * people) / (elapsedMs / 1000),
    deliveredPart: arrived / ((people - 1) * updatesPerSecond * (elapsedMs / 1000)),
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    cpuMsPer1000: (cpuMs / (arrived * people)) * 1000,
    cpuPart: cpuMs / elapsedMs,
    rssBytes,
    messagesOutPerSecond: (ended.messages - started.messages) / (elapsedMs / 1000),
    megabytesOutPerSecond: (ended.bytes - started.bytes) / (elapsedMs / 1000) / 1_000_000,
    lost,
    lostInDocument,
    generatorLateMs: percentile(lateness, 0.95),
    closed: closed.length,
    closeReason: closed[0]?.closeReason ?? '',
  };
}

/** Until everybody has joined, and every receiver knows of everybody. */
async function openCrowd(peer: Peer, server: PeerProcess, options: CrowdOptions): Promise<Crowd> {
  const { people, seconds, room, entries } = options;
  const total = totalOf(options);
  const readers = new CrowdReaders(Math.min(people, people > 200 ? 3 : 5), total);
  const crowd: LoadPerson[] = [];
  const clients: LoadClient[] = [];
  const board = options.grouping ? await boardWithSheet(peer, server, room, entries[people + 1]) : null;
  for (let index = 0; index < people; index++) {
    const entry = entries[index];
    if (!entry) throw new Error('too few entries');
    const client = await LoadClient.open(peer, server.port, room, entry, (message) =>
      readers.read(index, message.body),
    );
    clients.push(client);
    const person = prepareLoadPerson(
      `${room}-${index}`,
      { updates: total, cursors: (warmupSeconds + seconds) * cursorsPerSecond },
      (message) => client.dress(message),
      board && { board, person: index },
    );
    crowd.push(person);
    readers.expect(person);
    client.send(updateMessage(person.firstUpdate));
  }
  await eventually(10_000, () => readers.hasFirstUpdates());
  clients.forEach((client, index) => !readers.isReader(index) && client.countOnly());
  readers.countFromHere();
  await wait(300);
  return { people: crowd, clients, readers };
}

/** Sends everything when it is due. `started`: what the server had spent when the measuring began. */
async function sendAll(
  { people, clients, readers }: Crowd,
  server: PeerProcess,
  options: CrowdOptions,
): Promise<{ readonly lateness: readonly number[]; readonly started: Spent }> {
  const schedule = scheduleOf(options.people, warmupSeconds + options.seconds);
  const lateness: number[] = [];
  let started: Spent | null = null;
  const begin = performance.now();
  let at = 0;
  while (at < schedule.length) {
    const now = performance.now() - begin;
    if (started === null && now >= warmupSeconds * 1000) {
      started = spentBy(server, clients);
      readers.beginMeasuring(options.seconds);
      options.onStart?.();
    }
    for (let event = schedule[at]; event && event.dueMs <= now; event = schedule[++at]) {
      lateness.push(now - event.dueMs);
      const bytes = people[event.person]?.[event.kind][event.number];
      if (!bytes) continue;
      if (event.kind === 'updates') readers.sent(event.person, event.number);
      clients[event.person]?.sendBytes(bytes);
    }
    await wait(1);
    if (server.ended) break;
  }
  return { lateness, started: started ?? { cpuMs: 0, messages: 0, bytes: 0 } };
}

function spentBy(server: PeerProcess, clients: readonly LoadClient[]): Spent {
  return {
    cpuMs: server.cpuMs(),
    messages: clients.reduce((sum, client) => sum + client.messagesIn, 0),
    bytes: clients.reduce((sum, client) => sum + client.bytesIn, 0),
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
