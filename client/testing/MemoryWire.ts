/** The line of one page to a relay in memory: a socket as the browser has it, whose messages the test moves by hand. */
import type { PeerHandlers, PeerSocket } from '#shared/testing/MemoryPeer.ts';

interface Wire {
  readonly out: Uint8Array[];
  readonly in: Uint8Array[];
  readonly server: PeerHandlers;
  /** closed from the page's side: what is on its way arrives all the same, then the end of the line */
  isLeft: boolean;
  /** closed from the server's side, with its code */
  code: number | null;
}

interface PageSocket {
  readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { data: Uint8Array }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
}

export class MemoryWire {
  readonly WebSocket: typeof WebSocket;
  #lines: { readonly wire: Wire; readonly page: PageSocket }[] = [];
  #isCrashed = false;

  constructor(open: (socket: PeerSocket) => PeerHandlers) {
    const begin = (page: PageSocket): Wire => {
      const messages = { out: [], in: [] as Uint8Array[] };
      const ends = { isLeft: false, code: null as number | null };
      const server = open({
        send: (message) => void messages.in.push(message),
        close: (code) => (ends.code = code),
        terminate: () => (ends.code = 1006),
        ping: () => server.onPong(),
        bufferedBytes: 0,
      });
      const wire: Wire = Object.assign(ends, messages, { server });
      this.#lines.push({ wire, page });
      return wire;
    };
    class Socket implements PageSocket {
      readonly OPEN = 1;
      readyState = 0;
      onopen: PageSocket['onopen'] = null;
      onmessage: PageSocket['onmessage'] = null;
      onclose: PageSocket['onclose'] = null;
      readonly #wire = begin(this);
      send(message: Uint8Array): void {
        if (!this.#wire.isLeft) this.#wire.out.push(Uint8Array.from(message));
      }
      close(): void {
        this.#wire.isLeft = true;
        this.readyState = 3;
        const { onclose } = this;
        queueMicrotask(() => onclose?.({ code: 1000 }));
      }
    }
    this.WebSocket = Socket as unknown as typeof WebSocket;
  }

  /** Up to `count` messages in each direction; true when something moved. */
  move(count = Infinity): boolean {
    let hasMoved = false;
    for (const line of this.#lines) {
      const { wire, page } = line;
      if (page.readyState === 0 && !this.#isCrashed) {
        page.readyState = 1;
        page.onopen?.();
        hasMoved = true;
      }
      for (let n = 0; n < count && wire.code === null; n += 1) {
        const message = wire.out.shift();
        if (message === undefined) break;
        wire.server.onMessage(message);
        hasMoved = true;
      }
      for (let n = 0; n < count && !wire.isLeft; n += 1) {
        const message = wire.in.shift();
        if (message === undefined) break;
        page.onmessage?.({ data: message });
        hasMoved = true;
      }
      if ((wire.isLeft && wire.out.length === 0) || (wire.code !== null && wire.in.length === 0)) this.#finish(line);
    }
    return hasMoved;
  }

  /** The page is gone from one moment to the next: of what it sent, so many messages arrive. */
  crash(arriving: number): void {
    this.#isCrashed = true;
    for (const { wire, page } of this.#lines) {
      wire.out.splice(arriving);
      wire.isLeft = true;
      Object.assign(page, { onmessage: null, onclose: null });
    }
  }

  /** The network is gone; the server notices at once. */
  cut(): void {
    for (const line of this.#lines.splice(0)) {
      line.wire.out.length = 0;
      line.wire.in.length = 0;
      line.wire.code = 1006;
      this.#finish(line);
    }
  }

  #finish(line: { readonly wire: Wire; readonly page: PageSocket }): void {
    this.#lines = this.#lines.filter((one) => one !== line);
    line.wire.server.onClose();
    if (line.wire.isLeft) return;
    line.page.readyState = 3;
    line.page.onclose?.({ code: line.wire.code ?? 1006 });
  }
}
