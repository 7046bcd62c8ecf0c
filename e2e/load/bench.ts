/**
 * `npm run bench`: this server beside others, in one run on one machine. Prints Markdown tables.
 *
 *   --only <text>        peers whose name contains the text (several: separated by commas)
 *   --n 10,50            people in the room             --seconds 8     measured time of each run
 *   --tables active,join,memory,session,grouping,import,years,hostile,canvas,map,layout  --rooms 500     rooms of the memory table
 *   --rounds 3           rounds of the import table, and of the canvas and map tables: this build's page beside bare tldraw in a Chromium (CHROMIUM_PATH)
 *   --built              measure dist/server/main.js instead of the sources
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { groupingTable } from './groupingTable.ts';
import { hostileTable } from './hostileTable.ts';
import { activeTable } from './activeTable.ts';
import { canvasTable } from './canvas/canvasTable.ts';
import { mapTable } from './canvas/mapTable.ts';
import { importTable } from './importTable.ts';
import { installServers } from './installServers.ts';
import { joinTable } from './joinTable.ts';
import { layoutTable } from './layoutTable.ts';
import { memoryTable } from './memoryTable.ts';
import type { Peer } from './Peer.ts';
import { sessionTable } from './sessionTable.ts';
import { canPin, pinSelf } from './PeerProcess.ts';
import { hocuspocusPeer } from './peers/hocuspocusPeer.ts';
import { rawPeer } from './peers/rawPeer.ts';
import { roundtablePeer } from './peers/roundtablePeer.ts';
import { yWebsocketPeer } from './peers/yWebsocketPeer.ts';
import { yearsTable } from './yearsTable.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    n: { type: 'string', default: '10,50,100,200,500' },
    seconds: { type: 'string', default: '8' },
    tables: { type: 'string', default: 'active,join,memory,session,import,layout,years' },
    rooms: { type: 'string', default: '500' },
    records: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    joiners: { type: 'string', default: '100' },
    hostile: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
  },
});

const say = (text: string) => process.stdout.write(`${text}\n`);
const only = values.only.split(',').map((part) => part.trim().toLowerCase());
const wanted = (peer: Peer) => only.some((part) => peer.name.toLowerCase().includes(part));
const folder = await mkdtemp(join(tmpdir(), 'roundtable-bench-'));
const roundtable = (environment?: Readonly<Record<string, string>>) =>
  roundtablePeer({ built: values.built, ...(environment ? { environment } : {}) });
const tables = values.hostile ? ['hostile'] : values.tables.split(',');

// Before anything is pinned: a browser needs all cores.
if (tables.includes('canvas')) {
  const seconds = Number(values.seconds);
  say(await canvasTable({ shapes: 1000, rounds: Number(values.rounds), seconds, folder }));
}
if (tables.includes('map')) say(await mapTable(Number(values.rounds)));
if (tables.includes('import')) say(importTable(Number(values.rounds)));
if (tables.includes('layout')) say(layoutTable());
if (tables.every((table) => ['canvas', 'map', 'import', 'layout'].includes(table))) {
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
}
say(
  `${cpus()[0]?.model.trim() ?? 'processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; ` +
    (canPin() && pinSelf(1) ? 'server on core 0, clients on core 1' : 'nothing pinned to cores'),
);
const others: Peer[] = [];
if (['active', 'join', 'memory'].some((table) => tables.includes(table))) {
  installServers();
  others.push(yWebsocketPeer(), hocuspocusPeer());
}

if (tables.includes('active')) {
  const peers = [roundtable(), rawPeer('forward'), rawPeer('merge'), ...others].filter(wanted);
  const counts = values.n.split(',').map(Number);
  say(await activeTable(peers, { counts, seconds: Number(values.seconds), folder, say }));
}
if (tables.includes('join')) {
  const options = { records: Number(values.records), people: Number(values.joiners), folder, say };
  say(await joinTable([roundtable(), ...others].filter(wanted), options));
}
if (tables.includes('memory')) {
  const unloadMs = 4_000;
  const peers = [roundtable({ ROOM_IDLE_MS: String(unloadMs / 4) }), ...others].filter(wanted);
  say(await memoryTable(peers, { rooms: Number(values.rooms), unloadMs, folder }));
}
if (tables.includes('session')) {
  const environment = { COMMANDS_PER_MINUTE: '100000' };
  say(await sessionTable(roundtable(environment), { people: 60, commands: 100, folder }));
}
if (tables.includes('grouping')) {
  say(await groupingTable(roundtable(), { people: 40, seconds: Number(values.seconds), folder }));
}
if (tables.includes('years')) say(await yearsTable());
if (tables.includes('hostile')) {
  say(await hostileTable(roundtable(), { people: 50, seconds: Number(values.seconds), folder }));
}
await rm(folder, { recursive: true, force: true });
process.exit(0);
