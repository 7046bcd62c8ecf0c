/** Somebody on a board in tests of sealed rounds: asks over HTTP, listens on a socket, and keeps every byte that came. */
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import * as decoding from 'lib0/decoding';
import type { SealedMine, SealedState } from '#shared/wire/SealedRequest.ts';
import type { SealedActivity } from '#shared/wire/SealedActivity.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
import { messageKinds, protocolVersion, type ServerMessage, syncKinds } from '#shared/wire/messages.ts';
import type { Role } from '#shared/wire/roles.ts';
import { type ApiAnswer, callApi } from './callApi.ts';
import { hostileMessages } from './hostile/hostileMessages.ts';
import { joinAs, ticketFor } from './openBoard.ts';

export interface SealedServer {
  readonly origin: string;
  readonly wsOrigin: string;
}

export class SealedPerson {
  readonly id: string;
  readonly seat: string;
  readonly doc = new Y.Doc();
  readonly messages: ServerMessage[] = [];
  /** everything that came over sockets and HTTP, as text */
  heard = '';
  readonly #server: SealedServer;
  readonly #board: BoardCreated;
  #socket: WebSocket | null = null;

  private constructor(server: SealedServer, board: BoardCreated, id: string, seat: string) {
    this.#server = server;
    this.#board = board;
    this.id = id;
    this.seat = seat;
  }

  static async join(server: SealedServer, board: BoardCreated, role: Role, name: string): Promise<SealedPerson> {
    return SealedPerson.seated(server, board, await joinAs(server, board, role, name));
  }

  static seated(server: SealedServer, board: BoardCreated, { seat, person }: Joined): SealedPerson {
    return new SealedPerson(server, board, person.id, seat);
  }

  /** The same person on another device. */
  again(): SealedPerson {
    return this.at(this.#server);
  }

  /** The same person at another server over the same data. */
  at(server: SealedServer): SealedPerson {
    return new SealedPerson(server, this.#board, this.id, this.seat);
  }

  /** Opens a socket and resolves when the public rounds have come. */
  async listen(): Promise<this> {
    const ticket = await ticketFor(this.#server, this.#board, this.seat);
    const socket = new WebSocket(`${this.#server.wsOrigin}/${this.#board.id}`, ['roundtable', ticket]);
    this.#socket = socket;
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('message', (data: Buffer) => {
        this.#take(data);
        if (this.messages.some(({ type }) => type === 'rounds')) resolve();
      });
      socket.once('open', () => {
        socket.send(hostileMessages.message({ type: 'hello', protocol: protocolVersion }));
        socket.send(hostileMessages.step1(Y.encodeStateVector(this.doc)));
      });
    });
    return this;
  }

  #take(data: Buffer): void {
    this.heard += data.toString('utf8');
    const decoder = decoding.createDecoder(data);
    const kind = decoding.readVarUint(decoder);
    if (kind === messageKinds.roundtable)
      this.messages.push(JSON.parse(decoding.readVarString(decoder)) as ServerMessage);
    if (kind !== messageKinds.sync || decoding.readVarUint(decoder) === syncKinds.step1) return;
    Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder));
  }

  /** What it was told last about a round, over the socket. */
  told(round: string): SealedActivity | undefined {
    const last = this.messages.findLast((message) => message.type === 'rounds');
    return last?.type === 'rounds' ? last.rounds.find(({ id }) => id === round) : undefined;
  }

  async ask<T = unknown>(method: string, path = '', json?: unknown): Promise<ApiAnswer<T>> {
    const answer = await callApi<T>(this.#server, method, `/api/boards/${this.#board.id}/rounds${path}`, {
      secret: this.seat,
      ...(json === undefined ? {} : { json }),
    });
    this.heard += JSON.stringify(answer.body ?? '');
    return answer;
  }

  async state(): Promise<SealedState> {
    return (await this.ask<SealedState>('GET')).body;
  }

  async mine(round: string): Promise<SealedMine | undefined> {
    return (await this.state()).mine.find((one) => one.round === round);
  }

  /** The code of the refusal, or the status of the answer. */
  async tries(method: string, path: string, json?: unknown): Promise<string | number> {
    const { code, status } = await this.ask(method, path, json);
    return code ?? status;
  }

  leave(): void {
    this.#socket?.terminate();
  }
}
