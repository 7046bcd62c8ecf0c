/** A large board over a line that takes it slowly, with real sockets. */
import * as decoding from 'lib0/decoding';
import { expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { writeRecord } from '#shared/board/record.ts';
import { protocolVersion, syncKinds } from '#shared/wire/messages.ts';
import { hostileMessages } from '#server/testing/hostile/hostileMessages.ts';
import { RawSocket } from '#server/testing/hostile/RawSocket.ts';
import { joinWithYWebsocket } from '#server/testing/joinWithYWebsocket.ts';
import { joinAs, openBoard, ticketFor } from '#server/testing/openBoard.ts';
import { startServer } from '#server/testing/startServer.ts';
import { syncMessage } from '#shared/testing/MemoryPeer.ts';

function draw(doc: Y.Doc, id: string, meta: Readonly<Record<string, string>>): void {
  const record = { id, typeName: 'page', name: id, index: 'a2', meta };
  doc.transact(() => writeRecord(doc.getMap('canvas'), record));
}

const longMs = { timeout: 15_000, interval: 20 };

it('[SYNC-22] a board of 12 MB comes whole to a line that pauses, while another one edits far more than may wait', async () => {
  const server = await startServer({ limits: { maxBufferedBytes: 2 * 1024 * 1024 } });
  try {
    const board = await openBoard(server);
    const large = new Y.Doc();
    large.transact(() => {
      for (let n = 0; n < 1_200; n += 1) draw(large, `page:${n}`, { notes: 'x'.repeat(10_000) });
    });
    await server.store.append(board.id, { update: Y.encodeStateAsUpdate(large), claims: [] });
    const [fast, slow] = [await joinAs(server, board, 'facilitator'), await joinAs(server, board, 'participant')];
    const other = joinWithYWebsocket(server, board, await ticketFor(server, board, fast.seat));
    const watcher = joinWithYWebsocket(server, board, await ticketFor(server, board, fast.seat));
    await Promise.all([other.synced, watcher.synced]);

    const doc = new Y.Doc();
    const messages: Uint8Array[] = [];
    const raw = await RawSocket.open({
      port: server.port,
      path: `/sync/${board.id}`,
      protocols: ['roundtable', await ticketFor(server, board, slow.seat)],
      onFrame: ({ payload }) => void (payload && messages.push(Uint8Array.from(payload))),
    });
    let closed: number | null = null;
    void raw.closed.then(({ code }) => (closed = code));
    raw.send(hostileMessages.message({ type: 'hello', protocol: protocolVersion }));
    raw.send(syncMessage(syncKinds.step1, Y.encodeStateVector(doc)));
    raw.pause();
    for (let edit = 0; edit < 60; edit += 1) {
      const id = `page:busy${edit}`;
      draw(other.doc, id, { notes: 'y'.repeat(50_000) });
      await vi.waitFor(() => {
        expect(watcher.doc.getMap('canvas').has(id)).toBe(true);
      }, longMs);
      // a little is read now and then
      if (edit % 10 === 0) raw.resume();
      else raw.pause();
    }
    raw.resume();
    const read = (): number[] =>
      messages.splice(0).flatMap((message) => {
        const decoder = decoding.createDecoder(message);
        if (decoding.readVarUint(decoder) !== 0) return [];
        const kind = decoding.readVarUint(decoder);
        const body = decoding.readVarUint8Array(decoder);
        if (kind !== syncKinds.step1) Y.applyUpdate(doc, body);
        return [kind];
      });
    const kinds: number[] = [];
    await vi.waitFor(() => {
      kinds.push(...read());
      expect(kinds.filter((kind) => kind === syncKinds.step2)).toHaveLength(1);
      expect(doc.getMap('canvas').toJSON()).toEqual(other.doc.getMap('canvas').toJSON());
    }, longMs);
    expect(closed).toBeNull();
    expect(kinds.filter((kind) => kind === syncKinds.update).length).toBeGreaterThan(40);
    raw.reset();
    other.leave();
    watcher.leave();
  } finally {
    await server.stop();
  }
}, 60_000);
