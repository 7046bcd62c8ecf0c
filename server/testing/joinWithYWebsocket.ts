/** Joins a board with the stock y-websocket provider, as anybody's program may. */
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** resolves at the first `synced` */
  readonly synced: Promise<void>;
  /** code of the first close */
  readonly closed: Promise<number>;
  leave(): void;
}

export function joinWithYWebsocket(
  server: { readonly wsOrigin: string },
  board: { readonly id: string },
  ticket: string,
): StockClient {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(server.wsOrigin, board.id, doc, {
    protocols: ['roundtable', ticket],
    // The provider asks for the DOM's class; the one of `ws` has the same surface.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  return {
    doc,
    provider,
    synced: new Promise((resolve) => provider.once('sync', () => resolve())),
    closed: new Promise((resolve) => provider.once('connection-close', (event) => resolve(event?.code ?? 0))),
    leave() {
      provider.destroy();
      doc.destroy();
    },
  };
}
