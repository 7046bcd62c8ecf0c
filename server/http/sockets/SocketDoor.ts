/**
 * WebSockets at `/sync/<board>`. Foreign origins, floods and other addresses are refused with an HTTP status before the
 * upgrade; what a person should read is accepted and closed with a code, since a browser cannot see the status of a
 * refused upgrade and would try again for ever.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { closeCodes } from '#shared/wire/closeCodes.ts';
import type { CloseName } from '#shared/wire/closeCodes.ts';
import type { Admitted } from '#server/door/Doorkeeper.ts';
import { isKnownHost } from '#server/door/isKnownHost.ts';
import { mayTalk } from '#server/door/mayTalk.ts';
import { requestOrigin } from '#server/door/requestOrigin.ts';
import { SlidingWindow } from '#server/door/limits/SlidingWindow.ts';
import type { Services } from '#server/http/Services.ts';
import { MessageWriter } from './MessageWriter.ts';
import { socketOf } from './socketOf.ts';

const subprotocol = 'roundtable';
const prefix = '/sync/';
/** A client that does not answer a close is cut off after this long; mostly the relay does it sooner. */
const closeTimeoutMs = 30_000;
const maxFragments = 64;
/** What an honest client may have sent before it reads that it is refused: hello, presence, and how far its copy goes. */
const maxBytesRefused = 256 * 1024;

type Status = '403 Forbidden' | '404 Not Found' | '429 Too Many Requests' | '503 Service Unavailable';

export class SocketDoor {
  readonly #services: Services;
  readonly #server: WebSocketServer;
  readonly #writer = new MessageWriter();
  readonly #open = new Map<string, number>();
  readonly #attempts: SlidingWindow;

  constructor(services: Services) {
    this.#services = services;
    const { maxMessageBytes, connectionsPerAddress } = services.limits;
    // A constant of its own, since the types of ws do not know `closeTimeout` yet.
    const options = {
      noServer: true,
      clientTracking: true,
      perMessageDeflate: false,
      maxPayload: maxMessageBytes,
      maxFragments,
      closeTimeout: closeTimeoutMs,
      handleProtocols: (offered: Set<string>) => (offered.has(subprotocol) ? subprotocol : false),
    } as const;
    this.#server = new WebSocketServer(options);
    // A whole room may come back at once after a restart, and again if that did not work; a flood is ten times as much.
    const { nowMs, stoodStillMs } = services;
    const limit = connectionsPerAddress * 10;
    this.#attempts = new SlidingWindow({ limit, windowMs: 60_000, nowMs, stoodStillMs });
  }

  /** Listens for upgrades. */
  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.#onUpgrade(request, socket, head),
    );
  }

  /** Resolves when every socket is gone; those still open after `graceMs` are cut off. */
  async end(graceMs: number): Promise<void> {
    const cutOff = setTimeout(() => {
      for (const client of this.#server.clients) client.terminate();
    }, graceMs);
    try {
      await Promise.all(
        [...this.#server.clients].map((client) => new Promise((resolve) => client.once('close', resolve))),
      );
    } finally {
      clearTimeout(cutOff);
      this.#server.close();
    }
  }

  #onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { environment, limits, metrics } = this.#services;
    // From the first moment on: a reset while nobody listens would end the process.
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '').split('?')[0] ?? '';
    const { address, host } = requestOrigin(request.socket.remoteAddress, request.headers, environment.trustedProxies);
    const refuse = (status: Status): void => {
      metrics.countSocketRefusal(status.slice(0, 3));
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
    };
    if (this.#services.isStopping()) return refuse('503 Service Unavailable');
    if (!path.startsWith(prefix) || request.headers.upgrade?.toLowerCase() !== 'websocket')
      return refuse('404 Not Found');
    const { publicOrigins } = environment;
    const { machineName } = this.#services;
    if (!isKnownHost(host, { machineName, publicOrigins })) return refuse('403 Forbidden');
    if (!mayTalk(request.headers.origin, host, publicOrigins)) return refuse('403 Forbidden');
    this.#attempts.add(address);
    const open = this.#open.get(address) ?? 0;
    if (open >= limits.connectionsPerAddress || this.#attempts.isFull(address)) return refuse('429 Too Many Requests');
    this.#open.set(address, open + 1);
    socket.once('close', () => this.#leave(address));
    const ticket = protocolsOf(request).find((name) => name !== subprotocol);
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      void this.#admit(webSocket, socket, { id: path.slice(prefix.length), ticket, address });
    });
  }

  #leave(address: string): void {
    const open = (this.#open.get(address) ?? 1) - 1;
    if (open > 0) this.#open.set(address, open);
    else this.#open.delete(address);
  }

  /** Nothing is read from the socket until it is known whose it is, so nothing unknown can pile up. */
  async #admit(
    webSocket: WebSocket,
    raw: Duplex,
    asked: { id: string; ticket: string | undefined; address: string },
  ): Promise<void> {
    const { door, relay, log, limits } = this.#services;
    webSocket.on('error', (error) => log.debug('socket-error', { error: error.message }));
    webSocket.pause();
    const deadline = setTimeout(() => webSocket.terminate(), limits.handshakeMs);
    try {
      const decision = await door.forSocket(asked.id, asked.ticket, asked.address);
      if ('refused' in decision) return this.#close(webSocket, decision.refused);
      if (webSocket.readyState !== webSocket.OPEN) return;
      const handlers = relay.connect(socketOf(webSocket, raw, this.#writer), decision);
      webSocket.on('message', (data, isBinary) => (isBinary ? handlers.onMessage(bytesOf(data)) : handlers.onText()));
      webSocket.on('pong', () => handlers.onPong());
      webSocket.once('close', () => handlers.onClose());
      await this.#lookAgain(decision);
      webSocket.resume();
    } catch (error) {
      log.error('socket-failed', {}, error);
      this.#close(webSocket, 'restarting');
    } finally {
      clearTimeout(deadline);
    }
  }

  /** Whoever was removed, ended this device, or got another role between the look at the ticket and the place in the room was not there to be told. */
  async #lookAgain(admitted: Admitted): Promise<void> {
    const { door, relay } = this.#services;
    const { board, person, device } = admitted;
    const now = await door.lookAgain(admitted);
    // a change that was told meanwhile is newer than what was read
    if (!('refused' in now)) relay.changeRole(board, person.id, now.role, person.role);
    else if (now.refused === 'removed') relay.removePerson(board, person.id);
    else if (now.refused === 'deviceEnded') relay.endDevice(board, person.id, device);
    else relay.checkAgain(board, person.id);
  }

  #close(webSocket: WebSocket, name: CloseName): void {
    this.#services.metrics.countSocketRefusal(name);
    let bytes = 0;
    webSocket.on('message', (data) => {
      bytes += bytesOf(data).length;
      if (bytes > maxBytesRefused) webSocket.terminate();
    });
    webSocket.resume();
    webSocket.close(closeCodes[name], name);
  }
}

function protocolsOf(request: IncomingMessage): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
}

/** `ws` gives one Buffer per message unless told otherwise. */
function bytesOf(data: Buffer | ArrayBuffer | Buffer[]): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
