/** Somebody who means harm, with an address of their own: sends requests and opens sockets, and counts what went out and came back. */
import { request, type ClientRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { BoardCreated } from '#shared/wire/http.ts';
import { protocolVersion } from '#shared/wire/messages.ts';
import type { Random } from '#shared/testing/random.ts';
import { hostileMessages } from '../../server/testing/hostile/hostileMessages.ts';
import { RawSocket } from '../../server/testing/hostile/RawSocket.ts';
import type { HostileRequest } from '../../server/testing/hostile/strangerRequests.ts';
import { BoardApi, type Guest } from '../BoardApi.ts';

export interface Target {
  readonly port: number;
  /** boards of honest people */
  readonly boards: readonly BoardCreated[];
}

/** An attacker does not wait for an answer longer than this. */
const patienceMs = 3_000;

export class Attacker {
  readonly target: Target;
  readonly random: Random;
  /** the board that this one is after */
  readonly board: BoardCreated;
  sentBytes = 0;
  /** status or close code, or `cut`, or why it did not even come so far -> how often */
  readonly answers = new Map<string, number>();
  readonly #address: string;
  readonly #sockets: RawSocket[] = [];

  constructor(target: Target, random: Random, address: string) {
    this.target = target;
    this.random = random;
    this.#address = address;
    this.board = random.pick(target.boards);
  }

  get api(): BoardApi {
    return new BoardApi(`http://127.0.0.1:${this.target.port}`, this.#headers);
  }

  /** Resolves when it was answered, cut off, or is not worth waiting for any longer. Never rejects. */
  async send(asked: HostileRequest): Promise<void> {
    const outcome = await new Promise<string>((resolve) => {
      const { method, path, headers } = asked;
      const sent = request({
        port: this.target.port,
        host: '127.0.0.1',
        method,
        path,
        headers: { ...headers, ...this.#headers },
        agent: false,
      });
      const giveUp = setTimeout(() => sent.destroy(), patienceMs);
      const end = (what: string): void => {
        clearTimeout(giveUp);
        resolve(what);
        sent.destroy();
      };
      sent.on('response', (answer) => {
        answer.resume();
        end(String(answer.statusCode));
      });
      sent.on('error', () => end('cut'));
      sent.on('close', () => end('cut'));
      void this.#write(asked, sent);
    });
    this.#count(outcome);
  }

  /** A call with a body of JSON and a seat, where somebody has one. */
  async call(method: string, path: string, body?: object, seat?: string): Promise<unknown> {
    try {
      this.sentBytes += body === undefined ? 0 : JSON.stringify(body).length;
      const answer = await this.api.call(method, path, body, seat);
      this.#count('answered');
      return answer;
    } catch (error) {
      this.#count(/: (\d{3}) /.exec(String(error))?.[1] ?? 'cut');
      return null;
    }
  }

  /** Null where the door is shut. */
  async join(role: 'participant' | 'observer'): Promise<Guest | null> {
    return this.api.join(this.board, role, `Mallory ${this.random.below(1e6)}`).catch((error: unknown) => {
      this.#count(/: (\d{3}) /.exec(String(error))?.[1] ?? 'cut');
      return null;
    });
  }

  /** A socket that has greeted and asked for the document, or null where there is none to be had. */
  async enter(guest: Guest): Promise<RawSocket | null> {
    try {
      const socket = await this.connect(`/sync/${guest.board}`, ['roundtable', await this.api.ticket(guest)]);
      socket.send(hostileMessages.message({ type: 'hello', protocol: protocolVersion }));
      socket.send(hostileMessages.step1(Uint8Array.of(0)));
      return socket;
    } catch (error) {
      this.#count(error instanceof Error ? error.message.slice(0, 40) : 'cut');
      return null;
    }
  }

  async connect(path: string, protocols: readonly string[]): Promise<RawSocket> {
    const socket = await RawSocket.open({
      port: this.target.port,
      path,
      protocols,
      headers: this.#headers,
      onFrame: () => undefined,
      keepsPayload: false,
    });
    this.#sockets.push(socket);
    void this.#noteEnd(socket);
    return socket;
  }

  /** Sends messages as fast as the kernel takes them, until they are out or the line is cut. */
  async pour(socket: RawSocket, messages: Iterable<Uint8Array>): Promise<void> {
    const gone = { is: false };
    void socket.closed.then(() => (gone.is = true));
    for (const message of messages) {
      if (gone.is) return;
      socket.send(message);
      this.sentBytes += message.length;
      const givesUpAt = Date.now() + patienceMs;
      while (socket.unsentBytes > 256 * 1024 && !gone.is) {
        if (Date.now() > givesUpAt) return;
        await wait(2);
      }
    }
  }

  /** Takes all its sockets away without a word. */
  leave(): void {
    for (const socket of this.#sockets.splice(0)) socket.reset();
  }

  get #headers(): Readonly<Record<string, string>> {
    return { 'x-forwarded-for': this.#address };
  }

  async #write(asked: HostileRequest, sent: ClientRequest): Promise<void> {
    for (const piece of asked.body) {
      if (sent.destroyed) return;
      this.sentBytes += piece.length;
      const isTaken = sent.write(piece);
      if (asked.pauseMs !== undefined) await wait(asked.pauseMs);
      else if (!isTaken) await taken(sent);
    }
    this.sentBytes += asked.path.length + JSON.stringify(asked.headers).length;
    sent.end();
  }

  async #noteEnd(socket: RawSocket): Promise<void> {
    this.#count(String((await socket.closed).code));
  }

  #count(answer: string): void {
    this.answers.set(answer, (this.answers.get(answer) ?? 0) + 1);
  }
}

/** Resolves when more can be written, or nothing any more. */
function taken(sent: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      sent.off('drain', go);
      sent.off('close', go);
      resolve();
    };
    sent.on('drain', go);
    sent.on('close', go);
  });
}
