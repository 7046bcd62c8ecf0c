/**
 * Honest people at work on a few boards while others do what they can to hinder them: everybody moves notes of their own, one of
 * them after the other gives a command, and now and then somebody comes in. Measures how long each of that takes.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';
import { writeRecord } from '#shared/board/record.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import { HonestClient } from '../../server/testing/hostile/HonestClient.ts';
import { BoardApi, type Guest } from '../BoardApi.ts';
import { noteRecord } from '../noteRecord.ts';

/** What somebody waits for, in milliseconds each. */
export interface Waits {
  /** until another one has it */
  readonly seen: number[];
  /** until the server has called it saved */
  readonly saved: number[];
  /** until a command is answered */
  readonly commands: number[];
  /** until somebody who comes in has the whole board */
  readonly arrivals: number[];
}

interface Person {
  readonly guest: Guest;
  readonly client: HonestClient;
  readonly notes: readonly string[];
}

const notesEach = 5;
const editEveryMs = 600;
const commandEveryMs = 1_500;
const arrivalEveryMs = 5_000;
const patienceMs = 20_000;

export class HonestTable {
  readonly people: Person[] = [];
  /** what went wrong for anybody, in words */
  readonly faults: string[] = [];
  waits: Waits = { seen: [], saved: [], commands: [], arrivals: [] };
  /** how late this process was with its own work: what it measures is wrong by about as much */
  readonly lateness: number[] = [];
  readonly #port: number;
  readonly #api: BoardApi;
  readonly #headers: Readonly<Record<string, string>>;
  /** note -> its newest edit, and when it was made */
  readonly #made = new Map<string, { readonly number: number; readonly atMs: number }>();
  #edits = 0;
  #work: Promise<unknown> = Promise.resolve();
  #isOver = false;

  constructor(port: number, address: string) {
    this.#port = port;
    this.#headers = { 'x-forwarded-for': address };
    this.#api = new BoardApi(`http://127.0.0.1:${port}`, this.#headers);
  }

  /** So many people, spread over the boards; resolves when all have their board and their notes. */
  async sitDown(boards: readonly BoardCreated[], count: number): Promise<void> {
    for (let at = 0; at < count; at++) {
      const board = boards[at % boards.length];
      if (board === undefined) throw new Error('there is no board');
      const guest = await this.#api.join(board, 'facilitator', `Ann ${at}`);
      const client = this.#clientOf(guest);
      await client.connect();
      await until(() => client.isSynced, 'the document');
      const notes = Array.from({ length: notesEach }, (_, note) => `shape:honest${at}n${note}`);
      for (const key of notes) this.#put(client, key);
      this.people.push({ guest, client, notes });
      this.#watch(client, at);
      client.onSaved = (key) => this.#noteWait(this.waits.saved, key);
    }
    await until(() => this.people.every(({ client }) => client.unsavedCount === 0), 'their first notes');
  }

  /** Everybody works until `rest`. */
  work(): void {
    this.#isOver = false;
    const turns = this.people.map((person, at) => this.#edit(person, at));
    this.#work = Promise.all([...turns, this.#command(), this.#arrive()]);
  }

  /** Lays the measured waits aside and begins anew. */
  takeWaits(): Waits {
    const taken = this.waits;
    this.waits = { seen: [], saved: [], commands: [], arrivals: [] };
    return taken;
  }

  /** Nobody edits any more; resolves when everything is saved, or it is clear that it will not be. */
  async rest(): Promise<void> {
    this.#isOver = true;
    await this.#work;
    await until(() => this.people.every(({ client }) => client.unsavedCount === 0), 'everything to be saved').catch(
      (error: unknown) => this.faults.push(String(error)),
    );
  }

  /** Everybody leaves, and is back at work when `look` is done. */
  async away<T>(look: () => Promise<T>): Promise<T> {
    await this.rest();
    this.lookAround();
    await this.leave();
    const found = await look();
    for (const { client } of this.people) await client.connect();
    await until(() => this.people.every(({ client }) => client.isSynced), 'everybody to be back');
    this.work();
    return found;
  }

  /** Whoever comes to each board now sees what everybody there sees, and every value that was called saved. */
  async compare(): Promise<void> {
    for (const { guest, client } of this.people) {
      const newcomer = this.#clientOf(guest);
      await newcomer.connect();
      await until(() => newcomer.isSynced, 'a newcomer’s document');
      for (const [key, value] of client.saved) {
        const found = newcomer.canvas.get(key);
        const pos: unknown = found instanceof Y.Map ? found.get('pos') : undefined;
        if (!isDeepStrictEqual(pos, value)) this.#fault(`${key} was saved and is not there`);
      }
      if (client.isOpen)
        await until(() => sameContent(newcomer.doc, client.doc), 'equal documents').catch(() =>
          this.#fault(`${guest.name} sees another board than a newcomer`),
        );
      await newcomer.leave();
    }
  }

  async leave(): Promise<void> {
    await Promise.all(this.people.map(({ client }) => client.leave()));
  }

  /** Notes who was closed, refused or taken back. */
  lookAround(): void {
    for (const { guest, client } of this.people) {
      if (client.closeCode !== null) this.#fault(`${guest.name} was closed with ${client.closeCode}`);
      for (const message of client.messages)
        if (message.type === 'refused' || message.type === 'undone')
          this.#fault(`${guest.name} was told: ${JSON.stringify(message)}`);
        else if (message.type === 'mode' && message.readOnly !== null)
          this.#fault(`${guest.name}’s board was read-only: ${message.readOnly}`);
    }
  }

  #clientOf(guest: Guest): HonestClient {
    return new HonestClient(async () => ({
      url: `ws://127.0.0.1:${this.#port}/sync/${guest.board}`,
      protocols: ['roundtable', await this.#api.ticket(guest)],
      headers: this.#headers,
    }));
  }

  #put(client: HonestClient, key: string): void {
    const record = noteRecord(key, 'An honest note');
    const scratch = new Y.Doc().getMap<unknown>(roots.canvas);
    writeRecord(scratch, record);
    const entry = scratch.get(key);
    client.put(key, (entry as Y.Map<unknown>).clone(), [record.x, record.y, 0]);
  }

