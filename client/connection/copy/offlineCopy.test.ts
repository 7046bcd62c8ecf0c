import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { databaseAnswer, deleteCopy } from './copyDisk.ts';
import { openIndexedDbCopy } from './IndexedDbCopy.ts';
import type { OfflineCopy } from './OfflineCopy.ts';
import { LineServer } from '#client/testing/LineServer.ts';
import { openLine } from '#client/testing/openLine.ts';
import type { LineOptions, OpenLine } from '#client/testing/openLine.ts';
import { SmallShelf } from '#client/testing/SmallShelf.ts';

let server: LineServer;
const lines: OpenLine[] = [];
const nobody = () => Promise.resolve({ ok: false, code: 'unreachable' } as const);

beforeEach(() => {
  server = new LineServer();
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.connection.stop();
  await server.stop();
});

async function open(options: Partial<LineOptions> = {}): Promise<OpenLine> {
  const line = openLine({ url: server.url, ...options });
  lines.push(line);
  await line.connection.start();
  return line;
}

async function until(line: OpenLine, isSo: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      line.clock.advance(20);
      if (!isSo()) throw new Error(`not yet: ${JSON.stringify(line.connection.view().line)}`);
    },
    { timeout: 5_000, interval: 2 },
  );
}

const canvasOf = (line: OpenLine): Y.Map<unknown> => line.connection.view().doc.getMap('canvas');
const isSaved = (line: OpenLine): boolean => {
  const { line: state } = line.connection.view();
  return state.kind === 'live' && !state.saving;
};
/** What is in the database is there for another tab to read. */
async function keptOnDisk(disk: IDBFactory): Promise<{ keys: string[]; unsaved: number }> {
  const database = await databaseAnswer(disk.open('roundtable:test', 1));
  const all = (store: string) => databaseAnswer<unknown[]>(database.transaction(store).objectStore(store).getAll());
  const [updates, facts] = [(await all('updates')) as Uint8Array[], await all('facts')];
  database.close();
  const unsaved = facts.reduce<number>((sum, fact) => (typeof fact === 'number' ? sum + fact : sum), 0);
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return { keys: [...doc.getMap('canvas').keys()], unsaved };
}

