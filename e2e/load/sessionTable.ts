/**
 * Table of the bench: sixty people on one board, one command of the facilitator until the slowest of them has it, in a quiet
 * room, while everybody works, and while everybody works under locks and a step that are enforced.
 */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { RawSocket } from '../../server/testing/hostile/RawSocket.ts';
import { runSheets } from '#shared/testing/english.ts';
import type { WorkshopCommand } from '#shared/wire/WorkshopCommand.ts';
import { messageKinds } from '#shared/wire/messages.ts';
import { BoardApi, type Guest } from '../BoardApi.ts';
import { emptyStep2Message, helloMessage, step1Message, updateMessage } from './messages.ts';
import { prepareLoadPerson, type LoadPerson } from './LoadPerson.ts';
import type { Peer } from './Peer.ts';
import { freePort } from './PeerProcess.ts';
import { percentile } from './percentile.ts';
import { numberText, tableText } from './tableText.ts';

interface WorkshopStateOptions {
  readonly people: number;
  readonly commands: number;
  readonly folder: string;
}

const head = ['room', 'people', 'commands', 'p50 ms', 'p95 ms', 'slowest ms', 'lost'];
const pauseMs = 60;
const givesUpAfterMs = 5_000;
/** edits and cursor moves of one person, each */
const perSecond = 10;
const versionIn = /"session":\{"version":(\d+)/;

export async function sessionTable(peer: Peer, options: WorkshopStateOptions): Promise<string> {
  const rows: string[][] = [];
  for (const kind of ['quiet', 'everybody works', 'everybody works, with locks'] as const) {
    const port = await freePort();
    const server = await peer.start(await mkdtemp(join(options.folder, 'session-')), port);
    try {
      const { times, lost } = await measure(port, kind, options);
      const cells = [percentile(times, 0.5), percentile(times, 0.95), Math.max(0, ...times)].map(numberText);
      rows.push([kind, String(options.people), String(options.commands), ...cells, String(lost)]);
    } finally {
      await server.stop();
    }
  }
  return `\nOne command of a facilitator, until the slowest of ${options.people} people has it\n\n${tableText(head, rows)}\n`;
}

type Kind = 'quiet' | 'everybody works' | 'everybody works, with locks';

async function measure(
  port: number,
  kind: Kind,
  { people, commands }: WorkshopStateOptions,
): Promise<{ times: readonly number[]; lost: number }> {
  const api = new BoardApi(`http://127.0.0.1:${port}`);
  const board = await api.createBoard('Bench');
  const fay = await api.join(board, 'facilitator', 'Facilitator');
  const lead = new Lead(api, fay);
  await lead.command({ do: 'setAgenda', agenda: [...(runSheets[0]?.steps ?? [])], from: 0 });
  await lead.command({ do: 'goToStep', step: runSheets[0]?.steps[0]?.id ?? '' });
  const watchers: Watcher[] = [];
  for (let index = 0; index < people; index++) {
    const guest = await api.join(board, 'participant', `Person ${index}`);
    watchers.push(await Watcher.open(port, guest, await api.ticket(guest)));
  }
  const stops = kind === 'quiet' ? [] : watchers.map((watcher, index) => watcher.work(index, commands * pauseMs * 3));
  if (kind === 'everybody works, with locks')
    await lead.command({ do: 'lock', keys: Array.from({ length: 50 }, (_, n) => `canvas:shape:p${n}`) });
  await wait(1_000);
  const times: number[] = [];
  let lost = 0;
  for (let index = 0; index < commands; index++) {
    const begin = performance.now();
    const version = lead.version + 1;
    const everybody = Promise.all(watchers.map((watcher) => watcher.has(version)));
    await lead.command(index % 2 === 0 ? { do: 'addTime', minutes: 1 } : { do: 'lightStage', stage: stageOf(index) });
    const arrived = await Promise.race([everybody, wait(givesUpAfterMs, null, { ref: false })]);
    if (arrived === null) lost++;
    else times.push(Math.max(...arrived) - begin);
    await wait(pauseMs);
  }
  for (const stop of stops) stop();
  await Promise.all(watchers.map((watcher) => watcher.close()));
  return { times, lost };
}

function stageOf(index: number): 'problem_defining' | null {
  return index % 4 === 1 ? 'problem_defining' : null;
}

class Lead {
  version = 0;
  readonly #api: BoardApi;
  readonly #guest: Guest;
  #ids = 0;

  constructor(api: BoardApi, guest: Guest) {
    this.#api = api;
    this.#guest = guest;
  }

  async command(command: WorkshopCommand): Promise<void> {
    const body = { id: `command-${++this.#ids}`, command };
    await this.#api.call('POST', `/api/boards/${this.#guest.board}/session`, body, this.#guest.seat);
    this.version++;
  }
}

/** A participant who notes when which version of the session came. */
class Watcher {
  readonly #arrivedAt = new Map<number, number>();
  readonly #waiting = new Map<number, (atMs: number) => void>();
  #socket: RawSocket | null = null;

  static async open(port: number, guest: Guest, ticket: string): Promise<Watcher> {
    const watcher = new Watcher();
    watcher.#socket = await RawSocket.open({
      port,
      path: `/sync/${guest.board}`,
      protocols: ['roundtable', ticket],
      onFrame: ({ payload }) => payload !== null && watcher.#take(payload),
    });
    watcher.#socket.send(helloMessage());
    watcher.#socket.send(step1Message());
    return watcher;
  }

  /** When this version or a newer one arrived. */
  async has(version: number): Promise<number> {
    return this.#arrivedAt.get(version) ?? new Promise<number>((resolve) => this.#waiting.set(version, resolve));
  }

  /** Moves a note and the cursor about; returns how to stop. */
  work(index: number, forMs: number): () => void {
    const moves = Math.ceil((forMs / 1_000) * perSecond);
    const person: LoadPerson = prepareLoadPerson(
      `shape:p${index}`,
      { updates: moves, cursors: moves },
      (message) => message,
    );
    this.#socket?.send(updateMessage(person.firstUpdate));
    let move = 0;
    const timer = setInterval(() => {
      const [update, cursor] = [person.updates[move], person.cursors[move]];
      move++;
      if (update !== undefined) this.#socket?.sendBytes(update);
      if (cursor !== undefined) this.#socket?.sendBytes(cursor);
    }, 1_000 / perSecond);
    return () => clearInterval(timer);
  }

  async close(): Promise<void> {
    await this.#socket?.close();
  }

  #take(payload: Uint8Array): void {
    // the server asks for what it lacks: nothing
    if (payload[0] === messageKinds.sync && payload[1] === 0) this.#socket?.send(emptyStep2Message());
    if (payload[0] !== messageKinds.roundtable) return;
    const found = versionIn.exec(Buffer.from(payload).toString('utf8'));
    if (found === null) return;
    const at = performance.now();
    const version = Number(found[1]);
    this.#arrivedAt.set(version, at);
    this.#waiting.get(version)?.(at);
    this.#waiting.delete(version);
  }
}