  async #edit({ client, notes }: Person, at: number): Promise<void> {
    await wait((at * editEveryMs) / this.people.length);
    for (let round = 0; !this.#isOver; round++) {
      const key = notes[round % notes.length] ?? '';
      if (client.isOpen) {
        const number = ++this.#edits;
        this.#made.set(key, { number, atMs: performance.now() });
        client.change(key, 'pos', [number, round, 0]);
      }
      const due = performance.now() + editEveryMs;
      await wait(editEveryMs);
      this.lateness.push(Math.max(0, performance.now() - due));
    }
  }

  async #command(): Promise<void> {
    for (let turn = 0; !this.#isOver; turn++) {
      await wait(commandEveryMs);
      const { guest } = this.people[turn % this.people.length] ?? {};
      if (guest === undefined) return;
      const command = { do: turn % 2 === 0 ? 'raiseHand' : 'lowerHand' };
      const begun = performance.now();
      await this.#api
        .call('POST', `/api/boards/${guest.board}/session`, { id: `turn-${turn}-${guest.person}`, command }, guest.seat)
        .then(() => this.waits.commands.push(performance.now() - begun))
        .catch((error: unknown) => this.#fault(`a command of ${guest.name}: ${reasonOf(error)}`));
    }
  }

  /** Somebody who was here comes back with another device. */
  async #arrive(): Promise<void> {
    for (let turn = 0; !this.#isOver; turn++) {
      await wait(arrivalEveryMs);
      const { guest } = this.people[turn % this.people.length] ?? {};
      if (guest === undefined) return;
      const begun = performance.now();
      const client = this.#clientOf(guest);
      try {
        await client.connect();
        await until(() => client.isSynced, 'the board');
        this.waits.arrivals.push(performance.now() - begun);
        await client.leave();
      } catch (error) {
        this.#fault(`${guest.name} could not come in: ${reasonOf(error)}`);
      }
    }
  }

  /** The people of a board watch each other. */
  #watch(client: HonestClient, at: number): void {
    client.canvas.observeDeep((events) => {
      for (const { target, path } of events) {
        const [key] = path;
        const pos: unknown = target instanceof Y.Map ? target.get('pos') : undefined;
        if (typeof key !== 'string' || !Array.isArray(pos) || key.startsWith(`shape:honest${at}n`)) continue;
        this.#noteWait(this.waits.seen, key, Number(pos[0]));
      }
    });
  }

  #noteWait(waits: number[], key: string, number?: number): void {
    const made = this.#made.get(key);
    if (made !== undefined && (number === undefined || number === made.number))
      waits.push(performance.now() - made.atMs);
  }

  #fault(what: string): void {
    if (!this.faults.includes(what)) this.faults.push(what);
  }
}

function sameContent(one: Y.Doc, other: Y.Doc): boolean {
  return Object.values(roots).every((root) =>
    isDeepStrictEqual(one.getMap(root).toJSON(), other.getMap(root).toJSON()),
  );
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const givesUpAt = performance.now() + patienceMs;
  while (!condition()) {
    if (performance.now() > givesUpAt) throw new Error(`waited in vain for ${what}`);
    await wait(10);
  }
}

/** With what the network said. */
function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? `${String(error)} (${cause.message})` : String(error);
}
