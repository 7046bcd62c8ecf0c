/**
 * A client in memory that speaks the protocol of `shared/wire` as y-websocket does, over two queues that the test flushes by
 * hand, so that the order of messages is under the test's control. Also serves as the server's socket.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { messageKinds, protocolVersion, syncKinds, type ServerMessage } from '#shared/wire/messages.ts';

/** What the server gives for a connected socket. */
export interface PeerHandlers {
  onMessage(data: Uint8Array): void;
  onText(): void;
  onPong(): void;
  onClose(): void;
}

/** The socket as the server sees it. */
export interface PeerSocket {
  send(message: Uint8Array): void;
  close(code: number, reason: string): void;
  terminate(): void;
  ping(): void;
  readonly bufferedBytes: number;
}

export interface PeerOptions {
  /** says hello and understands messages of kind 10 */
  readonly hello?: boolean;
  readonly doc?: Y.Doc;
}

export class MemoryPeer {
  readonly doc: Y.Doc;
  /** messages of the server that were not read yet */
  inbox: Uint8Array[] = [];
  /** messages that were not sent yet */
  outbox: Uint8Array[] = [];
  readonly messages: ServerMessage[] = [];
  readonly presence = new Map<number, unknown>();
  /** every message ever read, for counting */
  readonly messagesRead: Uint8Array[] = [];
  isSynced = false;
  closed: { code: number; reason: string } | null = null;
  isTerminated = false;
  pings = 0;
  answersPings = true;
  /** what the server believes to be unsent */
  bufferedBytes = 0;
  #handlers: PeerHandlers | null = null;
  readonly #hello: boolean;
  #clock = 0;
  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this && this.#handlers !== null) this.outbox.push(syncMessage(syncKinds.update, update));
  };

  constructor(options: PeerOptions = {}) {
    this.doc = options.doc ?? new Y.Doc();
    this.#hello = options.hello ?? true;
    this.doc.on('update', this.#onUpdate);
  }

  get isConnected(): boolean {
    return this.#handlers !== null;
  }

  connect(open: (socket: PeerSocket) => PeerHandlers): void {
    this.inbox = [];
    this.outbox = [];
    this.closed = null;
    this.isSynced = false;
    this.isTerminated = false;
    let isOpen = true;
    const isCurrent = (): boolean => isOpen;
    const end = (): void => {
      if (!isOpen) return;
      isOpen = false;
      handlers.onClose();
      if (this.#handlers === handlers) this.#handlers = null;
    };
    const bufferedBytes = (): number => this.bufferedBytes;
    const handlers: PeerHandlers = open({
      send: (message) => void (isCurrent() && this.inbox.push(message)),
      close: (code, reason) => {
        if (!isOpen) return;
        this.closed = { code, reason };
        queueMicrotask(end);
      },
      terminate: () => {
        this.isTerminated = true;
        end();
      },
      ping: () => {
        this.pings++;
        if (this.answersPings) handlers.onPong();
      },
      get bufferedBytes() {
        return bufferedBytes();
      },
    });
    this.#handlers = handlers;
    if (this.#hello) this.say({ type: 'hello', protocol: protocolVersion });
    this.outbox.push(syncMessage(syncKinds.step1, Y.encodeStateVector(this.doc)));
  }

  /** The line breaks: what is in the queues is lost. */
  disconnect(): void {
    const handlers = this.#handlers;
    this.#handlers = null;
    this.inbox = [];
    this.outbox = [];
    handlers?.onClose();
  }

  /** Frees the document from the peer. */
  destroy(): void {
    this.disconnect();
    this.doc.off('update', this.#onUpdate);
  }

  say(message: unknown): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageKinds.roundtable);
    encoding.writeVarString(encoder, JSON.stringify(message));
    this.outbox.push(encoding.toUint8Array(encoder));
  }

  /** Shows a state; `client` other than the own is a forgery. */
  show(state: unknown, client = this.doc.clientID, clock = ++this.#clock): void {
    this.outbox.push(presenceMessage([[client, clock, state]]));
  }

  /** Hands a raw message to the server at once. */
  raw(message: Uint8Array): void {
    this.#handlers?.onMessage(message);
  }

  text(): void {
    this.#handlers?.onText();
  }

  /** Sends up to `count` messages. True when something was sent. */
  flushOut(count = Infinity): boolean {
    let sent = 0;
    while (sent < count && this.#handlers !== null && this.closed === null) {
      const message = this.outbox.shift();
      if (message === undefined) break;
      this.#handlers.onMessage(message);
      sent++;
    }
    return sent > 0;
  }

  /** Reads up to `count` messages of the server. True when something was read. */
  flushIn(count = Infinity): boolean {
    let read = 0;
    while (read < count) {
      const message = this.inbox.shift();
      if (message === undefined) break;
      this.#read(message);
      read++;
    }
    return read > 0;
  }

  #read(message: Uint8Array): void {
    this.messagesRead.push(message);
    const decoder = decoding.createDecoder(message);
    const kind = decoding.readVarUint(decoder);
    if (kind === messageKinds.sync) this.#readSync(decoder);
    else if (kind === messageKinds.awareness)
      this.#readPresence(decoding.createDecoder(decoding.readVarUint8Array(decoder)));
    else if (kind === messageKinds.roundtable) this.messages.push(JSON.parse(decoding.readVarString(decoder)));
    else throw new Error(`Unknown message kind ${kind}`);
    if (decoding.hasContent(decoder)) throw new Error('A message holds more than one message');
  }

  #readSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (kind === syncKinds.step1) {
      this.outbox.push(syncMessage(syncKinds.step2, Y.encodeStateAsUpdate(this.doc, body)));
      return;
    }
    Y.applyUpdate(this.doc, body, this);
    if (kind === syncKinds.step2) this.isSynced = true;
  }

  #readPresence(decoder: decoding.Decoder): void {
    const count = decoding.readVarUint(decoder);
    for (let i = 0; i < count; i++) {
      const client = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const state: unknown = JSON.parse(decoding.readVarString(decoder));
      if (state === null) this.presence.delete(client);
      else this.presence.set(client, state);
    }
  }
}

export function syncMessage(kind: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

export function presenceMessage(
  entries: readonly (readonly [client: number, clock: number, state: unknown])[],
): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, entries.length);
  for (const [client, clock, state] of entries) {
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, JSON.stringify(state));
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}
