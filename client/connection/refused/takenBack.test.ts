/** What the server takes back, over real sockets: kept, offered, and put on the board again. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { writeRecord } from '#shared/board/record.ts';
import type { BoardCreated, Joined } from '#shared/wire/http.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { callApi } from '#server/testing/callApi.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { joinAs, openBoard } from '#server/testing/openBoard.ts';
// oxlint-disable-next-line no-restricted-imports -- a test of both sides together
import { startServer, type TestServer } from '#server/testing/startServer.ts';
import { Api } from '#client/connection/api/Api.ts';
import { SeatApi } from '#client/connection/api/SeatApi.ts';
import type { Notice } from '#client/connection/BoardView.ts';
import { documentFile } from './documentFile.ts';
import type { SetAside } from '#client/connection/copy/OfflineCopy.ts';
import { putAgain } from './putAgain.ts';
import { LineServer } from '#client/testing/LineServer.ts';
import { openLine, type OpenLine } from '#client/testing/openLine.ts';
import { wordsOf } from './wordsOf.ts';

let server: TestServer;
let board: BoardCreated;
let fay: Joined;
let jordan: Joined;
let disk: IDBFactory;
const lines: OpenLine[] = [];
const again = { name: 'put again' };

beforeEach(async () => {
  server = await startServer();
  board = await openBoard(server);
  fay = await joinAs(server, board, 'facilitator', 'Fay');
  jordan = await joinAs(server, board, 'participant', 'Jordan');
  disk = new IDBFactory();
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.connection.stop();
  await server.stop();
});

async function until(line: OpenLine, isSo: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      for (const one of lines) one.clock.advance(20);
      if (!isSo()) throw new Error(`not yet: ${JSON.stringify(line.connection.view().line)}`);
    },
    { timeout: 8_000, interval: 2 },
  );
}

async function open({ seat, person }: Joined): Promise<OpenLine> {
  const api = new Api((input, init) => fetch(`${server.origin}${String(input)}`, init));
  const line = openLine({
    url: server.wsOrigin,
    board: board.id,
    role: person.role,
    disk,
    takeTicket: () => new SeatApi(api, board.id, seat).ticket(),
  });
  lines.push(line);
  await line.connection.start();
  await until(line, () => line.connection.view().line.kind === 'live');
  return line;
}

let commands = 0;
async function lead(command: object): Promise<void> {
  commands += 1;
  const json = { id: `command-${commands}`, command };
  const { status } = await callApi(server, 'POST', `/api/boards/${board.id}/session`, { secret: fay.seat, json });
  expect(status).toBe(200);
}

const canvas = (line: OpenLine) => line.connection.view().doc.getMap<Y.Map<unknown>>('canvas');
const write = (line: OpenLine, record: ReturnType<typeof note>) =>
  writeRecord(line.connection.view().doc.getMap('canvas'), record);
const note = (id: string, text: string) => ({
  id,
  typeName: 'shape',
  type: 'note',
  parentId: 'page:page',
  index: 'a1',
  x: 0,
  y: 0,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: {},
  props: {
    richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  },
});
const add = (line: OpenLine, ...notes: ReturnType<typeof note>[]) =>
  line.connection.view().doc.transact(() => notes.forEach((one) => write(line, one)));
const textOf = (line: OpenLine, id: string): Y.Text => {
  const text = canvas(line).get(id)?.get('text');
  if (text instanceof Y.Text) return text;
  throw new Error('there is no text');
};
const isSaved = ({ connection }: OpenLine): boolean => {
  const { line } = connection.view();
  return line.kind === 'live' && !line.saving && line.savedAt !== null;
};
const taken = ({ connection }: OpenLine) =>
  connection.view().notices.filter((one): one is Notice & { kind: 'taken' } => one.kind === 'taken');
const theEntry = (line: OpenLine): SetAside & { things: NonNullable<SetAside['things']> } => {
  const [notice] = taken(line);
  if (notice?.entry.things === undefined) throw new Error('nothing was kept');
  return { ...notice.entry, things: notice.entry.things };
};

it('[LINE-20] a paste that a lock takes back is one line with a reason, is kept over a reload, and can be put on again', async () => {
  const line = await open(jordan);
  await lead({ do: 'lockAll', on: true });
  const pasted = Array.from({ length: 300 }, (_, n) => note(`shape:${n}`, `Note ${n}`));
  add(line, ...pasted.slice(0, 150));
  line.connection.flush();
  add(line, ...pasted.slice(150));
  await until(line, () => taken(line)[0]?.entry.things?.count === 300 && isSaved(line));
  expect(canvas(line).has('shape:0')).toBe(false);
  expect(line.connection.view().notices).toHaveLength(1);
  expect(taken(line)).toMatchObject([{ why: 'locked', entry: { reason: 'locked', things: { count: 300 } } }]);
  const { id, update } = theEntry(line);
  expect(wordsOf(update).split('\n').toSorted()).toEqual(Array.from({ length: 300 }, (_, n) => `Note ${n}`).toSorted());
  const file = documentFile(update, { board: board.id, title: 'Early reading', at: 0, reason: 'locked' });
  expect(Object.keys(JSON.parse(file).content.canvas)).toHaveLength(300);

  line.connection.stop();
  const later = await open(jordan);
  const [kept] = await later.connection.setAside.list();
  if (kept?.things === undefined) throw new Error('it is not on the device');
  expect([kept.id, kept.things.count]).toEqual([id, 300]);
  await lead({ do: 'lockAll', on: false });
  expect(putAgain(later.connection.view().doc, kept.things, again)).toBe(0);
  await later.connection.setAside.remove(kept.id);
  await until(later, () => isSaved(later));
  const other = await open(fay);
  expect(canvas(other).size).toBe(302);
  expect(canvas(other).get('shape:7')?.get('text')?.toString()).toBe('Note 7\n');
  expect(await later.connection.setAside.list()).toEqual([]);
});

it('[LINE-20] what breaks a rule of the board is kept as it was, and the rest of the paste stands', async () => {
  const line = await open(jordan);
  const large = { ...note('shape:large', 'x'), meta: { raw: 'x'.repeat(70_000) } };
  add(line, note('shape:fine', 'fine'), large);
  await until(line, () => taken(line).length > 0 && isSaved(line));
  expect([canvas(line).has('shape:fine'), canvas(line).has('shape:large')]).toEqual([true, false]);
  expect(taken(line)[0]).toMatchObject({ why: 'rules', entry: { things: { count: 1 } } });
  const content = JSON.parse(documentFile(theEntry(line).update, { board: '', title: '', at: 0, reason: '' })).content;
  expect(content.canvas['shape:large'].base.meta.raw).toHaveLength(70_000);
});

it('[LINE-20] words typed offline into what was locked meanwhile are kept, and put on again beside what others write', async () => {
  const other = await open(fay);
  add(other, note('shape:a', 'We need places'));
  await until(other, () => isSaved(other));
  const line = await open(jordan);
  line.setOnline(false);
  await lead({ do: 'lock', keys: ['canvas:shape:a'] });
  const text = textOf(line, 'shape:a');
  text.insert(14, ' by spring');
  line.setOnline(true);
  await until(line, () => taken(line).length > 0 && isSaved(line));
  expect(text.toString()).toBe('We need places\n');
  expect(wordsOf(theEntry(line).update)).toBe('We need places by spring');
  textOf(other, 'shape:a').insert(0, 'Yes. ');
  await lead({ do: 'unlock', keys: ['canvas:shape:a'] });
  await until(line, () => textOf(line, 'shape:a').toString().startsWith('Yes.'));
  expect(putAgain(line.connection.view().doc, theEntry(line).things, again)).toBe(0);
  expect(canvas(line).get('shape:a')?.get('text')?.toString()).toBe('Yes. We need places by spring\n');
});

it('[LINE-20] rows of the map that were taken offline are kept, too', async () => {
  const line = await open(jordan);
  line.setOnline(false);
  await lead({ do: 'lockAll', on: true });
  const organizations = line.connection.view().doc.getMap<Y.Map<Y.Map<unknown>>>('map').get('organizations');
  line.connection.view().doc.transact(() => {
    for (const name of ['Corner Kitchens', 'Dock 9']) organizations?.set(name, new Y.Map([['name', name]]));
  });
  line.setOnline(true);
  await until(line, () => taken(line).length > 0 && isSaved(line));
  expect(theEntry(line).things.count).toBe(2);
  expect(wordsOf(theEntry(line).update)).toBe('Corner Kitchens\nDock 9');
  await lead({ do: 'lockAll', on: false });
  expect(putAgain(line.connection.view().doc, theEntry(line).things, again)).toBe(0);
  await until(line, () => isSaved(line));
  const other = await open(fay);
  const there = other.connection.view().doc.getMap<Y.Map<unknown>>('map').get('organizations');
  expect([...(there?.keys() ?? [])].toSorted()).toEqual(['Corner Kitchens', 'Dock 9']);
});

it('[LINE-20] of a document that is refused, what was written here can be put on again', async () => {
  const line = await open(jordan);
  add(line, note('shape:good', 'good'));
  await until(line, () => isSaved(line));
  line.connection.view().doc.transact(() => {
    line.connection.view().doc.getMap('elsewhere').set('x', 1);
    write(line, note('shape:mine', 'mine'));
  });
  await until(line, () => line.connection.view().line.kind === 'live' && line.connection.view().notices.length > 0);
  expect(canvas(line).has('shape:mine')).toBe(false);
  const [kept] = await line.connection.setAside.list();
  if (kept?.things === undefined) throw new Error('nothing was kept');
  expect([kept.reason, kept.things.count, wordsOf(kept.things.update)]).toEqual(['unknownRoot', 1, 'mine']);
  expect(putAgain(line.connection.view().doc, kept.things, again)).toBe(0);
  await until(line, () => isSaved(line));
  const other = await open(fay);
  expect([canvas(other).has('shape:good'), canvas(other).has('shape:mine')]).toEqual([true, true]);
});

it('[LINE-20] what was made here and went while the line was broken is offered; fields that others wrote since are not', async () => {
  const relay = new LineServer();
  try {
    const line = openLine({ url: relay.url });
    lines.push(line);
    await line.connection.start();
    await until(line, () => line.connection.view().line.kind === 'live');
    relay.acknowledges = false;
    add(line, note('shape:gone', 'made here'), note('shape:moved', 'moved by another'));
    const there = relay.doc.getMap<Y.Map<unknown>>('canvas');
    await until(line, () => there.has('shape:gone') && there.has('shape:moved'));
    canvas(line).get('shape:moved')?.set('pos', [1, 1, 0]);
    await until(line, () => (there.get('shape:moved')?.get('pos') as number[] | undefined)?.[0] === 1);
    relay.closeAll(1012);
    await until(line, () => line.connection.view().line.kind === 'offline');
    relay.acknowledges = true;
    there.delete('shape:gone');
    there.get('shape:moved')?.set('pos', [2, 2, 0]);
    await until(line, () => line.connection.view().line.kind === 'live' && !canvas(line).has('shape:gone'));
    expect(taken(line)).toMatchObject([{ why: 'gone', entry: { things: { count: 1 } } }]);
    expect(wordsOf(theEntry(line).update)).toBe('made here');
    expect(canvas(line).get('shape:moved')?.get('pos')).toEqual([2, 2, 0]);
  } finally {
    await relay.stop();
  }
});

it('[LINE-20] what somebody else deletes, and what a person takes back themselves, is nobody’s loss', async () => {
  const [line, other] = [await open(jordan), await open(fay)];
  add(line, note('shape:one', 'one'));
  await until(line, () => canvas(other).has('shape:one'));
  canvas(other).delete('shape:one');
  add(line, note('shape:two', 'two'));
  canvas(line).delete('shape:two');
  await until(line, () => isSaved(line) && !canvas(line).has('shape:one'));
  expect(line.connection.view().notices).toEqual([]);
});
