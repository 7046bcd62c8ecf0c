/**
 * `npm run faults` after its cases: the built server under siege. 20 honest people work on three boards, one of them ten years old,
 * and measure how long they wait, while attackers do everything of `attacks.ts`, first in turn, then all at once.
 * Prints tables in Markdown, and ends with 1 when somebody honest was closed, refused, or waited too long, something that was
 * called saved is gone, two see different boards, or the server keeps more memory or disk than it may.
 *
 *   --minutes 10     of the siege (default 2)
 *   --sent 100       instead of it: each kind of what a stranger can send, so many megabytes of each
 *   --only <text>    attacks whose name contains it
 *   --people 20      --seed 1
 */
import { fork } from 'node:child_process';
import { cpus, loadavg, setPriority } from 'node:os';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as Y from 'yjs';
import { tenYears } from '#shared/testing/tenYears.ts';
import { openSqliteStore } from '#server/store/sqlite/openSqliteStore.ts';
import { BoardApi } from '../BoardApi.ts';
import { measuredServer, LoggedServer, type Memory } from '../faults/LoggedServer.ts';
import { percentile } from '../load/percentile.ts';
import { numberText, tableText } from '../load/tableText.ts';
import type { Target } from './Attacker.ts';
import { roomAddress } from './Attackers.ts';
import type { Done, Order } from './attackProcess.ts';
import { attacks } from './attacks.ts';
import { HonestTable, type Waits } from './HonestTable.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    sent: { type: 'string' },
    only: { type: 'string', default: '' },
    people: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});

const wanted = attacks.filter(({ name }) => name.includes(values.only));
const megabyte = 1024 * 1024;
const storedLimit = 600 * megabyte;
/** Boards are written on above the sum of uploads: their journals, and the log of the database. */
const besideUploads = 200 * megabyte;
const environment = {
  LOG_LEVEL: 'warn',
  TRUST_PROXY: '1',
  DOOR_TRIES_PER_MINUTE: '60',
  BOARDS_PER_ADDRESS_PER_HOUR: '60',
  ROOM_IDLE_MS: '5000',
  // small enough that a siege of minutes comes to both sums
  MAX_STORED_BYTES: String(storedLimit),
  UPLOAD_BYTES_PER_ADDRESS_PER_DAY: String(64 * megabyte),
};
const mostWaitMs = values.sent === undefined ? 250 : 50;
const calmSeconds = 15;
const emptyAfterMs = 40_000;
const mostGrowth = 1.1;
const errorLevel = 50;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const load = (): string =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');

