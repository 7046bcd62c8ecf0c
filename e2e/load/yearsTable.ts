/** A table of the bench: a board of ten years, opened by a newcomer and by devices that were away; from connecting to the whole document. */
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { tenYears } from '#shared/testing/tenYears.ts';
import { openBoard, joinAs, ticketFor } from '#server/testing/openBoard.ts';
import { startServer } from '#server/testing/startServer.ts';
import { numberText, tableText } from './tableText.ts';

export async function yearsTable(): Promise<string> {
  const { doc, oldest, lastYear } = tenYears(0.05);
  const state = Y.encodeStateAsUpdate(doc);
  const server = await startServer();
  try {
    const board = await openBoard(server);
    await server.store.append(board.id, { update: state, claims: [] });
    const { seat } = await joinAs(server, board, 'participant');
    const rows: string[][] = [];
    const devices = {
      'newcomer, cold': null,
      newcomer: null,
      'away for nine years': oldest,
      'away for a year': lastYear,
    };
    for (const [name, had] of Object.entries(devices)) {
      const device = new Y.Doc();
      if (had !== null) Y.applyUpdate(device, had);
      const protocols = ['roundtable', await ticketFor(server, board, seat)];
      const started = performance.now();
      const provider = new WebsocketProvider(server.wsOrigin, board.id, device, {
        protocols,
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      });
      await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
      rows.push([name, numberText(performance.now() - started)]);
      provider.destroy();
    }
    const size = `${(state.length / 1e6).toFixed(1)} MB, ${doc.store.clients.size} writing ids`;
    return `\nTen years of a weekly board with 60 people (${size}), opened over a real socket in this process\n\n${tableText(['device', 'ms'], rows)}\n`;
  } finally {
    await server.stop();
  }
}