describe('the copy on this device', () => {
  it('[LINE-8] unsent changes outlive the tab, are shown and editable without the server, and are sent on return', async () => {
    const disk = new IDBFactory();
    const first = await open({ disk });
    await until(first, () => first.connection.view().line.kind === 'live');
    first.setOnline(false);
    await until(first, () => first.connection.view().line.kind === 'offline');
    canvasOf(first).set('mine', 'not sent');
    first.connection.stop();
    await vi.waitFor(async () => expect(await keptOnDisk(disk)).toEqual({ keys: ['mine'], unsaved: 1 }));

    let isReachable = false;
    const second = await open({
      disk,
      takeTicket: () => (isReachable ? Promise.resolve({ ok: true, value: { ticket: 't' } } as const) : nobody()),
    });
    expect(canvasOf(second).get('mine')).toBe('not sent');
    expect(second.connection.view()).toMatchObject({
      isReady: true,
      mayEdit: true,
      line: { kind: 'offline', kept: 1 },
    });
    isReachable = true;
    second.setOnline(true);
    await until(second, () => isSaved(second));
    expect(server.doc.getMap('canvas').get('mine')).toBe('not sent');
    await vi.waitFor(async () => {
      second.clock.advance(500);
      expect((await keptOnDisk(disk)).unsaved).toBe(0);
    });
  });

  it('[LINE-8] a copy that never was whole is not edited without the server', async () => {
    const disk = new IDBFactory();
    const line = await open({ disk, takeTicket: nobody });
    expect(line.connection.view()).toMatchObject({
      isReady: false,
      mayEdit: false,
      line: { kind: 'offline', kept: 0 },
    });
  });

  it('[LINE-8] two tabs of one browser keep both their changes', async () => {
    const disk = new IDBFactory();
    const [a, b] = [await open({ disk }), await open({ disk })];
    for (const line of [a, b]) await until(line, () => line.connection.view().line.kind === 'live');
    for (const line of [a, b]) line.setOnline(false);
    canvasOf(a).set('a', 1);
    canvasOf(b).set('b', 1);
    for (const line of [a, b]) line.connection.stop();
    await vi.waitFor(async () => expect((await keptOnDisk(disk)).keys.toSorted()).toEqual(['a', 'b']));
    const again = await open({ disk });
    await until(again, () => isSaved(again));
    expect([...server.doc.getMap('canvas').keys()].toSorted()).toEqual(['a', 'b']);
  });

  it('[LINE-8] what waits behind a write under way is kept when the copy is closed', async () => {
    const disk = new IDBFactory();
    const copy = await openIndexedDbCopy({ database: disk, small: null }, 'roundtable:test', 'one');
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => copy.add(update));
    for (const key of ['a', 'b', 'c']) doc.getMap('canvas').set(key, 1);
    copy.close();
    await vi.waitFor(async () => expect((await keptOnDisk(disk)).keys).toEqual(['a', 'b', 'c']));
  });

  it('[LINE-8] what was not on disk when the page went is there again, and then on disk', async () => {
    const shelf = new SmallShelf();
    const page = await openIndexedDbCopy({ database: new IDBFactory(), small: shelf }, 'roundtable:test', 'one');
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => page.add(update));
    for (const key of ['a', 'b']) doc.getMap('canvas').set(key, 1);
    page.flush();
    // The page goes here, and the browser loses what was being written.
    const small = shelf.copy();
    const disk = new IDBFactory();
    const again = await openIndexedDbCopy({ database: disk, small }, 'roundtable:test', 'two');
    const { updates, unsaved } = await again.takeOver();
    const kept = new Y.Doc();
    for (const update of updates) Y.applyUpdate(kept, update);
    expect([...kept.getMap('canvas').keys()]).toEqual(['a', 'b']);
    expect(unsaved).toBe(1);
    expect((await keptOnDisk(disk)).keys).toEqual(['a', 'b']);
    expect(small.length).toBe(0);
    again.close();
  });

  it('[LINE-8] nothing is held twice once it is on disk, deleted or set aside', async () => {
    const small = new SmallShelf();
    const disk = { database: new IDBFactory(), small };
    const copy = await openIndexedDbCopy(disk, 'roundtable:test:me', 'one');
    const update = Y.encodeStateAsUpdate(new Y.Doc());
    copy.add(update);
    copy.flush();
    expect(small.length).toBe(1);
    await vi.waitFor(() => expect(small.length).toBe(0));
    copy.add(update);
    copy.flush();
    small.setItem('roundtable-last:roundtable:test:me:gone', 'AAA=');
    await copy.setAside({ id: 'x', at: 0, reason: 'test', update });
    expect(small.length).toBe(0);
    copy.add(update);
    copy.flush();
    copy.close();
    small.setItem('roundtable-last:roundtable:test:me:gone', 'AAA=');
    small.setItem('roundtable-last:roundtable:other:one', 'AAA=');
    await deleteCopy(disk, 'test', 'me');
    expect(small.length).toBe(1);
  });

  it('[LINE-8] a small storage that is full hinders nothing', async () => {
    const small = new SmallShelf();
    small.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const disk = { database: new IDBFactory(), small };
    const copy = await openIndexedDbCopy(disk, 'roundtable:test', 'one');
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => copy.add(update));
    doc.getMap('canvas').set('a', 1);
    copy.close();
    await vi.waitFor(async () => expect((await keptOnDisk(disk.database)).keys).toEqual(['a']));
  });

  it('[LINE-8] many small updates are replaced by one when the copy is opened', async () => {
    const disk = new IDBFactory();
    const copy = await openIndexedDbCopy({ database: disk, small: null }, 'roundtable:test', 'one');
    const doc = new Y.Doc();
    for (let n = 0; n < 150; n += 1) {
      doc.getMap('canvas').set(`n${n}`, n);
      copy.add(Y.encodeStateAsUpdate(doc));
      await vi.waitFor(() => Promise.resolve());
    }
    await vi.waitFor(async () => expect((await keptOnDisk(disk)).keys.length).toBe(150));
    expect((await copy.takeOver()).updates.length).toBeLessThanOrEqual(100);
    expect((await keptOnDisk(disk)).keys.length).toBe(150);
    copy.close();
  });

  it('[LINE-10] a browser that keeps no copy is told once, and the board works', async () => {
    const line = await open({ openCopy: () => Promise.reject(new Error('private window')) });
    await until(line, () => line.connection.view().line.kind === 'live');
    expect(line.connection.view().notices.map((notice) => notice.kind)).toEqual(['noCopy']);
    canvasOf(line).set('x', 1);
    await until(line, () => isSaved(line) && server.doc.getMap('canvas').has('x'));
  });

  it('[LINE-18] tells whether another tab wrote under an id since, into the database or with its last words', async () => {
    const [database, small] = [new IDBFactory(), new SmallShelf()];
    const doc = new Y.Doc();
    doc.clientID = 7;
    doc.getMap('canvas').set('a', 1);
    const first = await openIndexedDbCopy({ database, small }, 'roundtable:test', 'one');
    first.noteUnsent([{ client: 7, from: 0, until: 1 }]);
    first.add(Y.encodeStateAsUpdate(doc));
    first.keepWritingId(7);
    const second = await openIndexedDbCopy({ database, small }, 'roundtable:test', 'two');
    await vi.waitFor(async () => expect((await second.takeOver()).writingIds).toEqual([7]));
    expect((await second.takeOver()).unsent).toEqual([{ client: 7, from: 0, until: 1 }]);
    expect([await second.isAllTaken(7, 1), await second.isAllTaken(7, 0)]).toEqual([true, true]);
    const before = Y.encodeStateVector(doc);
    doc.getMap('canvas').set('b', 1);
    first.add(Y.encodeStateAsUpdate(doc, before));
    await vi.waitFor(async () => expect(await second.isAllTaken(7, 1)).toBe(false));
    expect([await second.isAllTaken(7, 2), await second.isAllTaken(8, 0)]).toEqual([true, true]);
    const third = Y.encodeStateVector(doc);
    doc.getMap('canvas').set('c', 1);
    first.add(Y.encodeStateAsUpdate(doc, third));
    first.flush();
    expect(await second.isAllTaken(7, 2)).toBe(false);
    for (const copy of [first, second]) copy.close();
  });

  it('[LINE-10] a copy that does not open is not waited for for ever', async () => {
    const line = openLine({ url: server.url, openCopy: () => new Promise<OfflineCopy>(() => {}) });
    lines.push(line);
    const started = line.connection.start();
    line.clock.advance(5_000);
    await started;
    await until(line, () => line.connection.view().line.kind === 'live');
    expect(line.connection.view().notices.map((notice) => notice.kind)).toEqual(['noCopy']);
  });

  it('[LINE-10] a disk that fills up in the middle is told, and nothing breaks', async () => {
    const disk = new IDBFactory();
    const line = await open({
      disk,
      openCopy: async () => {
        const copy = await openIndexedDbCopy({ database: disk, small: null }, 'roundtable:test', 'tab');
        await copy.takeOver();
        return copy;
      },
    });
    await until(line, () => line.connection.view().line.kind === 'live');
    // The browser takes the database away, as it does under storage pressure.
    await new Promise((resolve) => {
      disk.deleteDatabase('roundtable:test').onsuccess = resolve;
    });
    canvasOf(line).set('x', 1);
    await until(line, () => line.connection.view().notices.some((notice) => notice.kind === 'noCopy'));
    await until(line, () => isSaved(line) && server.doc.getMap('canvas').has('x'));
    expect(line.faults.length).toBe(1);
  });
});
