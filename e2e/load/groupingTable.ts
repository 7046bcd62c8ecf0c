/** Table of the bench: forty people put the notes of one sheet into groups, beside forty who drag drawings, in one run. */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Peer } from './Peer.ts';
import { freePort } from './PeerProcess.ts';
import { runCrowd } from './runCrowd.ts';
import { numberText, tableText } from './tableText.ts';

const head = ['everybody', 'people', 'delivered/s', 'p50 ms', 'p95 ms', 'p99 ms', 'lost', 'generator late p95 ms'];

export async function groupingTable(
  peer: Peer,
  { people, seconds, folder }: { readonly people: number; readonly seconds: number; readonly folder: string },
): Promise<string> {
  const rows: string[][] = [];
  for (const grouping of [false, true]) {
    const port = await freePort();
    const server = await peer.start(await mkdtemp(join(folder, 'grouping-')), port);
    try {
      const entries = await peer.entries(port, 'bench', people + 2);
      const result = await runCrowd(peer, server, { people, seconds, room: 'bench', entries, grouping });
      const lost = result.lost + (result.lostInDocument ?? 0);
      rows.push([
        grouping ? 'groups notes of a sheet of 200' : 'drags a drawing',
        String(people),
        ...[result.deliveredPerSecond, result.p50, result.p95, result.p99].map(numberText),
        String(lost),
        numberText(result.generatorLateMs),
      ]);
    } finally {
      await server.stop();
    }
  }
  return `\nTwenty acts and fifteen cursor moves a second of each person, as in the table of active rooms\n\n${tableText(head, rows)}\n`;
}
