/** What honest people feel of an attacker: their latency at the 95th percentile with and without one, in the same room. */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { forgedUpdates } from '../../server/testing/hostile/forgedUpdates.ts';
import { hostileMessages } from '../../server/testing/hostile/hostileMessages.ts';
import { RawSocket } from '../../server/testing/hostile/RawSocket.ts';
import type { Entry, Peer } from './Peer.ts';
import { freePort } from './PeerProcess.ts';
import { runCrowd } from './runCrowd.ts';
import { numberText, tableText } from './tableText.ts';

interface HostileOptions {
  readonly people: number;
  readonly seconds: number;
  readonly folder: string;
}

interface Attack {
  readonly name: string;
  readonly messages: readonly Uint8Array[];
}

/** an attacker who is thrown out comes back at once, with another ticket, as often as this */
const returns = 20;
const messagesPerVisit = 400;
const everyMs = 100;

const repeated = (message: Uint8Array): Uint8Array[] => Array.from({ length: messagesPerVisit }, () => message);

const attacks: readonly Attack[] = [
  { name: 'nobody', messages: [] },
  { name: 'a flood of empty updates', messages: repeated(hostileMessages.update(Uint8Array.of(0, 0))) },
  { name: 'a flood of sync step 1', messages: repeated(hostileMessages.step1(Uint8Array.of(0))) },
  {
    name: 'updates that claim millions of parts',
    messages: repeated(hostileMessages.update(forgedUpdates.manyParts())),
  },
  {
    name: 'presence of 200,000',
    messages: [
      hostileMessages.presenceOf(
        Array.from({ length: 200_000 }, (_, index) => ({ clientId: index + 1, clock: 1, state: {} })),
      ),
    ],
  },
  {
    name: 'updates without predecessors',
    messages: Array.from({ length: messagesPerVisit }, (_, index) =>
      hostileMessages.update(forgedUpdates.withoutPredecessor(777_777, 10 + index * 2)),
    ),
  },
  {
    name: 'large deep values',
    messages: repeated(hostileMessages.update(forgedUpdates.deepValue(20_000))).slice(0, 100),
  },
];

export async function hostileTable(peer: Peer, options: HostileOptions): Promise<string> {
  const rows: string[][] = [];
  let calm = 0;
  for (const attack of attacks) {
    const port = await freePort();
    const server = await peer.start(await mkdtemp(join(options.folder, 'hostile-')), port);
    try {
      const entries = await peer.entries(port, 'room', options.people + 1 + returns);
      const honest = entries.slice(0, options.people + 1);
      const spare = entries.slice(options.people + 1);
      const onStart = () => void visit(port, attack, [...spare]);
      const result = await runCrowd(peer, server, { ...options, room: 'room', entries: honest, onStart });
      if (attack.messages.length === 0) calm = result.p95;
      rows.push([
        attack.name,
        numberText(result.p50),
        numberText(result.p95),
        numberText(result.p95 / calm),
        String(result.closed),
        String(result.lost + (result.lostInDocument ?? 0)),
      ]);
    } finally {
      await server.stop();
    }
  }
  const head = ['attacker', 'p50 ms', 'p95 ms', 'times', 'honest closed', 'honest lost'];
  return `\n${options.people} honest people at work and one attacker who comes back ${returns} times\n\n${tableText(head, rows)}\n`;
}

/** One visit after the other, each with the next entry. */
async function visit(port: number, attack: Attack, entries: Entry[]): Promise<void> {
  const entry = entries.shift();
  if (!entry || attack.messages.length === 0) return;
  const raw = await RawSocket.open({ port, ...entry, keepsPayload: false, onFrame: () => undefined });
  for (const message of attack.messages) raw.send(message);
  const again = setTimeout(() => {
    raw.reset();
    void visit(port, attack, entries);
  }, everyMs);
  again.unref();
}
