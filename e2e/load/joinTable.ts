/** Second table of the bench: 100 people open a board of 10,000 records in the same moment, loaded and not. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as encoding from 'lib0/encoding';
import { messageKinds, syncKinds } from '#shared/wire/messages.ts';
import { fillRoom, joinAtOnce, largeBoard, type JoinResult } from './joinBoard.ts';
import type { Peer } from './Peer.ts';
import { freePort } from './PeerProcess.ts';
import { rawPeer } from './peers/rawPeer.ts';
import { numberText, tableText } from './tableText.ts';

interface JoinOptions {
  readonly records: number;
  readonly people: number;
  readonly folder: string;
  readonly say: (text: string) => void;
}

/** A fresh encoding may be a little smaller than ours. */
const wholePart = 0.9;
const head = ['peer', 'room', 'p50 ms', 'p95 ms', 'slowest ms', 'complete'];

export async function joinTable(peers: readonly Peer[], options: JoinOptions): Promise<string> {
  const { updates, state } = largeBoard(options.records);
  const wholeBytes = state.length * wholePart;
  const rows: string[][] = [];
  const add = (peer: string, room: string, result: JoinResult) =>
    rows.push([
      peer,
      room,
      numberText(result.p50),
      numberText(result.p95),
      numberText(result.slowest),
      `${result.complete} of ${result.people}`,
    ]);

  const preparedFile = join(options.folder, 'prepared.bin');
  await writeFile(preparedFile, step2Message(state));
  const raw = rawPeer('prepared', preparedFile);
  const rawPort = await freePort();
  const rawServer = await raw.start(options.folder, rawPort);
  const rawEntries = await raw.entries(rawPort, 'large', options.people);
  // the first round warms up the clients
  await joinAtOnce(raw, rawPort, 'large', rawEntries, wholeBytes);
  add(raw.name, '', await joinAtOnce(raw, rawPort, 'large', rawEntries, wholeBytes));
  await rawServer.stop();

  for (const peer of peers) {
    const folder = await mkdtemp(join(options.folder, 'join-'));
    const port = await freePort();
    let server = await peer.start(folder, port);
    try {
      const writer = await fillRoom(peer, port, 'large', await peer.entries(port, 'large', 2), updates);
      if (peer.persists) {
        await writer.close();
        await server.stop('SIGTERM');
        server = await peer.start(folder, port);
        const entries = await peer.entries(port, 'large', options.people);
        add(peer.name, 'cold', await joinAtOnce(peer, port, 'large', entries, wholeBytes));
      }
      const again = await peer.entries(port, 'large', options.people);
      add(peer.name, 'warm', await joinAtOnce(peer, port, 'large', again, wholeBytes));
    } catch (error) {
      rows.push([peer.name, `failed: ${error instanceof Error ? error.message : String(error)}`, '', '', '', '']);
    } finally {
      await server.stop();
    }
  }
  return `\n${options.people} people open a board of ${options.records} records (${(state.length / 1e6).toFixed(1)} MB) at once; time until all of it has arrived\n\n${tableText(head, rows)}\n`;
}

function step2Message(state: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageKinds.sync);
    encoding.writeVarUint(encoder, syncKinds.step2);
    encoding.writeVarUint8Array(encoder, state);
  });
}
