/** A board of the built server, filled with records over the real socket, and people who move some of them. */
import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { joinWithYWebsocket, type StockClient } from '../../../server/testing/joinWithYWebsocket.ts';
import { writeRecord } from '#shared/board/record.ts';
import { roots } from '#shared/board/roots.ts';
import type { BoardCreated } from '#shared/wire/http.ts';
import { BoardApi } from '../../BoardApi.ts';
import type { ServerProcess } from '../../ServerProcess.ts';
import type { MoveSettings } from './bare/BareBoard.ts';
import { benchRecords, movedIds, stepOf } from './benchRecords.ts';

/** below the largest update that the server takes */
const recordsPerUpdate = 200;

export class BenchBoard {
  readonly #api: BoardApi;
  readonly #board: BoardCreated;
  readonly #shapes: number;
  readonly #people: StockClient[] = [];
  readonly #timers: NodeJS.Timeout[] = [];

  private constructor(api: BoardApi, board: BoardCreated, shapes: number) {
    this.#api = api;
    this.#board = board;
    this.#shapes = shapes;
  }

  static async fill(server: ServerProcess, shapes: number): Promise<BenchBoard> {
    const api = new BoardApi(server.origin);
    const bench = new BenchBoard(api, await api.createBoard('Bench'), shapes);
    const records = benchRecords(shapes);
    const writer = await bench.#join('Writer');
    const canvas = writer.doc.getMap<unknown>(roots.canvas);
    for (let from = 0; from < records.length; from += recordsPerUpdate) {
      writer.doc.transact(() =>
        records.slice(from, from + recordsPerUpdate).forEach((one) => writeRecord(canvas, one)),
      );
    }
    const reader = await bench.#join('Reader');
    while (reader.doc.getMap(roots.canvas).size < canvas.size) await wait(20);
    reader.leave();
    writer.leave();
    return bench;
  }

  /** An address that brings a new person straight onto the board. */
  async newSeat(): Promise<string> {
    const guest = await this.#api.join(this.#board, 'participant', `Visitor ${Math.random().toString(36).slice(2, 6)}`);
    return this.#api.returnAddress(guest);
  }

  joinLink(): string {
    return this.#api.origin + this.#board.links.participant;
  }

  /** People who share the moving records and take turns within an interval. */
  async startMoving({ moved, people, everyMs }: MoveSettings): Promise<void> {
    const ids = movedIds(this.#shapes, moved);
    for (let person = 0; person < people; person++) this.#people.push(await this.#join(`Mover ${person}`));
    this.#people.forEach(({ doc }, person) => {
      const own = ids.filter((_id, index) => index % people === person);
      const canvas = doc.getMap<unknown>(roots.canvas);
      let step = 0;
      const move = () => {
        step++;
        doc.transact(() => own.forEach((id) => moveEntry(canvas.get(id), stepOf(id, step))));
      };
      const begin = () => this.#timers.push(setInterval(move, everyMs));
      this.#timers.push(setTimeout(begin, (person * everyMs) / people));
    });
  }

  leave(): void {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    for (const person of this.#people.splice(0)) person.leave();
  }

  async #join(name: string): Promise<StockClient> {
    const ticket = await this.#api.ticket(await this.#api.join(this.#board, 'participant', name));
    const client = joinWithYWebsocket(
      { wsOrigin: `${this.#api.origin.replace('http', 'ws')}/sync` },
      this.#board,
      ticket,
    );
    await client.synced;
    return client;
  }
}

function moveEntry(entry: unknown, position: readonly [number, number, number]): void {
  if (entry instanceof Y.Map) entry.set('pos', [...position]);
}
