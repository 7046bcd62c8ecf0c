/** A server for tests of the line: real sockets on port 0, one document, and whatever should go wrong on demand. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { messageKinds, syncKinds } from '#shared/wire/messages.ts';
import type { MessageRefusal, ServerMessage } from '#shared/wire/messages.ts';
import type { Role } from '#shared/wire/roles.ts';

const person = { id: 'aaaaaaaaaaaaaaaa', name: 'Ada', color: '#12746c' } as const;

export class LineServer {
  readonly doc = new Y.Doc();
  /** Tickets that came, one per connection. */
  readonly tickets: string[] = [];
  /** Sizes of the document messages of the newest connection. */
  messages: number[] = [];
  /** Close code for whoever connects, or null. */
  closeWith: number | null = null;
  acknowledges = true;
  /** The role of whoever connects. */
  role: Role = 'participant';
  refuses: MessageRefusal | null = null;
  readonly #server = new WebSocketServer({ port: 0, handleProtocols: () => 'roundtable' });

  constructor() {
    this.doc.getMap('meta').set('version', 1);
    this.#server.on('connection', (socket, request) => {
      this.tickets.push(String(request.headers['sec-websocket-protocol']).split(/,\s*/u)[1] ?? '');
      this.messages = [];
      if (this.closeWith !== null) {
        socket.close(this.closeWith);
        return;
      }
      this.#serve(socket);
    });
  }

  get url(): string {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? `ws://127.0.0.1:${address.port}/sync` : '';
  }

  /** Says something to everybody. */
  say(message: ServerMessage): void {
    for (const socket of this.#server.clients) this.#tell(socket, message);
  }

  closeAll(code: number): void {
    for (const socket of this.#server.clients) socket.close(code);
  }

  async stop(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: WebSocket): void {
    let count = 0;
    const onUpdate = (update: Uint8Array, origin: unknown): void => {
      if (origin !== socket) this.#sync(socket, syncKinds.update, update);
    };
    this.doc.on('update', onUpdate);
    socket.on('close', () => this.doc.off('update', onUpdate));
    this.#sync(socket, syncKinds.step1, Y.encodeStateVector(this.doc));
    socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      const kind = decoding.readVarUint(decoder);
      if (kind === messageKinds.roundtable)
        this.#tell(socket, {
          type: 'welcome',
          person: { ...person, id: person.id as never, role: this.role },
          title: 'Early reading',
          now: 1,
          readOnly: null,
        });
      if (kind !== messageKinds.sync) return;
      const step = decoding.readVarUint(decoder);
      const body = decoding.readVarUint8Array(decoder);
      if (step === syncKinds.step1) {
        this.#sync(socket, syncKinds.step2, Y.encodeStateAsUpdate(this.doc, body));
        return;
      }
      count += 1;
      this.messages.push(body.byteLength);
      if (this.refuses !== null && body.byteLength > 2)
        this.#tell(socket, { type: 'refused', frame: count, code: this.refuses });
      else Y.applyUpdate(this.doc, body, socket);
      if (this.acknowledges) this.#tell(socket, { type: 'saved', frames: count, at: 1_700_000_000_000 });
    });
  }

  #sync(socket: WebSocket, step: number, body: Uint8Array): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageKinds.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
    socket.send(encoding.toUint8Array(encoder));
  }

  #tell(socket: WebSocket, message: ServerMessage): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageKinds.roundtable);
    encoding.writeVarString(encoder, JSON.stringify(message));
    socket.send(encoding.toUint8Array(encoder));
  }
}
