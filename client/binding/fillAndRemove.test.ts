// @vitest-environment jsdom
/** Five tabs of one stranger fill a board with what no page shows; a facilitator finds it and removes it. Both sides are real. */
import { createTLStore, defaultBindingUtils, defaultShapeUtils } from '@tldraw/tldraw';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { CanvasView } from './CanvasView.ts';
import { Api } from '#client/connection/api/Api.ts';
import { SeatApi } from '#client/connection/api/SeatApi.ts';
import { openLine, type OpenLine } from '#client/testing/openLine.ts';
import { MapReader } from '#shared/board/MapReader.ts';
import { writeRecord } from '#shared/board/record.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { joinAs, openBoard } from '#server/testing/openBoard.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { startServer, type TestServer } from '#server/testing/startServer.ts';
import { readThings, removeThings, type BoardThing } from '#client/panels/room/boardThings.ts';
import { mayRemove } from '#client/panels/room/mayRemove.ts';

const maxBytes = 400_000;
let server: TestServer;
let board: BoardCreated;
const lines: OpenLine[] = [];

beforeEach(async () => {
  server = await startServer({ limits: { documentMaxBytes: maxBytes, roomIdleMs: 50 } });
  board = await openBoard(server);
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.connection.stop();
  await server.stop();
});

async function until(isSo: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      for (const one of lines) one.clock.advance(20);
      if (!isSo()) throw new Error(`not yet: ${JSON.stringify(lines.map((one) => one.connection.view().line))}`);
    },
    { timeout: 15_000, interval: 2 },
  );
}

async function open({ seat, person }: Joined): Promise<OpenLine> {
  const api = new Api((input, init) => fetch(`${server.origin}${String(input)}`, init));
  const takeTicket = () => new SeatApi(api, board.id, seat).ticket();
  const line = openLine({ url: server.wsOrigin, board: board.id, role: person.role, takeTicket });
  lines.push(line);
  await line.connection.start();
  await until(() => ['live', 'readOnly'].includes(line.connection.view().line.kind));
  return line;
}

const isTooLarge = ({ connection }: OpenLine): boolean => {
  const { line } = connection.view();
  return line.kind === 'readOnly' && line.reason === 'documentTooLarge';
};

function unseen({ connection }: OpenLine): readonly BoardThing[] {
  const { doc } = connection.view();
  const { schema } = createTLStore({ shapeUtils: defaultShapeUtils, bindingUtils: defaultBindingUtils });
  const canvas = doc.getMap<unknown>('canvas');
  const view = new CanvasView({ canvas, schema, writtenWith: null, isElsewhere: () => false });
  view.update(canvas.keys());
  const setAside = new Set(view.setAside().map(({ id }) => id));
  const steps = readThings({ doc, map: new MapReader(doc).map(), setAside, isElsewhere: () => false });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value.filter((thing) => thing.unseen !== null);
  }
}

it('[ROOM-2] [ADMIT-8] the facilitator removes what fills the board, and it takes edits again, and is small on the disk', async () => {
  const fay = await open(await joinAs(server, board, 'facilitator', 'Fay'));
  const stranger = await joinAs(server, board, 'participant', 'Stranger');
  const tabs = [];
  for (let tab = 0; tab < 5; tab += 1) tabs.push(await open(stranger));
  let made = 0;
  while (!isTooLarge(fay)) {
    const tab = tabs[made % tabs.length];
    const id = `shape:fill${(made += 1)}`;
    const record = {
      id,
      typeName: 'shape',
      type: 'filler',
      parentId: 'page:page',
      x: 0,
      y: 0,
      meta: { raw: `${made}`.padEnd(50_000, 'x') },
    };
    if (tab !== undefined) writeRecord(tab.connection.view().doc.getMap('canvas'), record);
    await until(() => fay.connection.view().doc.getMap('canvas').has(id) || isTooLarge(fay));
  }
  expect(fay.connection.view().mayEdit).toBe(false);
  expect(mayRemove(fay.connection.view())).toBe(true);
  await until(() => fay.connection.view().doc.getMap('canvas').size >= made);
  const found = unseen(fay);
  expect(new Set(found.map(({ unseen: why }) => why))).toEqual(new Set(['unknown']));
  expect(found.reduce((sum, { bytes }) => sum + bytes, 0)).toBeGreaterThan(maxBytes * 0.9);

  removeThings(fay.connection.view().doc, found, { name: 'facilitator' });
  await until(() => !isTooLarge(fay) && fay.connection.view().line.kind === 'live');
  const [tab] = tabs;
  if (tab === undefined) throw new Error('there is no tab');
  await until(() => tab.connection.view().line.kind === 'live');
  const record = { id: 'page:again', typeName: 'page', name: 'Again', index: 'a5', meta: {} };
  writeRecord(fay.connection.view().doc.getMap('canvas'), record);
  await until(() => tab.connection.view().doc.getMap('canvas').has('page:again'));
  const left = Y.encodeStateAsUpdate(fay.connection.view().doc).byteLength;
  expect(left).toBeLessThan(20_000);
  for (const line of lines.splice(0)) line.connection.stop();
  await vi.waitFor(
    async () => {
      const stored = await server.store.loadDocument(board.id);
      expect(stored?.updates).toEqual([]);
      expect(stored?.snapshot?.length).toBeLessThan(20_000);
    },
    { timeout: 5_000 },
  );
});
