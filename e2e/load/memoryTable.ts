/** Third table of the bench: memory per room. */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { measureMemory } from './measureMemory.ts';
import type { Peer } from './Peer.ts';
import { freePort } from './PeerProcess.ts';
import { numberText, tableText } from './tableText.ts';

interface MemoryOptions {
  readonly rooms: number;
  readonly unloadMs: number;
  readonly folder: string;
}

export async function memoryTable(peers: readonly Peer[], options: MemoryOptions): Promise<string> {
  const rows: string[][] = [];
  for (const peer of peers) {
    const port = await freePort();
    const server = await peer.start(await mkdtemp(join(options.folder, 'memory-')), port);
    try {
      const result = await measureMemory(peer, server, options.rooms, options.unloadMs);
      rows.push([
        peer.name,
        numberText(result.baseBytes / 1e6),
        numberText(result.openRoomBytes / 1e3),
        numberText(result.leftRoomBytes / 1e3),
      ]);
    } catch (error) {
      rows.push([peer.name, `failed: ${error instanceof Error ? error.message : String(error)}`, '', '']);
    } finally {
      await server.stop();
    }
  }
  const head = ['peer', 'process before, MB', 'kB per open room', 'kB per room left'];
  return `\n${options.rooms} rooms of four people with 100 records each\n\n${tableText(head, rows)}\n`;
}
