/**
 * A client as ours is, without a page: a real Yjs document over a real socket, with acknowledgements. Tests put it beside
 * the hostile ones and ask whether it still sees and saves everything.
 */
import * as decoding from 'lib0/decoding';
import * as v from 'valibot';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { BoardDoc } from '#shared/board/BoardDoc.ts';
import { roots } from '#shared/board/roots.ts';
import { messageKinds, protocolVersion, ServerMessage, syncKinds } from '#shared/wire/messages.ts';
import { hostileMessages } from './hostileMessages.ts';

export interface Entrance {
  readonly url: string;
  readonly protocols: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

export class HonestClient {
  readonly doc = new BoardDoc();
  readonly messages: ServerMessage[] = [];
  /** keys of the canvas that the server has called saved, with the value that was saved */
  readonly saved = new Map<string, unknown>();
  /** awareness entries: client id -> state */
  readonly presence = new Map<number, Record<string, unknown>>();
  presenceMessages = 0;
  isSynced = false;
  closeCode: number | null = null;
  /** called with each key that the server has just called saved */
  onSaved: ((key: string) => void) | null = null;
  private readonly enter: () => Promise<Entrance>;
  /** keys not called saved yet -> number of the message that carries them on this connection, null = none so far */
  private readonly unsaved = new Map<string, number | null>();
  private socket: WebSocket | null = null;
  private messagesSent = 0;
  private presenceClock = 0;

  /** `enter` gives a fresh ticket for each connection. */
  constructor(enter: () => Promise<Entrance>) {
    this.enter = enter;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.sendDocument(hostileMessages.update(update));
    });
  }

  get canvas(): Y.Map<unknown> {
    return this.doc.getMap(roots.canvas);
  }

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  get unsavedCount(): number {
    return this.unsaved.size;
  }

  /** Resolves when the socket is open; the document follows. */
  async connect(): Promise<void> {
    const { url, protocols, headers = {} } = await this.enter();
    const socket = new WebSocket(url, [...protocols], { perMessageDeflate: false, headers });
    this.socket = socket;
    this.isSynced = false;
    this.closeCode = null;
    this.messagesSent = 0;
    for (const key of this.unsaved.keys()) this.unsaved.set(key, null);
    socket.on('message', (data) => {
      if (Buffer.isBuffer(data) && socket === this.socket) this.take(data);
    });
    socket.on('close', (code) => {
      if (socket !== this.socket) return;
      this.closeCode = code;
      this.isSynced = false;
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    socket.on('error', () => undefined);
    socket.send(hostileMessages.message({ type: 'hello', protocol: protocolVersion }));
    socket.send(hostileMessages.step1(Y.encodeStateVector(this.doc)));
  }

  /** Writes one entry of the canvas. */
  put(key: string, entry: Y.Map<unknown>, value: unknown): void {
    this.unsaved.set(key, null);
    this.saved.delete(key);
    this.doc.transact(() => this.canvas.set(key, entry));
    if (this.isOpen) this.unsaved.set(key, this.messagesSent);
    this.pendingValues.set(key, value);
  }

  /** Changes one field of an entry. */
  change(key: string, field: string, value: unknown): void {
    const entry = this.canvas.get(key);
    if (!(entry instanceof Y.Map)) return;
    this.unsaved.set(key, null);
    this.saved.delete(key);
    this.doc.transact(() => entry.set(field, value));
    if (this.isOpen) this.unsaved.set(key, this.messagesSent);
    this.pendingValues.set(key, value);
  }

  showPresence(state: object): void {
    this.presenceClock++;
    this.socket?.send(hostileMessages.presenceOf([{ clientId: this.doc.clientID, clock: this.presenceClock, state }]));
  }

  /** Cuts the line without a goodbye. */
  cut(): void {
    this.socket?.terminate();
  }

  async leave(): Promise<void> {
    const socket = this.socket;
    if (!socket || socket.readyState === WebSocket.CLOSED) return;
    const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.close();
    await gone;
  }

  private readonly pendingValues = new Map<string, unknown>();

  private sendDocument(message: Uint8Array): void {
    if (!this.isOpen) return;
    this.messagesSent++;
    this.socket?.send(message);
  }

  private take(data: Buffer): void {
    const decoder = decoding.createDecoder(data);
    const kind = decoding.readVarUint(decoder);
    if (kind === messageKinds.sync) this.takeSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    else if (kind === messageKinds.awareness) this.takePresence(decoding.readVarUint8Array(decoder));
    else if (kind === messageKinds.roundtable) this.takeMessage(decoding.readVarString(decoder));
  }

  private takeSync(kind: number, body: Uint8Array): void {
    if (kind === syncKinds.step1) {
      this.sendDocument(hostileMessages.step2(Y.encodeStateAsUpdate(this.doc, body)));
      for (const [key, message] of this.unsaved) if (message === null) this.unsaved.set(key, this.messagesSent);
    } else {
      this.doc.apply(body, this);
      if (kind === syncKinds.step2) this.isSynced = true;
    }
  }

  private takePresence(body: Uint8Array): void {
    this.presenceMessages++;
    const decoder = decoding.createDecoder(body);
    for (let entries = decoding.readVarUint(decoder); entries > 0; entries--) {
      const clientId = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const state = JSON.parse(decoding.readVarString(decoder)) as Record<string, unknown> | null;
      if (state === null) this.presence.delete(clientId);
      else this.presence.set(clientId, state);
    }
  }

  private takeMessage(text: string): void {
    const message = v.parse(ServerMessage, JSON.parse(text));
    this.messages.push(message);
    if (message.type !== 'saved') return;
    for (const [key, number] of this.unsaved) {
      if (number === null || number > message.frames) continue;
      this.unsaved.delete(key);
      this.saved.set(key, this.pendingValues.get(key));
      this.onSaved?.(key);
    }
  }
}
