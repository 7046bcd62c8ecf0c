/** First table of the bench: one room, everybody active. A peer that falls over is shown once and left out above. */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Peer } from './Peer.ts';
import { freePort } from './PeerProcess.ts';
import { runCrowd, type CrowdResult } from './runCrowd.ts';
import { numberText, tableText } from './tableText.ts';

interface ActiveOptions {
  readonly counts: readonly number[];
  readonly seconds: number;
  readonly folder: string;
  readonly say: (text: string) => void;
}

const head = [
  'peer',
  'people',
  'delivered/s',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'CPU ms per 1,000',
  'CPU %',
  'memory MB',
  'messages out/s',
  'MB out/s',
  'lost',
  'generator late p95 ms',
  '',
];

export async function activeTable(peers: readonly Peer[], options: ActiveOptions): Promise<string> {
  const rows: string[][] = [];
  const fallen = new Set<Peer>();
  for (const people of options.counts) {
    for (const peer of peers) {
      if (fallen.has(peer)) continue;
      const row = await runOne(peer, people, options);
      if (row.fell) fallen.add(peer);
      rows.push(row.cells);
      options.say(row.cells.join(' | '));
    }
  }
  return `\n${tableText(head, rows)}\n`;
}

async function runOne(peer: Peer, people: number, options: ActiveOptions): Promise<{ cells: string[]; fell: boolean }> {
  const port = await freePort();
  const server = await peer.start(await mkdtemp(join(options.folder, 'active-')), port);
  try {
    const entries = await peer.entries(port, 'bench', people + 1);
    const result = await runCrowd(peer, server, { people, seconds: options.seconds, room: 'bench', entries });
    const fell = result.p95 > 5_000 || result.deliveredPart < 0.9 || result.closed > 0 || server.ended;
    return { cells: cellsOf(peer, result, fell, server.ended), fell };
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return {
      cells: [
        peer.name,
        String(people),
        ...Array.from({ length: 11 }, () => '-'),
        `failed: ${message} ${server.output.slice(-300)}`,
      ],
      fell: true,
    };
  } finally {
    await server.stop();
  }
}

function cellsOf(peer: Peer, result: CrowdResult, fell: boolean, ended: boolean): string[] {
  const closed = result.closed > 0 ? `, ${result.closed} closed (${result.closeReason})` : '';
  const delivers = result.deliveredPart < 0.98 ? `, delivers ${Math.round(result.deliveredPart * 100)} % in time` : '';
  return [
    peer.name,
    String(result.people),
    numberText(result.deliveredPerSecond),
    numberText(result.p50),
    numberText(result.p95),
    numberText(result.p99),
    numberText(result.cpuMsPer1000),
    numberText(result.cpuPart * 100),
    numberText(result.rssBytes / 1e6),
    numberText(result.messagesOutPerSecond),
    numberText(result.megabytesOutPerSecond),
    String(result.lost + (result.lostInDocument ?? 0)),
    numberText(result.generatorLateMs),
    `${ended ? 'crashed' : fell ? 'falls over' : ''}${closed}${delivers}`.replace(/^, /, ''),
  ];
}
