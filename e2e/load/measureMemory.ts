/** Memory of many rooms with four people and 100 records each: per open room, and per room that everybody has left. */
import { setTimeout as wait } from 'node:timers/promises';
import { updateMessage } from './messages.ts';
import { largeBoard } from './joinBoard.ts';
import { LoadClient } from './LoadClient.ts';
import type { Peer } from './Peer.ts';
import type { PeerProcess } from './PeerProcess.ts';

export interface MemoryResult {
  readonly rooms: number;
  readonly baseBytes: number;
  readonly openRoomBytes: number;
  readonly leftRoomBytes: number;
}

const peoplePerRoom = 4;
const recordsPerRoom = 100;
const warmupRooms = 20;

/** `unloadMs`: how long this server may take to let go of rooms without people. */
export async function measureMemory(
  peer: Peer,
  server: PeerProcess,
  rooms: number,
  unloadMs: number,
): Promise<MemoryResult> {
  const warm = await openRooms(peer, server, 'warm', warmupRooms);
  await leave(warm, unloadMs);
  const base = await server.settledRssBytes();
  const clients = await openRooms(peer, server, 'room', rooms);
  await wait(2_000);
  const open = await server.settledRssBytes();
  await leave(clients, unloadMs);
  const left = await server.settledRssBytes();
  return { rooms, baseBytes: base, openRoomBytes: (open - base) / rooms, leftRoomBytes: (left - base) / rooms };
}

async function openRooms(peer: Peer, server: PeerProcess, prefix: string, rooms: number): Promise<LoadClient[]> {
  const clients: LoadClient[] = [];
  for (let room = 0; room < rooms; room++) {
    const name = `${prefix}-${room}`;
    const { updates } = largeBoard(recordsPerRoom);
    for (const entry of await peer.entries(server.port, name, peoplePerRoom)) {
      const client = await LoadClient.open(peer, server.port, name, entry);
      if (clients.length % peoplePerRoom === 0) for (const update of updates) client.send(updateMessage(update));
      client.countOnly();
      clients.push(client);
    }
  }
  return clients;
}

async function leave(clients: readonly LoadClient[], unloadMs: number): Promise<void> {
  await Promise.all(clients.filter((client) => !client.closed).map((client) => client.close()));
  await wait(unloadMs);
}
