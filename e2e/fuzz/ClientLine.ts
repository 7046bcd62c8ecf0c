/**
 * The page's own line (`DocumentSync`: y-websocket's provider, merged updates, counted messages) over an in-memory socket whose
 * queues the run moves by hand. Looks like a `MemoryPeer` to the people of the fuzz.
 */
import type * as Y from 'yjs';
import { DocumentSync } from '#client/connection/sync/DocumentSync.ts';
import type { Clock } from '#client/connection/Ports.ts';
import type { MemoryPeer, PeerHandlers, PeerSocket } from '#shared/testing/MemoryPeer.ts';
import { defaultLimits } from '#shared/wire/limits.ts';
import type { ServerMessage } from '#shared/wire/messages.ts';

/** What the people of the fuzz need of a line. */
export type FuzzLine = Pick<
  MemoryPeer,
  | 'doc'
  | 'outbox'
  | 'inbox'
  | 'messages'
  | 'messagesRead'
  | 'isSynced'
  | 'isConnected'
  | 'closed'
  | 'connect'
  | 'disconnect'
  | 'destroy'
  | 'show'
  | 'flushOut'
  | 'flushIn'
>;

/** The surface of a browser's socket that the provider uses. */
interface Wire {
  readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { data: Uint8Array }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
}

const lost = 1006;

/** Presence is shown under numbers from here on. */
const presenceNumbers = 1_000_000;

export class ClientLine implements FuzzLine {
  inbox: Uint8Array[] = [];
  outbox: Uint8Array[] = [];
  readonly messages: ServerMessage[] = [];
  readonly messagesRead: Uint8Array[] = [];
  closed: { code: number; reason: string } | null = null;
  readonly #sync: DocumentSync;
  #wire: Wire | null = null;
  #handlers: PeerHandlers | null = null;

  constructor(clock: Clock, clientId: number, onFault: (what: string) => void) {
    const opened = (wire: Wire): void => void (this.#wire = wire);
    const sent = (wire: Wire, message: Uint8Array): void => void (wire === this.#wire && this.outbox.push(message));
    const left = (wire: Wire): void => void (wire === this.#wire && this.disconnect());
    class WireSocket implements Wire {
      readonly OPEN = 1;
      readyState = 0;
      onopen = null;
      onmessage = null;
      onclose = null;
      constructor() {
        opened(this);
      }
      send(message: Uint8Array): void {
        sent(this, Uint8Array.from(message));
      }
      close(): void {
        left(this);
      }
    }
    this.#sync = new DocumentSync(
      {
        url: 'ws://fuzz',
        board: 'fuzz',
        clock,
        WebSocket: WireSocket as unknown as typeof WebSocket,
        limits: defaultLimits,
        copyOrigin: { name: 'no copy' },
        clientId,
      },
      {
        onOpen: () => {},
        onSynced: () => {},
        onPiece: () => {},
        onIncoming: () => {},
        onMessage: (message) => this.messages.push(message),
        onClosed: () => {},
        onUnsaved: () => {},
        onTooLarge: () => onFault('the line found an honest change too large'),
        onFault: (fault) => onFault(`the line told a fault: ${String(fault)}`),
      },
    );
    // in place of the random one; presence has a number of its own (decision 0104)
    const { awareness } = this.#sync;
    awareness.setLocalState(null);
    awareness.clientID = clientId + presenceNumbers;
    awareness.setLocalState({});
  }

  get doc(): Y.Doc {
    return this.#sync.doc;
  }

  get isSynced(): boolean {
    return this.#sync.isSynced;
  }

  get isConnected(): boolean {
    return this.#handlers !== null;
  }

  connect(open: (socket: PeerSocket) => PeerHandlers): void {
    this.inbox = [];
    this.outbox = [];
    this.closed = null;
    this.#sync.connect('ticket');
    const wire = this.#wire;
    if (wire === null) throw new Error('the provider opened no socket');
    const isCurrent = (): boolean => this.#wire === wire;
    this.#handlers = open({
      send: (message) => void (isCurrent() && this.inbox.push(message)),
      close: (code, reason) => {
        if (!isCurrent()) return;
        this.closed = { code, reason };
        queueMicrotask(() => void (isCurrent() && this.#end(code)));
      },
      terminate: () => void (isCurrent() && this.#end(lost)),
      ping: () => void (isCurrent() && this.#handlers?.onPong()),
      bufferedBytes: 0,
    });
    wire.readyState = 1;
    wire.onopen?.();
  }

  disconnect(): void {
    this.#end(lost);
  }

  destroy(): void {
    this.disconnect();
    this.#sync.destroy();
  }

  show(state: unknown): void {
    this.#sync.awareness.setLocalState({ state });
  }

  flushOut(count = Infinity): boolean {
    let sent = 0;
    for (; sent < count && this.#handlers !== null && this.closed === null; sent++) {
      const message = this.outbox.shift();
      if (message === undefined) break;
      this.#handlers.onMessage(message);
    }
    return sent > 0;
  }

  flushIn(count = Infinity): boolean {
    let read = 0;
    for (; read < count && this.#wire !== null; read++) {
      const message = this.inbox.shift();
      if (message === undefined) break;
      this.messagesRead.push(message);
      this.#wire.onmessage?.({ data: message });
    }
    return read > 0;
  }

  /** What is in the queues is lost. */
  #end(code: number): void {
    const [wire, handlers] = [this.#wire, this.#handlers];
    this.#wire = null;
    this.#handlers = null;
    this.inbox = [];
    this.outbox = [];
    if (wire) {
      wire.readyState = 3;
      wire.onclose?.({ code });
    }
    handlers?.onClose();
  }
}