const server = await LoggedServer.start(environment, measuredServer);
const target = await makeBoards(server);
const table = new HonestTable(server.port, roomAddress);
const attackers = fork(fileURLToPath(new URL('attackProcess.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
// they stand for other machines
if (attackers.pid !== undefined) setPriority(attackers.pid, 10);

say(`${cpus()[0]?.model.trim() ?? 'processor'}, ${cpus().length} cores, Node ${process.version}, load ${load()}`);
await table.sitDown(target.boards, Number(values.people));
table.work();
await wait(5_000);
table.takeWaits();
const cpuCalm = await server.cpuSeconds();
await wait(calmSeconds * 1_000);

const head = [
  'what happens',
  'goes',
  'MB sent',
  's',
  'server CPU %',
  'seen p50',
  'p95',
  'saved p95',
  'command p95',
  'come in p95',
  'load',
];
const rows: string[][] = [row('nothing', null, calmSeconds, (await server.cpuSeconds()) - cpuCalm, table.takeWaits())];
const memoryCalm = await emptied();
table.takeWaits();
let memoryBefore = memoryCalm;
const storedBefore = await server.storedBytes();
const tooLong: string[] = [];

let seed = Number(values.seed);
async function stage(title: string, names: readonly string[], mostSeconds: number, untilBytes?: number): Promise<void> {
  const begun = performance.now();
  const cpuBefore = await server.cpuSeconds();
  const done = await order({
    target,
    names,
    seconds: mostSeconds,
    seed: seed++,
    ...(untilBytes !== undefined && { untilBytes }),
  });
  const waits = table.takeWaits();
  const seconds = (performance.now() - begun) / 1_000;
  rows.push(row(title, done, seconds, (await server.cpuSeconds()) - cpuBefore, waits));
  for (const [name, list] of Object.entries(waits) as [keyof Waits, number[]][])
    if (name !== 'arrivals' && percentile(list, 0.95) > mostWaitMs)
      tooLong.push(`${title}: ${name} after ${numberText(percentile(list, 0.95))} ms at p95`);
}

if (values.sent === undefined) {
  const seconds = Number(values.minutes) * 60;
  const inTurn = wanted.map(({ name }) => name);
  for (const name of inTurn) await stage(name, [name], seconds / 2 / inTurn.length);
  // what everything takes once (people, code that was compiled) may stay; a second time nothing more may
  memoryBefore = await emptied();
  table.takeWaits();
  await stage('all at once', inTurn, seconds / 2);
} else {
  const names = wanted.filter(({ by }) => by === 'stranger').map(({ name }) => name);
  for (const name of names) await stage(name, [name], 60, Number(values.sent) * megabyte);
}
say(`\n${tableText(head, rows)}\n`);

const memoryAfter = await emptied();
const storedAfter = await server.storedBytes();
const connections = await server.counter('connections ');
const wrong: string[] = [];
await table.rest();
table.lookAround();
await table.compare();
await table.leave();
await server.end('SIGKILL');
await server.startAgain();
await table.compare();
wrong.push(...table.faults, ...tooLong);
if (connections > table.people.length + 1) wrong.push(`${connections} connections are open afterwards`);
// of the process only told: what the system's allocator keeps of freed memory comes and goes
if (values.sent === undefined && memoryAfter.used > memoryBefore.used * mostGrowth)
  wrong.push('the server keeps more memory in use than before');
if (storedAfter > storedLimit + besideUploads) wrong.push('the server keeps more on the disk than it says');
// a message on which Yjs fails is told with whose it was, and costs that one the line
const errors = server.log.filter(({ level, error }) => Number(level) >= errorLevel && error !== 'ApplyFault');
for (const error of new Set(errors.map((line) => JSON.stringify(line))))
  wrong.push(`the log has an error: ${error.slice(0, 1_000)}`);
say(
  `memory in use ${[memoryCalm, memoryBefore, memoryAfter].map(({ used }) => megabytes(used)).join(', ')} MB when calm, after all in turn, ` +
    `after all at once; of the process ${[memoryCalm, memoryBefore, memoryAfter].map(({ resident }) => megabytes(resident)).join(', ')}; disk ${megabytes(storedBefore)} MB before, ` +
    `${megabytes(storedAfter)} after (sum of uploads ${megabytes(storedLimit)}); edits measured late by ` +
    `${numberText(percentile(table.lateness, 0.95))} ms at p95; load ${load()}`,
);
say(wrong.length === 0 ? 'Everybody was well.' : `Not well:\n${wrong.map((line) => `- ${line}`).join('\n')}`);
attackers.kill();
await server.remove();
process.exit(wrong.length === 0 ? 0 : 1);

function row(title: string, done: Done | null, seconds: number, cpuSeconds: number, waits: Waits): string[] {
  const p = (list: readonly number[], part: number): string => numberText(percentile(list, part));
  const goes = done?.goes.reduce((sum, [, count]) => sum + count, 0) ?? 0;
  return [
    title,
    String(goes),
    megabytes(done?.sentBytes ?? 0),
    seconds.toFixed(0),
    ((cpuSeconds / seconds) * 100).toFixed(0),
    p(waits.seen, 0.5),
    p(waits.seen, 0.95),
    p(waits.saved, 0.95),
    p(waits.commands, 0.95),
    p(waits.arrivals, 0.95),
    load().split(' ')[0] ?? '',
  ];
}

/** Rooms without people and threads without work leave memory: what boards weigh that somebody is on is no leak. */
async function emptied(): Promise<Memory> {
  return table.away(async () => {
    await wait(emptyAfterMs);
    return server.settledMemory();
  });
}

function megabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(1);
}

async function order(what: Order): Promise<Done> {
  const answered = once(attackers, 'message') as Promise<[Done]>;
  attackers.send(what);
  const [done] = await answered;
  return done;
}

/** Two new boards and one of ten years, which is written into the file of a stopped server. */
async function makeBoards(on: LoggedServer): Promise<Target> {
  const api = new BoardApi(on.origin);
  const boards = [
    await api.createBoard('New'),
    await api.createBoard('Map', 'employment'),
    await api.createBoard('Old'),
  ];
  await on.end('SIGTERM');
  const store = openSqliteStore({ folder: on.folder, nowMs: () => Date.now() });
  const old = boards.at(-1);
  if (old !== undefined) await store.append(old.id, { update: Y.encodeStateAsUpdate(tenYears(0.05).doc), claims: [] });
  await store.close();
  await on.startAgain();
  return { port: on.port, boards };
}
